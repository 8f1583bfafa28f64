"""Which organisations were in the room, and which were not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from samsyn.register.models import Attendance, Meeting, MeetingState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.register.models import Organisation

USUAL_DAYS = 550  # a body that meets twice a year has met three times
PRINCIPALS = ("municipality", "region")


@dataclass(frozen=True, slots=True)
class Presence:
    """Who came to a meeting from one organisation, and who did not.

    Attributes:
        organisation: None for those whose organisation is not stated or not recognised.
    """

    organisation: Organisation | None
    present: tuple[Attendance, ...]
    absent: tuple[Attendance, ...]

    @property
    def is_missing(self) -> bool:
        """Nobody from the organisation was in the room."""
        return self.organisation is not None and not self.present


def coverage(meeting: Meeting) -> list[Presence]:
    """Attendance by organisation: those with nobody present first, then by name, unrecognised last.

    Municipalities and regions that usually come to the same bodies are there too, with nobody in
    either list, when the notes do not name them at all.
    """
    present: dict[Organisation | None, list[Attendance]] = defaultdict(list)
    absent: dict[Organisation | None, list[Attendance]] = defaultdict(list)
    for row in meeting.attendances.all():
        (present if row.present else absent)[row.organisation].append(row)
    usual = usual_organisations([meeting])[meeting.pk]
    rows = [
        Presence(organisation, tuple(present[organisation]), tuple(absent[organisation]))
        for organisation in {*present, *absent, *usual}
    ]
    return sorted(rows, key=_order)


def usual_organisations(meetings: Iterable[Meeting]) -> dict[int, set[Organisation]]:
    """Municipalities and regions that usually come to the bodies of each meeting, by the meeting's id.

    Usually: named, present or absent, in some other notes of the very same bodies within the year and a
    half before. Three questions to the database for any number of meetings.
    """
    wanted = list(meetings)
    bodies = _bodies_of(wanted)
    others = _held_by_bodies(set().union(*bodies.values()) if bodies else set())
    named = _principals_of(others)
    of_bodies: dict[frozenset[int], list[Meeting]] = defaultdict(list)
    for other in others:
        of_bodies[_ids(other)].append(other)
    usual: dict[int, set[Organisation]] = {}
    for meeting in wanted:
        usual[meeting.pk] = {
            organisation
            for other in of_bodies[frozenset(bodies[meeting.pk])]
            if _came_before(other, meeting)
            for organisation in named[other.pk]
        }
    return usual


def _bodies_of(meetings: list[Meeting]) -> dict[int, set[int]]:
    """Ids of the bodies of each meeting, by the meeting's id."""
    through = Meeting.bodies.through.objects.filter(meeting__in=[meeting.pk for meeting in meetings])
    bodies: dict[int, set[int]] = {meeting.pk: set() for meeting in meetings}
    for meeting_id, body_id in through.values_list("meeting_id", "body_id"):
        bodies[meeting_id].add(body_id)
    return bodies


def _held_by_bodies(bodies: set[int]) -> list[Meeting]:
    """Dated meetings that any of the bodies has held."""
    held = Meeting.objects.filter(bodies__in=bodies, state=MeetingState.HELD, start_on__isnull=False)
    return list(held.distinct().prefetch_related("bodies"))


def _principals_of(meetings: list[Meeting]) -> dict[int, set[Organisation]]:
    """Municipalities and regions that the notes of each meeting name, by the meeting's id."""
    rows = Attendance.objects.filter(
        meeting__in=[meeting.pk for meeting in meetings], organisation__kind__in=PRINCIPALS, removed=False
    ).select_related("organisation")
    named: dict[int, set[Organisation]] = defaultdict(set)
    for row in rows:
        if row.organisation is not None:
            named[row.meeting_id].add(row.organisation)
    return named


def _ids(meeting: Meeting) -> frozenset[int]:
    """Ids of a meeting's bodies, as prefetched."""
    return frozenset(body.pk for body in meeting.bodies.all())


def _came_before(other: Meeting, meeting: Meeting) -> bool:
    """Whether another meeting lies in the time that counts before this one."""
    if other.start_on is None or meeting.start_on is None:
        return False
    return meeting.start_on - timedelta(days=USUAL_DAYS) <= other.start_on < meeting.start_on


def _order(row: Presence) -> tuple[bool, bool, str]:
    """Missing ones first, the unrecognised last."""
    return row.organisation is None, bool(row.present), row.organisation.name if row.organisation else ""

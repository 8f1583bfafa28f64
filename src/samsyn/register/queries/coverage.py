"""Which organisations were in the room, and which were not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects

from samsyn.register.alphabet import alphabetical_key
from samsyn.register.models import Attendance, Meeting, MeetingState, Organisation
from samsyn.register.protection import NOBODY, Hidden
from samsyn.register.queries.officers import PRINCIPALS, Officer, unlisted_officers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

USUAL_DAYS = 550  # a body that meets twice a year has met three times


@dataclass(frozen=True, slots=True)
class Presence:
    """Who came to a meeting from one organisation, and who did not.

    Attributes:
        organisation: None for those whose organisation is not stated or not recognised.
        officers: Chair and secretary, where only the head of the notes names them.
    """

    organisation: Organisation | None
    present: tuple[Attendance, ...]
    absent: tuple[Attendance, ...]
    officers: tuple[Officer, ...] = ()

    @property
    def is_missing(self) -> bool:
        """Nobody from the organisation was in the room."""
        return self.organisation is not None and not self.n_present

    @property
    def n_present(self) -> int:
        """How many were in the room."""
        return len(self.present) + len(self.officers)


def coverage(meeting: Meeting, *, untold: Collection[int] = (), hidden: Hidden = NOBODY) -> list[Presence]:
    """Attendance by organisation: those with nobody present first, then by name, unrecognised last.

    Municipalities and regions that usually come to the same bodies are there too, with nobody in
    either list, when the notes do not name them at all.

    Args:
        meeting: With its attendance, as `meeting_page` gives it.
        untold: Ids of organisations that are told of only where somebody is seen to have come from them.
        hidden: Whom it is not to tell of.
    """
    present: dict[Organisation | None, list[Attendance]] = defaultdict(list)
    absent: dict[Organisation | None, list[Attendance]] = defaultdict(list)
    for row in meeting.attendances.all():
        (present if row.present else absent)[row.organisation].append(row)
    led: dict[Organisation | None, list[Officer]] = defaultdict(list)
    for officer in unlisted_officers([meeting.pk])[meeting.pk]:
        if not hidden.mask.is_in(officer.name):
            led[officer.organisation].append(officer)
    usual = usual_organisations({meeting.pk: meeting.start_on})[meeting.pk]
    rows = [
        Presence(one, tuple(present[one]), tuple(absent[one]), tuple(led[one]))
        for one in {*present, *absent, *led, *(one for one in usual if one.pk not in untold)}
    ]
    prefetch_related_objects([row.organisation for row in rows if row.organisation], "earlier_names")
    return sorted(rows, key=_order)


def usual_organisations(days: Mapping[int, date | None]) -> dict[int, set[Organisation]]:
    """Municipalities and regions that usually come to the bodies of each meeting, by the meeting's id.

    Usually: named, present or absent, in some other notes of the very same bodies within the year and a
    half before. Four questions to the database for any number of meetings, and none of them reads more
    than the time that counts.

    Args:
        days: Of the meetings, by their ids.
    """
    bodies = _bodies_of(days)
    others = _held_before(days.values(), set().union(*bodies.values()))
    named = principals_named(others)
    bodies_of_others = _bodies_of(others)
    of_bodies: dict[frozenset[int], list[int]] = defaultdict(list)
    for other in named:
        of_bodies[frozenset(bodies_of_others[other])].append(other)
    return {
        meeting: set().union(
            *(named[o] for o in of_bodies[frozenset(bodies[meeting])] if _came_before(others[o], day))
        )
        for meeting, day in days.items()
    }


def principals_named(
    meetings: Iterable[int], *, hidden: Collection[int] = (), **which: bool
) -> dict[int, set[Organisation]]:
    """Municipalities and regions that the notes of each meeting name people from, by the meeting's id.

    Args:
        meetings: Ids.
        hidden: Ids of people whose rows are passed over.
        which: `present` as a row of attendance has it; without it, those present and those absent.
    """
    rows = Attendance.objects.filter(
        meeting__in=list(meetings), organisation__kind__in=PRINCIPALS, removed=False, **which
    ).exclude(person__in=hidden)
    pairs = list(rows.order_by().values_list("meeting_id", "organisation_id").distinct())
    organisations = Organisation.objects.in_bulk({organisation for _, organisation in pairs})
    named: dict[int, set[Organisation]] = defaultdict(set)
    for meeting, organisation in pairs:
        named[meeting].add(organisations[organisation])
    return named


def _bodies_of(meetings: Iterable[int]) -> dict[int, set[int]]:
    """Ids of the bodies of each meeting, by the meeting's id."""
    bodies: dict[int, set[int]] = {meeting: set() for meeting in meetings}
    through = Meeting.bodies.through.objects.filter(meeting__in=list(bodies))
    for meeting, body in through.values_list("meeting_id", "body_id"):
        bodies[meeting].add(body)
    return bodies


def _held_before(days: Iterable[date | None], bodies: set[int]) -> dict[int, date | None]:
    """Meetings that any of the bodies has held in the time that counts before some days, with their day."""
    known = [day for day in days if day is not None]
    if not known:
        return {}
    held = Meeting.objects.filter(
        bodies__in=bodies,
        state=MeetingState.HELD,
        start_on__gte=min(known) - timedelta(days=USUAL_DAYS),
        start_on__lt=max(known),
    )
    return dict(held.values_list("pk", "start_on").distinct())


def _came_before(other: date | None, day: date | None) -> bool:
    """Whether another meeting's day lies in the time that counts before a day."""
    if other is None or day is None:
        return False
    return day - timedelta(days=USUAL_DAYS) <= other < day


def _order(row: Presence) -> tuple[bool, bool, str]:
    """Missing ones first, the unrecognised last."""
    name = row.organisation.name if row.organisation else ""
    return row.organisation is None, bool(row.n_present), alphabetical_key(name)

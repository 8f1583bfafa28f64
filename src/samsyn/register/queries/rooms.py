"""Who was in the room over time: meetings of a body by organisation, and of an organisation by body.

Of municipalities and regions, as `samsyn.register.queries.coverage` counts them. Notes without a list of
those present say nothing of who was missing, and are left out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from samsyn.register.alphabet import alphabetical_key
from samsyn.register.models import Attendance, Body, Meeting, MeetingState, Organisation
from samsyn.register.protection import NOBODY, Hidden
from samsyn.register.queries.coverage import principals_named
from samsyn.register.queries.officers import unlisted_officers
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from django.db.models import QuerySet

SHOWN = 12  # meetings of a body: as many as stand side by side
LOOKED_BACK = timedelta(days=730)


class Room(StrEnum):
    """What notes tell of an organisation; the last is no absence."""

    PRESENT = "present"
    ABSENT = "absent"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Line:
    """An organisation at meetings of a body, or a body with an organisation at its meetings.

    Attributes:
        marks: One for each meeting, the earliest first.
    """

    subject: Organisation | Body
    marks: tuple[tuple[Meeting, Room], ...]

    @property
    def n_present(self) -> int:
        """At how many of the meetings somebody was there."""
        return sum(room is Room.PRESENT for _, room in self.marks)


def rooms_of_body(
    body: Body, *, on: date, sees: Sight = FINISHED, hidden: Hidden = NOBODY
) -> tuple[list[Meeting], list[Line]]:
    """The latest meetings of a body, earliest first, and a line for each organisation, seldomest first.

    Args:
        body: Which.
        on: The last day that counts.
        sees: Which unfinished notes count.
        hidden: People whose coming tells nothing of where they come from.
    """
    rows = _with_lists(on, sees).filter(bodies=body).order_by("-start_on", "-id")[:SHOWN]
    meetings = list(reversed(rows.prefetch_related("bodies")))
    rooms = _rooms([one.pk for one in meetings], hidden)
    named = {organisation for known in rooms.values() for organisation in known}
    lines = [Line(one, tuple((at, rooms[at.pk].get(one, Room.UNNAMED)) for at in meetings)) for one in named]
    return meetings, sorted(lines, key=lambda line: (line.n_present, alphabetical_key(line.subject.name)))


def rooms_of_organisation(
    organisation: Organisation, *, on: date, sees: Sight = FINISHED, hidden: Hidden = NOBODY
) -> list[Line]:
    """A line for each body that notes of two years name the organisation at, seldomest first."""
    held = _with_lists(on, sees).filter(start_on__gt=on - LOOKED_BACK)
    named = Attendance.objects.filter(organisation=organisation, removed=False, meeting__in=held.order_by())
    bodies = Body.objects.filter(
        meetings__in=named.exclude(person__in=hidden.people).values("meeting")
    ).distinct()
    meetings = held.filter(bodies__in=bodies).distinct().order_by("start_on", "id").prefetch_related("bodies")
    rooms = _rooms([one.pk for one in meetings], hidden)
    marks: dict[int, list[tuple[Meeting, Room]]] = defaultdict(list)
    for meeting in meetings:
        for body in meeting.bodies.all():
            marks[body.pk].append((meeting, rooms[meeting.pk].get(organisation, Room.UNNAMED)))
    lines = [Line(body, tuple(marks[body.pk][-SHOWN:])) for body in bodies]
    return sorted(
        lines, key=lambda line: (line.n_present / len(line.marks), alphabetical_key(line.subject.name))
    )


def _with_lists(on: date, sees: Sight) -> QuerySet[Meeting]:
    """Meetings held up to a day whose notes tell who was there."""
    listed = Attendance.objects.filter(meeting=OuterRef("pk"), present=True, removed=False)
    held = Meeting.objects.filter(sees.seen("pk"), Exists(listed), state=MeetingState.HELD)
    return held.filter(start_on__lte=on)


def _rooms(meetings: Sequence[int], hidden: Hidden) -> dict[int, dict[Organisation, Room]]:
    """What notes tell of each organisation that they name, by the meeting's id."""
    present = principals_named(meetings, hidden=hidden.people, present=True)
    absent = principals_named(meetings, hidden=hidden.people, present=False)
    officers = unlisted_officers(meetings)
    found: dict[int, dict[Organisation, Room]] = {}
    for meeting in meetings:
        led = {one.organisation for one in officers[meeting] if not hidden.mask.is_in(one.name)}
        found[meeting] = _told(absent[meeting], Room.ABSENT) | _told(present[meeting] | led, Room.PRESENT)
    return found


def _told(organisations: Iterable[Organisation], room: Room) -> dict[Organisation, Room]:
    return dict.fromkeys(organisations, room)

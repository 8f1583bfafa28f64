"""What stands on the page when somebody begins to write: the meeting, and who usually come."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import TYPE_CHECKING

from samsyn.register.alphabet import alphabetical_key
from samsyn.register.models import AgendaItem, Attendance, Meeting, MeetingState
from samsyn.register.recognition import person_key
from samsyn.register.writing.content import LONGEST_LINE, Block, Came, Content, Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from samsyn.register.models import Body
    from samsyn.register.protection import Hidden

LAST_MEETINGS = 4  # who came to one of these usually comes
PRESENTED_BY = "Föredragande: {names}"  # so notes are read that say who presents an item


@dataclass(frozen=True, slots=True)
class Point:
    """What an agenda says of an item before the meeting.

    Attributes:
        presenters: Who is to present it.
        below: Its sub-headings.
    """

    heading: str
    presenters: tuple[str, ...] = ()
    below: tuple[str, ...] = ()

    @property
    def said(self) -> list[str]:
        """What stands below the heading, each a paragraph of its own."""
        named = [PRESENTED_BY.format(names=", ".join(self.presenters))] if self.presenters else []
        return [*named, *(f"- {words}" for words in self.below)]


def new_id() -> str:
    """The id of a new item or block; two browsers never make the same."""
    return "".join(secrets.choice(ascii_lowercase) for _ in range(10))


def empty_item(heading: str = "") -> Item:
    """An item with an empty place to write in."""
    return Item(new_id(), heading, (Block(new_id()),))


def called_item(point: Point) -> Item:
    """An item with what the agenda says of it, and an empty place to write in."""
    item = empty_item(_line(point.heading))
    said = "\n".join(map(_line, point.said))
    return replace(item, blocks=(Block(new_id(), text=said), *item.blocks)) if said else item


def first_content(
    bodies: Sequence[Body], *, on: date | None, meeting: Meeting | None, agenda: Iterable[str | Point]
) -> Content:
    """What stands on the page at first.

    Nobody is said to have been there: those who usually come are listed, to be ticked.

    Args:
        bodies: Whose meeting it is.
        on: The meeting's day.
        meeting: The meeting, where the register knows it already.
        agenda: Its headings, or points of which more is known.
    """
    items = tuple(called_item(one) if isinstance(one, Point) else empty_item(one) for one in agenda)
    return Content(
        day=on.isoformat() if on else "",
        starts=f"{meeting.starts_at:%H:%M}" if meeting and meeting.starts_at else "",
        ends=f"{meeting.ends_at:%H:%M}" if meeting and meeting.ends_at else "",
        place=_line(meeting.place) if meeting else "",
        people=tuple(usual_people(bodies)),
        items=items or (empty_item(),),
    )


def usual_people(bodies: Sequence[Body]) -> list[Came]:
    """Who came to one of the last meetings, in order of organisation and name; none is ticked."""
    rows = Attendance.objects.filter(
        meeting__in=_last_meetings(bodies, LAST_MEETINGS), removed=False, present=True
    ).select_related("person", "organisation")
    found: dict[str, Came] = {}
    for row in rows.order_by("-meeting__start_on", "position"):
        name = row.person.name if row.person else row.name
        organisation = row.organisation.name if row.organisation else row.affiliation
        found.setdefault(person_key(name), Came(name, organisation))
    return sorted(found.values(), key=_place)


def _place(came: Came) -> tuple[bool, str, str]:
    """Those of no known organisation come last."""
    return not came.organisation, alphabetical_key(came.organisation), alphabetical_key(came.name)


def last_agenda(body: Body, *, hidden: Hidden) -> list[str]:
    """The headings of the body's last meeting with notes, without the names of those who are hidden.

    Args:
        body: Whose agenda.
        hidden: Whom the person who begins to write is not to see.
    """
    last = _last_meetings([body], 1)
    items = AgendaItem.objects.filter(meeting__in=last, level=0).order_by("position")
    shown = (hidden.mask.hide(heading) for heading in items.values_list("heading", flat=True))
    return [_line(heading) for heading in shown]


def _line(words: str) -> str:
    return " ".join(words.split())[:LONGEST_LINE]


def _last_meetings(bodies: Sequence[Body], n: int) -> list[int]:
    """Ids of the bodies' last meetings with notes."""
    held = Meeting.objects.filter(bodies__in=bodies, state=MeetingState.HELD, start_on__isnull=False)
    last = held.order_by("-start_on", "-id").values_list("pk", flat=True).distinct()
    return list(last[:n])

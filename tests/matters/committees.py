"""A decision that several municipalities take in their own committees, as notes tell of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests import make

from samsyn.matters.models import Knot, KnotState, Matter
from samsyn.minutes.records import Kind
from samsyn.register.models import Meeting, Organisation, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

DECIDED = date(2026, 3, 13)
PARTIES = ("Flens kommun", "Gnesta kommun", "Trosa kommun")
COMERS = tuple(make.Came(name=f"Kim Ek {n}", affiliation=name) for n, name in enumerate(PARTIES))


def decision() -> Statement:
    """What the joint body of three municipalities approves."""
    said = (make.Said(text="Överenskommelsen godkänns.", item=0),)
    meeting = make.meeting(
        bodies=("Länsgruppen",), on=DECIDED, came=COMERS, headings=("Överenskommelsen",), said=said
    )
    return Statement.objects.get(meeting=meeting)


def told(*texts: str, on: date, body: str = "Länsgruppen", kind: Kind = Kind.INFORMATION) -> Meeting:
    """Notes of a later meeting, whose only item is of the same matter."""
    said = tuple(make.Said(text=text, kind=kind, item=0) for text in texts)
    return make.meeting(
        bodies=(body,), on=on, headings=("Överenskommelsen",), said=said, name=f"{body}-{on}.txt"
    )


def matter_of(meetings: Sequence[Meeting]) -> Matter:
    """One matter of the items of all."""
    matter = Matter.objects.create(name="Överenskommelsen", search_text="överenskommelsen")
    for meeting in meetings:
        for item in meeting.items.all():
            Knot.objects.create(
                matter=matter, meeting=meeting, item=item, heading=item.heading, state=KnotState.TAKEN
            )
    return matter


def party(name: str) -> Organisation:
    """A municipality by the beginning of its name."""
    return Organisation.objects.get(name__startswith=name)

"""Builders of what tests of matters need: meetings with items, and proposals between them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests import make

from samsyn.matters.models import Matter, MatterLink
from samsyn.matters.places import Place
from samsyn.matters.service import open_matter
from samsyn.minutes.records import Kind

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.models import Meeting

START = date(2026, 1, 12)


def meeting(
    at: int, *headings: str, body: str = "Nätverket för prov", said: tuple[make.Said, ...] = ()
) -> Meeting:
    """A meeting `at` weeks after the first, with items and what was said under them."""
    named = headings or ("Stöd i väntan på utredning",)
    spoken = said or (make.Said(text=f"Frågan tas upp igen, gång {at}.", kind=Kind.NEXT_STEP, item=0),)
    return make.meeting(
        bodies=(body,), on=START + timedelta(weeks=at), headings=named, said=spoken, name=f"{body} {at}.txt"
    )


def place(meeting: Meeting, at: int = 0) -> Place:
    """An item of a meeting."""
    return Place(meeting, meeting.items.all()[at])


def link(
    left: Place, right: Place, *, score: float = 0.97, strength: str = "strong", related: bool = False
) -> MatterLink:
    """A proposal that two items are of one matter."""
    return MatterLink.objects.create(
        left_meeting=left.meeting, left_item=left.item, left_heading=left.heading,
        right_meeting=right.meeting, right_item=right.item, right_heading=right.heading,
        strength=strength, score=score, related=related,
        reasons=[{"code": "headings", "words": [left.heading, right.heading]}],
    )  # fmt: skip


def matter(*places: Place, by: User, name: str = "Stöd i väntan på utredning") -> Matter:
    """An open matter."""
    return Matter.objects.get(pk=open_matter(name, places, by=by).subject_id)


def headings(matter: Matter) -> list[tuple[str, str]]:
    """What belongs to a matter or was proposed to, by heading and state."""
    return list(matter.knots.order_by("meeting__start_on", "pk").values_list("heading", "state"))

"""What people have said of items outlives new versions of the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests import make
from tests.matters import threads

from samsyn.matters.mending import mend_knots
from samsyn.matters.models import Knot, Matter, MatterLink
from samsyn.matters.service import refuse_links
from samsyn.register.intake.meetings import absorb_meeting

if TYPE_CHECKING:
    from samsyn.register.models import Meeting

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]  # what is told after a change


SAME = tuple(f"Rad {at} om annat" for at in range(12))


def version(*headings: str) -> Meeting:
    """The notes of one meeting, with other headings each time."""
    return make.meeting(headings=headings, also=(*SAME, " ".join(headings)), name="prov.txt")


def followed(*headings: str) -> Matter:
    """A matter of all items of a meeting."""
    meeting = version(*headings)
    places = [threads.place(meeting, at) for at in range(len(headings))]
    return threads.matter(*places, by=make.administrator())


def test_items_that_a_new_version_lost_are_lost_and_kept() -> None:
    """Two of one matter at once: neither comes to mean the whole meeting."""
    followed("Stöd i väntan", "Kontaktväg")
    version("Något helt annat", "Budget för nästa år")
    assert [(knot.item, knot.lost, knot.state) for knot in Knot.objects.all()] == [(None, True, "taken")] * 2


def test_an_item_that_comes_back_is_found_again() -> None:
    """By its heading, in whatever letters."""
    followed("Stöd i väntan")
    version("Budget för nästa år")
    version("Inledning", "STÖD I VÄNTAN")
    knot = Knot.objects.get()
    assert (knot.lost, knot.item and knot.item.heading) == (False, "STÖD I VÄNTAN")


def test_a_refusal_outlives_that_its_item_was_gone() -> None:
    """It is not asked again."""
    one, other = version("Stöd i väntan"), threads.meeting(30, "Kontaktväg")
    refuse_links([threads.link(threads.place(one), threads.place(other))], by=make.administrator())
    version("Budget för nästa år")
    version("Inledning", "Stöd i väntan")
    link = MatterLink.objects.get(state="refused")
    assert {item.heading for item in (link.left_item, link.right_item) if item} == {
        "Stöd i väntan",
        "Kontaktväg",
    }


def test_what_belongs_to_a_matter_stays_when_two_meetings_become_one() -> None:
    """Its items are found in the notes that stand."""
    anna = make.administrator()
    left, right = threads.meeting(0, body="Organ 0"), threads.meeting(0, body="Organ 1")
    threads.matter(threads.place(right), by=anna)
    absorb_meeting(right, into=left)
    mend_knots([left.pk])
    knot = Knot.objects.get()
    assert (knot.item, knot.lost, knot.state) == (left.items.get(), False, "taken")

"""Matters on a meeting's page: where items belong, what is asked, and what is tied from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from tests import make
from tests.matters import threads
from tests.web import signed

from samsyn.matters.models import Matter
from samsyn.register.models import Body, Meeting

if TYPE_CHECKING:
    from samsyn.matters.places import Place

pytestmark = pytest.mark.django_db


def places(n: int = 2) -> list[Place]:
    """Items of some meetings of different bodies."""
    return [threads.place(threads.meeting(4 * at, body=f"Organ {at}")) for at in range(n)]


def followed() -> Matter:
    """A matter that has been up at two meetings."""
    return threads.matter(*places(), by=make.administrator(email="e@exempel.se"), name="Kontaktväg")


def test_a_meeting_says_which_matter_an_item_belongs_to() -> None:
    """By the heading, with a link to its place there."""
    matter = followed()
    knot = matter.knots.order_by("pk")[0]
    html = signed.page(signed.bo(), f"/moten/{knot.meeting_id}/")
    assert f'href="/arenden/{matter.pk}/#punkt-{knot.pk}">Kontaktväg</a>' in html


def test_a_meeting_asks_what_an_item_belongs_together_with() -> None:
    """With the reasons; the answer comes back to the meeting."""
    at = places()
    link = threads.link(*at)
    client = signed.anna()
    html = signed.page(client, f"/moten/{at[0].meeting.pk}/")
    back = f"/moten/{at[0].meeting.pk}/"
    answer = client.post(f"/arenden/koppling/{link.pk}/", {"svar": "ta", "next": back})
    assert ("Kan höra ihop med" in html, answer.headers["Location"], Matter.objects.get().knots.count()) == (
        True, back, 2,
    )  # fmt: skip


@pytest.mark.parametrize("whole", [True, False], ids=["item", "statement"])
def test_an_item_or_a_statement_is_tied_from_the_meeting(*, whole: bool) -> None:
    """To a matter that is found by its name."""
    matter = threads.matter(by=make.administrator(email="e@exempel.se"), name="Kontaktväg")
    (place,) = places(1)
    said = place.meeting.statements.get()
    client, address = signed.anna(), f"/moten/{place.meeting.pk}/arende/"
    assert place.item is not None
    found = signed.page(client, f"{address}?punkt={place.item.pk}&sok=kontakt")
    posted = {"punkt": place.item.pk, "rad": "" if whole else said.pk, "arende": matter.pk}
    client.post(address, posted)
    tied = matter.knots.get()
    assert (f'value="{matter.pk}"' in found, tied.item, tied.statement) == (
        True, place.item if whole else None, None if whole else said,
    )  # fmt: skip


def test_a_matter_is_opened_from_the_meeting() -> None:
    """Named after the item, or as somebody likes."""
    (place,) = places(1)
    assert place.item is not None
    signed.anna().post(f"/moten/{place.meeting.pk}/arende/", {"punkt": place.item.pk, "namn": "Ny fråga"})
    assert (Matter.objects.get().name, Matter.objects.get().knots.get().item) == ("Ny fråga", place.item)


def test_nothing_is_tied_from_notes_that_are_not_seen() -> None:
    """A secretary of another body does not even see the page."""
    (place,) = places(1)
    Meeting.objects.update(notes_state="draft")
    other = Body.objects.create(name="Ett annat organ", key="ett annat organ")
    client = Client()
    client.force_login(make.secretary(other))
    assert client.get(f"/moten/{place.meeting.pk}/arende/").status_code == 404

"""The meetings that wait to be looked through: which, in what order, for whom."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests import make
from tests.web import signed

from samsyn.register.models import Body, Meeting
from samsyn.register.queries.review import meetings_to_review
from samsyn.register.service import confirm_row

if TYPE_CHECKING:
    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db

SAID = make.Said(text="Planen gäller.", owner="Rektorerna", due=date(2026, 5, 1))
BARE = make.Said(text="Listan tas fram.")


def page_of(user: User) -> str:
    """The list as somebody sees it."""
    client = Client()
    client.force_login(user)
    return signed.page(client, "/granska/")


def listed(html: str) -> list[str]:
    """The bodies of the listed meetings, in order."""
    return re.findall(r"<td><a href=\"/moten/\d+/\">([^<]+)</a>", html)


def test_what_is_hardest_to_recover_comes_first() -> None:
    """Unfinished notes, what differs, what nobody owns, then what is doubtful."""
    make.meeting(bodies=("Tveksamma gruppen",), said=(SAID,), doubts=("held",))
    make.meeting(bodies=("Ägarlösa gruppen",), said=(BARE,), doubts=("held",))
    make.meeting(bodies=("Nya gruppen",), said=(SAID,))
    Meeting.objects.filter(bodies__name="Nya gruppen").update(notes_state="draft")
    differing = make.meeting(bodies=("Oense gruppen",), said=(SAID,))
    confirm_row(differing.values.filter(field="owner"), by=make.administrator())
    other = make.Said(text="Planen gäller.", owner="Processledarna", due=date(2026, 5, 1))
    make.imported(make.reading(bodies=("Oense gruppen",), said=(other,)))
    names = [str(meeting.bodies.get()) for meeting in meetings_to_review(None)]
    assert names == ["Nya gruppen", "Oense gruppen", "Ägarlösa gruppen", "Tveksamma gruppen"]


def test_a_meeting_that_nothing_is_asked_of_does_not_wait() -> None:
    """What was only read holds as proposals."""
    make.meeting(said=(SAID,))
    assert "Inget möte väntar på dig." in page_of(make.administrator())


def test_a_secretary_sees_their_own() -> None:
    """Others' meetings wait for others."""
    make.meeting(bodies=("Egna gruppen",), doubts=("held",))
    make.meeting(bodies=("Andra gruppen",), doubts=("held",))
    assert listed(page_of(make.secretary(Body.objects.get(name="Egna gruppen")))) == ["Egna gruppen"]


def test_the_menu_says_how_many_wait() -> None:
    """The only number in it, for those who can do something about it."""
    make.meeting(doubts=("held",))
    html = signed.page(signed.anna(), "/")
    assert re.findall(r'class="count">(\d+)<', html[html.index('id="meny"') : html.index("</nav>")]) == ["1"]


def test_readers_have_no_number() -> None:
    """Nothing waits for them."""
    make.meeting(doubts=("held",))
    html = signed.page(signed.bo(), "/")
    assert "/granska/" not in html


def test_differences_stand_on_the_first_page() -> None:
    """Apart from what is only doubtful."""
    meeting = make.meeting(said=(SAID,))
    confirm_row(
        meeting.values.filter(field="owner"), by=make.user(email="c@exempel.se", is_administrator=True)
    )
    make.imported(make.reading(said=(make.Said(text="Planen gäller.", owner="Processledarna"),)))
    html = signed.page(signed.anna(), "/")
    assert "Skillnad mellan en ny läsning och det ni har sagt" in html


def test_both_sides_of_a_difference_are_buttons() -> None:
    """What stands, and what the new file says."""
    meeting = make.meeting(said=(SAID,))
    confirm_row(
        meeting.values.filter(field="owner"), by=make.user(email="c@exempel.se", is_administrator=True)
    )
    make.imported(make.reading(said=(make.Said(text="Planen gäller.", owner="Processledarna"),)))
    html = signed.page(signed.anna(), f"/moten/{meeting.pk}/")
    assert ("Behåll ”Rektorerna”" in html, "Ta ”Processledarna”" in html) == (True, True)


def test_the_list_asks_as_often_for_many_as_for_few() -> None:
    """The number of questions does not grow."""
    client, counts = signed.anna(), []
    for number in range(2):
        make.meeting(bodies=(f"Grupp {number}",), said=(BARE,), doubts=("held",))
        with CaptureQueriesContext(connection) as asked:
            client.get("/granska/")
        counts.append(len(asked))
    assert counts[0] == counts[1]

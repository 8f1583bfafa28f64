"""Comments on the pages: asking, the page that the link leads to, and answers beside the notes."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests import make
from tests.web import signed

from samsyn.mail.letters import write_text
from samsyn.mail.models import OutgoingMail
from samsyn.register.models import Meeting, NotesComment
from samsyn.register.service import send_for_comments

if TYPE_CHECKING:
    from django.test import Client

    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> User:
    """Who may everything."""
    return make.administrator()


@pytest.fixture
def client(anna: User) -> Client:
    """Anna's browser."""
    client = signed.stranger()
    client.force_login(anna)
    return client


@pytest.fixture
def draft() -> Meeting:
    """New notes."""
    meeting = make.meeting(headings=("Planen",), also=("Planen ses över i höst.",))
    Meeting.objects.filter(pk=meeting.pk).update(notes_state="draft")
    return Meeting.objects.get(pk=meeting.pk)


@pytest.fixture
def address(draft: Meeting, anna: User) -> str:
    """Where Bo's link leads."""
    last_on = timezone.localdate() + timedelta(days=7)
    send_for_comments(draft, seen=1, addresses=["bo@exempel.se"], last_on=last_on, by=anna)
    found = re.search(r"/lank/[\w-]+/", write_text(OutgoingMail.objects.get()))
    assert found
    return found.group()


def test_asking_from_the_page(client: Client, draft: Meeting) -> None:
    """The way goes back to the meeting, which says where the notes are."""
    fields = {"version": "1", "adresser": "bo@exempel.se", "dag": str(timezone.localdate())}
    response = client.post(f"/moten/{draft.pk}/synpunkter/", fields)
    page = signed.page(client, response["Location"])
    assert ("Ett brev går i väg." in page, "De är skickade på synpunkter." in page) == (True, True)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        pytest.param({"dag": "i morgon"}, "Välj en dag.", id="no-day"),
        pytest.param({"dag": "2020-01-01"}, "Dagen har passerat", id="past"),
        pytest.param({"adresser": ""}, "Skriv minst en e-postadress.", id="nobody"),
        pytest.param({"version": "3"}, "medan du hade sidan öppen", id="older-page"),
    ],
)
def test_what_is_wrong_is_told(fields: dict[str, str], says: str, client: Client, draft: Meeting) -> None:
    """Nothing is sent."""
    sent = {"version": "1", "adresser": "bo@exempel.se", "dag": str(timezone.localdate())} | fields
    page = client.post(f"/moten/{draft.pk}/synpunkter/", sent).content.decode()
    assert (says in page, OutgoingMail.objects.count()) == (True, 0)


def test_the_link_shows_the_notes(address: str) -> None:
    """As they look, without an account."""
    assert "Planen ses över i höst." in signed.page(signed.stranger(), address)


def test_a_comment_is_kept_and_shown_to_its_writer(address: str) -> None:
    """Escaped, whatever stands in it."""
    page = signed.stranger().post(address, {"synpunkt": "Fel <b>datum</b>.", "punkt": ""}).content.decode()
    assert ("Din synpunkt är sparad." in page, "Fel &lt;b&gt;datum&lt;/b&gt;." in page) == (True, True)


def test_a_refused_comment_keeps_its_words(address: str) -> None:
    """The writer mends it and sends it again."""
    said = {"synpunkt": "Om " + "12" * 3 + "-1212 i listan."}
    page = signed.stranger().post(address, said).content.decode()
    assert ('value="Om  i listan."' in page, NotesComment.objects.count()) == (True, 0)


def test_comments_stand_beside_the_notes(client: Client, draft: Meeting, address: str) -> None:
    """With who said it, about what, and a place for the answer."""
    signed.stranger().post(address, {"synpunkt": "Datum saknas.", "punkt": str(draft.items.get().pk)})
    page = signed.page(client, f"/moten/{draft.pk}/")
    assert re.search(r"bo@exempel\.se, [^<]*<a href=\"#item-\d+\">Planen</a>", page)
    assert "Datum saknas." in page


def test_an_answer_is_shown_to_both(client: Client, draft: Meeting, address: str) -> None:
    """On the meeting's page and behind the link."""
    signed.stranger().post(address, {"synpunkt": "Datum saknas."})
    client.post(f"/moten/{draft.pk}/synpunkter/{NotesComment.objects.get().pk}/", {"svar": "Nu är det med."})
    pages = [signed.page(client, f"/moten/{draft.pk}/"), signed.page(signed.stranger(), address)]
    assert ["Svar: Nu är det med." in page for page in pages] == [True, True]


def test_readers_see_comments_without_a_place_for_answers(draft: Meeting, address: str) -> None:
    """Bo reads what is said."""
    signed.stranger().post(address, {"synpunkt": "Datum saknas."})
    page = signed.page(signed.bo(), f"/moten/{draft.pk}/")
    assert ("Datum saknas." in page, 'name="svar"' in page.partition('id="synpunkter"')[2][:3000]) == (
        True,
        False,
    )

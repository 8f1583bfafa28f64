"""Blotting out on screen: ask, look through, do."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests import make
from tests.web import signed

from samsyn.register.intake.attachments import keep_attachment
from samsyn.register.models import Attachment, Blotting, Meeting, SourceVersion

pytestmark = pytest.mark.django_db

WORDS = "Xerxes Kvistgren får extra stöd"
FORM = {"ord": WORDS, "vad": "ord", "var": "har", "orsak": "En elev nämndes."}


def arne() -> Client:
    """Signed in as an archivist."""
    client = Client()
    client.force_login(make.role(make.user(email="arne@exempel.se", name="Arne Ask"), "archivist").user)
    return client


def address() -> str:
    """Where something is blotted out of a new meeting."""
    meeting = make.meeting(said=(make.Said(text=f"{WORDS} i skolan."),), came=(make.Came(name="Kim Ask"),))
    return f"/moten/{meeting.pk}/utplana/"


def shown(client: Client, where: str, **changes: str) -> str:
    """The places, as they are shown."""
    return client.post(where, FORM | {"steg": "visa"} | changes).content.decode()


def blotted(client: Client, where: str, **changes: str) -> int:
    """Blot out what was looked at; gives the answer's status."""
    seen = re.findall(r'name="sedda" value="(\d+)"', shown(client, where, **changes))
    return client.post(where, FORM | {"steg": "utplana", "sedda": (seen or [""])[0]} | changes).status_code


def test_places_are_shown_before_anything_is_changed() -> None:
    """The words lit among their neighbours, and how many rows of what will change."""
    client, where = arne(), address()
    page = shown(client, where)
    told = (
        f'<mark class="quote-lit">{WORDS}</mark>' in page,
        "Lästa uppgifter" in page,
        Blotting.objects.count(),
    )
    assert told == (True, True, 0)


def test_it_is_done_when_it_has_been_looked_through() -> None:
    """And leads back to the meeting, whose notes have blots."""
    client, where = arne(), address()
    told = (blotted(client, where), WORDS in SourceVersion.objects.get().text)
    assert told == (302, False)


def test_the_page_says_what_is_left_in_files() -> None:
    """Within a test's transaction the files cannot be swept, and that is told."""
    client, where = arne(), address()
    blotted(client, where)
    assert "samsyn sweep" in signed.page(client, f"/moten/{Meeting.objects.get().pk}/")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"orsak": ""}, "Skriv varför"),
        ({"ord": "ab"}, "minst tre tecken"),
        ({"ord": "Ingenstans"}, "finns inte"),
    ],
    ids=["no-reason", "short", "nowhere"],
)
def test_what_is_wrong_is_said_beside_the_form(changes: dict[str, str], said: str) -> None:
    """With what was written still there."""
    page = shown(arne(), address(), **changes)
    assert (said in page, 'role="alert"' in page) == (True, True)


def test_the_whole_register_has_a_page_of_its_own() -> None:
    """For words in many meetings."""
    client = arne()
    address()
    assert (blotted(client, "/utplana/"), WORDS in SourceVersion.objects.get().text) == (302, False)


def test_whole_notes_name_their_files_first() -> None:
    """And the attachments that can go with them."""
    client, where = arne(), address()
    keep_attachment(Meeting.objects.get().pk, b"x", name="bilaga.txt", by=None)
    page = shown(client, where, vad="allt", ord="")
    assert ("prov.txt" in page, "bilaga.txt" in page) == (True, True)


def test_whole_notes_go() -> None:
    """With the attachments that were chosen."""
    client, where = arne(), address()
    keep_attachment(Meeting.objects.get().pk, b"x", name="bilaga.txt", by=None)
    blotted(client, where, vad="allt", ord="", bilaga=str(Attachment.objects.get().pk))
    told = (Meeting.objects.get().statements.count(), Attachment.objects.get().file_name)
    assert told == (0, "utplånad.txt")


def test_earlier_acts_are_listed() -> None:
    """With their reasons."""
    client, where = arne(), address()
    blotted(client, where)
    assert "En elev nämndes." in signed.page(client, "/utplana/")


def test_the_meeting_offers_it_to_archivists_alone() -> None:
    """Others see no such link."""
    where = address()
    meeting = where.removesuffix("utplana/")
    assert [where in signed.page(client, meeting) for client in (arne(), signed.bo())] == [True, False]


def test_script_in_words_is_shown_as_text() -> None:
    """What somebody searches for runs nowhere."""
    page = shown(arne(), address(), ord="<script>alert(1)</script>")
    assert "<script>alert" not in page

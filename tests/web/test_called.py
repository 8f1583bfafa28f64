"""Where notes are begun, a notice gives the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.register.test_called import NOTICE, called
from tests.web import signed

from samsyn.register.models import NotesDraft

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    """Anna, who may everything."""
    return signed.anna()


@pytest.mark.parametrize(
    ("written", "headings"),
    [("", ["Mötets öppnande", "Budget för provet"]), ("Annat", ["Annat"])],
    ids=["none-written", "own-agenda"],
)
def test_a_notice_gives_the_agenda(client: Client, written: str, headings: list[str]) -> None:
    """Of the meeting on that day, unless somebody has written another; and the page says where it is from."""
    meeting = called(NOTICE)
    sent = {"organ": meeting.bodies.get().pk, "dag": "2026-12-05", "dagordning": written, "forra": "1"}
    page = client.post("/skriv/", sent, follow=True).content.decode()
    items = NotesDraft.objects.get().content["items"]
    assert [item["heading"] for item in items][:2] == headings
    assert ("tagen ur kallelsen" in page) is not bool(written)


def test_begun_from_the_meeting_its_notice_gives_the_agenda(client: Client) -> None:
    """One press; pressed again, the same draft is gone on with."""
    meeting = called(NOTICE)
    answers = [client.post(f"/skriv/mote/{meeting.pk}/")["Location"] for _ in range(2)]
    assert (len(set(answers)), len(NotesDraft.objects.get().content["items"])) == (1, 4)

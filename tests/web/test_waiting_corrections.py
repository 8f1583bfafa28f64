"""The page where a changed file of finished notes is compared with them and decided on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests import make
from tests.web import signed

from samsyn.register.models import Meeting, SourceVersion, WaitingCorrection
from samsyn.register.service import finalise_notes, import_content

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

NOTE = "# Minnesanteckningar Nätverket för prov\n\nDatum: 2026-03-05\n\nBeslut: Planen godkänns i år.\n"
MENDED = NOTE.replace("i år", "nästa år")


@pytest.fixture
def client() -> Client:
    """Anna's browser; the notes are finalised and went to Bo."""
    anna = make.administrator()
    (outcome,) = import_content(NOTE.encode(), name="m.md", by=anna)
    assert outcome.meeting_id is not None
    Meeting.objects.filter(pk=outcome.meeting_id).update(notes_state="draft")
    today = timezone.localdate()
    finalise_notes(Meeting.objects.get(), seen=1, addresses=["bo@exempel.se"], by=anna, on=today)
    client = signed.stranger()
    client.force_login(anna)
    return client


@pytest.fixture
def address(client: Client) -> str:
    """Where the changed file is decided on."""
    import_content(MENDED.encode(), name="m2.md", by=make.administrator(email="e@exempel.se"))
    waiting = WaitingCorrection.objects.get()
    return f"/moten/{waiting.meeting_id}/vantar/{waiting.pk}/"


def test_an_uploaded_file_leads_to_the_meeting(client: Client) -> None:
    """Which says what it waits for."""
    file = SimpleUploadedFile("m2.md", MENDED.encode())
    response = client.post("/moten/las-in/", {"sort": "nya", "filer": file})
    page = signed.page(client, response["Location"])
    assert ("Filen väntar på beslut" in page, "En ändrad fil väntar på beslut:" in page) == (True, True)


def test_both_are_shown_side_by_side(client: Client, address: str) -> None:
    """With the words that differ marked, and to whom a correction goes."""
    page = signed.page(client, address)
    assert ("<ins>nästa</ins>" in page, "bo@exempel.se" in page) == (True, True)


def test_the_first_page_asks(client: Client, address: str) -> None:
    """Whoever can decide finds the way there."""
    assert f'href="{address}"' in signed.page(client, "/")


@pytest.mark.parametrize("page", ["/", "/moten/{}/"], ids=["first-page", "meeting"])
def test_readers_are_not_asked(page: str, address: str) -> None:
    """They cannot decide."""
    assert "/vantar/" not in signed.page(signed.bo(), page.format(Meeting.objects.get().pk))


@pytest.mark.parametrize(
    ("answer", "versions", "says"),
    [("ratta", 2, "Anteckningarna är rättade."), ("lamna", 1, "Anteckningarna står kvar.")],
    ids=["take", "leave"],
)
def test_deciding(answer: str, versions: int, says: str, client: Client, address: str) -> None:
    """Either way the meeting's page says what was done, and the file waits no more."""
    response = client.post(address, {"version": "1", "orsak": "Fel år.", "svar": answer})
    page = signed.page(client, response["Location"])
    assert (says in page, "/vantar/" in page, SourceVersion.objects.count()) == (True, False, versions)


def test_what_is_missing_is_told(client: Client, address: str) -> None:
    """And what was written is kept."""
    page = client.post(address, {"version": "7", "orsak": "Fel år.", "svar": "ratta"}).content.decode()
    assert ("medan du hade sidan öppen" in page, "Fel år.</textarea>" in page) == (True, True)


def test_a_decided_file_leads_back(client: Client, address: str) -> None:
    """An old link does nothing."""
    client.post(address, {"version": "1", "orsak": "Fel år.", "svar": "lamna"})
    assert client.get(address)["Location"] == f"/moten/{Meeting.objects.get().pk}/"

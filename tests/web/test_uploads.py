"""Taking in notes from the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests import make
from tests.web import signed

from samsyn.register.models import Body, Meeting, Source

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

NOTE = """\
# Minnesanteckningar Styrgruppen för skola

Datum: 2026-03-05

Närvarande: Ebba Ek, Flen

## 1. Planen

Beslut: Planen godkänns.
"""
LATER = NOTE.replace("2026-03-05", "2026-04-09")


def send(client: Client, *notes: str, kind: str = "nya", **headers: str) -> HttpResponse:
    """What becomes of files that are sent from the form."""
    files = [
        SimpleUploadedFile(f"m{number}.md", text.encode(), "text/plain") for number, text in enumerate(notes)
    ]
    return client.post("/moten/las-in/", {"filer": files, "sort": kind}, headers=headers)  # type: ignore[return-value]


def test_a_file_becomes_a_meeting() -> None:
    """The way goes on to its page, which says what was done."""
    client = signed.anna()
    response = send(client, NOTE)
    assert response["Location"] == f"/moten/{Meeting.objects.get(state='held').pk}/"
    assert "Anteckningarna är inlästa." in signed.page(client, response["Location"])


def test_the_file_is_kept_as_it_is() -> None:
    """Byte for byte."""
    send(signed.anna(), NOTE)
    assert bytes(Source.objects.get().content) == NOTE.encode()


@pytest.mark.parametrize(
    ("kind", "state"), [("nya", "draft"), ("gamla", "finalised_elsewhere"), ("x", "draft")]
)
def test_new_notes_begin_as_a_draft(kind: str, state: str) -> None:
    """Old ones were finished elsewhere."""
    send(signed.anna(), NOTE, kind=kind)
    assert Meeting.objects.get(state="held").notes_state == state


def test_with_script_the_browser_is_led_on() -> None:
    """The same way on, as htmx takes it."""
    response = send(signed.anna(), NOTE, **{"HX-Request": "true"})
    assert response["HX-Redirect"] == f"/moten/{Meeting.objects.get(state='held').pk}/"


def test_several_files_are_told_of_one_by_one() -> None:
    """One is refused, the others come in."""
    text = send(signed.anna(), NOTE, LATER, "Barnet 121212-1212 bor i Flen.").content.decode()
    assert (Meeting.objects.filter(state="held").count(), text.count('class="outcome"')) == (2, 3)
    assert "personnummer" in text


def test_an_identity_number_stops_the_file() -> None:
    """Nothing of it is kept."""
    text = send(signed.anna(), NOTE.replace("Ebba Ek", "Ebba Ek 121212-1212")).content.decode()
    assert ("personnummer" in text, Source.objects.exists()) == (True, False)


def test_a_file_that_is_known_leads_to_its_meeting() -> None:
    """And says so."""
    client = signed.anna()
    send(client, NOTE)
    assert "redan inläst" in signed.page(client, send(client, NOTE)["Location"])


def test_no_file_is_told_at_the_field() -> None:
    """With what to do."""
    text = send(signed.anna()).content.decode()
    assert 'aria-describedby="filer-hjalp filer-fel" aria-invalid="true"' in text


def test_a_file_that_is_too_large_is_refused(settings: Settings) -> None:
    """Before it is read."""
    settings.SAMSYN_MAX_BYTES = 100
    assert "är större än 0 MB" in send(signed.anna(), NOTE).content.decode()


def test_a_secretary_takes_in_her_own_notes_only() -> None:
    """Those of another body are refused in one sentence, and nothing is kept."""
    client = signed.stranger()
    client.force_login(make.secretary(Body.objects.create(name="Nätverket", key="nätverket")))
    assert "som du inte är sekreterare för" in send(client, NOTE).content.decode()
    assert not Source.objects.exists()


def test_readers_see_no_way_there() -> None:
    """Bo's list of meetings has no button that would refuse him."""
    assert "/moten/las-in/" not in signed.page(signed.bo(), "/moten/")

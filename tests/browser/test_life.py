"""The secretary's path from a Word file to notes that are sent, through a real browser and mail server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.mail.conftest import lead_to
from tests.mail.server import MailServer

import samsyn
from samsyn.mail.service import send_waiting

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser

NOTES = Path(samsyn.__file__).parent / "example" / "2026-11-06-lansstyrgruppen.docx"


def test_from_a_word_file_to_notes_that_are_sent(site: Site, settings: Settings) -> None:
    """Taken in, finalised, and in the hands of who should have them, byte for byte."""
    page = site.open("/moten/las-in/")
    page.get_by_label("Filer").set_input_files(NOTES)
    page.get_by_role("button", name="Läs in").click()
    page.get_by_text("Anteckningarna är inlästa.").wait_for()
    page.get_by_role("link", name="Färdigställ och skicka").click()
    page.get_by_label("Skickas till").fill("elsa.berg@exempel.se")
    page.get_by_role("button", name="Färdigställ och skicka").click()
    page.get_by_text("Ett brev går i väg.").wait_for()
    with MailServer() as server:
        lead_to(server.port, settings)
        send_waiting()
        (enclosed,) = server.letters[0].iter_attachments()
    assert (server.letters[0]["To"], enclosed.get_content()) == ("elsa.berg@exempel.se", NOTES.read_bytes())


def test_the_same_by_keyboard_alone(site: Site) -> None:
    """From the meeting's page, without a mouse."""
    page = site.open("/moten/las-in/")
    page.get_by_label("Filer").set_input_files(NOTES)
    page.get_by_role("button", name="Läs in").press("Enter")
    step = page.get_by_role("link", name="Färdigställ och skicka")
    step.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Skickas till").focus()
    page.keyboard.type("elsa.berg@exempel.se")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Ett brev går i väg.").wait_for()
    assert page.get_by_text("Färdigställda").count() > 0

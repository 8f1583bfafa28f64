"""Writing notes in a browser: by keyboard alone, without network, after a crash, two at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests import make

from samsyn.accounts.models import User
from samsyn.minutes import read_notes
from samsyn.register.service import begin_draft

if TYPE_CHECKING:
    from tests.browser.sites import Site

    from samsyn.register.models import NotesDraft

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser

DAY = date(2026, 11, 22)


@pytest.fixture
def draft(site: Site) -> NotesDraft:
    """Begun by Anna, with two items and somebody to tick."""
    came = (make.Came(name="Ebba Ek", affiliation="Flens kommun"), make.Came(name="Per Lund"))
    body = make.meeting(came=came).bodies.get()
    return begin_draft(body, on=DAY, headings=["Öppnande", "Budget"], by=User.objects.get())


def test_a_meeting_is_written_by_keyboard_alone(site: Site, draft: NotesDraft) -> None:
    """From the first item to the Word file, without the mouse."""
    page = site.open(f"/skriv/{draft.pk}/")
    page.get_by_role("checkbox", name="Ebba Ek").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_label("Rubrik").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("Läget gicks igenom.")
    page.keyboard.press("Alt+b")
    page.keyboard.type("Budgeten antas.")
    page.keyboard.press("Alt+Semicolon")
    page.keyboard.type("Arbetet fortsätter.")
    page.keyboard.press("Alt+BracketLeft")
    page.keyboard.type("Skicka ut planen")
    page.keyboard.press("Tab")
    page.keyboard.type("Ebba Ek")
    page.keyboard.press("Tab")
    page.keyboard.type("4 maj 2027")
    page.keyboard.press("Alt+p")
    page.keyboard.type("Övrigt")
    with page.expect_download() as download:
        page.get_by_role("link", name="Word").focus()
        page.keyboard.press("Enter")
    minutes = read_notes(download.value.path().read_bytes(), name="x.docx").notes[0].minutes
    assert [one.text.value for one in minutes.statements if one.kind.value.value != "information"] == [
        "Budgeten antas.",
        "Arbetet fortsätter.",
        "Skicka ut planen",
    ]

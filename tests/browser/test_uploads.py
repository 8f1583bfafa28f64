"""Taking in notes in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser

NOTE = "# Minnesanteckningar Styrgruppen\n\nDatum: 2026-03-05\n\nBeslut: Planen godkänns.\n"


def test_a_chosen_file_leads_to_its_meeting(site: Site) -> None:
    """With script, and without leaving the page before it is read."""
    page = site.open("/moten/las-in/")
    page.get_by_label("Filer").set_input_files(
        {"name": "m.md", "mimeType": "text/markdown", "buffer": NOTE.encode()}
    )
    page.get_by_role("button", name="Läs in").click()
    page.get_by_text("Anteckningarna är inlästa.").wait_for()
    assert page.get_by_text("Planen godkänns.").count() > 0


def test_what_is_wrong_is_told_on_the_page(site: Site) -> None:
    """The form is there to try again, and the field has the focus."""
    page = site.open("/moten/las-in/")
    page.get_by_role("button", name="Läs in").click()
    page.get_by_text("Välj en fil, eller släpp den i rutan.").wait_for()
    page.wait_for_function("document.activeElement.id === 'filer'")
    assert page.get_by_role("button", name="Läs in").is_enabled()

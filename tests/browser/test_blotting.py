"""Blotting out in a browser: what is asked, all places, and the notes afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.sites import findings_at

from samsyn.register.models import Meeting

if TYPE_CHECKING:
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser


def test_words_are_looked_through_and_blotted(site: Site) -> None:
    """From the meeting's page to blots in the notes; axe finds nothing on the way."""
    meeting = Meeting.objects.get(state="held", start_on="2026-03-12")
    words = meeting.values.filter(field="text")[0].words
    page = site.open(f"/moten/{meeting.pk}/")
    page.get_by_role("link", name="Utplåna något").click()
    page.get_by_label("Orden som ska bort").fill(words)
    page.get_by_label("Varför?").fill("Ett barn nämndes.")
    page.get_by_role("button", name="Visa alla ställen").click()
    page.get_by_role("heading", name="Allt som ändras").wait_for()
    found = findings_at(page, (390, 768, 1440), name="utplana-stallen")
    page.get_by_role("button", name="Utplåna för alltid").click()
    page.locator(".sheet", has_text="■■■").wait_for()
    assert (found, page.get_by_text(words, exact=True).count()) == ([], 0)

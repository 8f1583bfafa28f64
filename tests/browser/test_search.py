"""Search in the browser: as you type, by keyboard, and with the words lit in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser


def test_hits_come_while_somebody_writes(site: Site) -> None:
    """From any page by the key for search, and on without another key than those of the word."""
    page = site.open("/moten/")
    page.keyboard.press("/")
    page.keyboard.type("kontakt")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/**")
    page.keyboard.press("/")
    page.keyboard.type("kontaktväg")
    expect(page.locator(".search-hit mark").first).to_have_text("kontaktväg")
    expect(page).to_have_url(re.compile("ord=kontaktv%C3%A4g"))
    expect(page.locator("#sok")).to_be_focused()


def test_a_hit_leads_to_its_place(site: Site) -> None:
    """The row that was found is the one that is chosen on the meeting's page."""
    page = site.open("/sok/?ord=kontaktväg")
    page.locator(".search-place").first.click()
    expect(page.locator(".said.lit", has_text="kontaktväg").first).to_be_in_viewport()


def test_a_choice_narrows_at_once(site: Site) -> None:
    """Without a button, and it stays while the words change."""
    page = site.open("/sok/?ord=kontaktväg")
    page.locator("#ar").select_option("2026")
    expect(page).to_have_url(re.compile("ar=2026"))
    page.locator("#sok").fill("kontaktväg gemensam")
    expect(page.locator(".search-hit")).to_have_count(1)
    expect(page).to_have_url(re.compile("ar=2026"))

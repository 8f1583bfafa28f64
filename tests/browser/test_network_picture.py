"""The picture of the network in a real browser: by keyboard, in a reader's own colours, and on paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from tests.register.test_rooms import met

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser

IN_HAND = "document.activeElement.querySelector('title')?.textContent"


def opened(site: Site, **options: Any) -> Page:
    """Two bodies, with Trosa and Tora in both."""
    for at, body in enumerate(("Alfanätverket", "Betanätverket"), start=1):
        met(date(2026, 9, at), ("Tora Ek", "Trosa kommun", True), bodies=(body,))
    return site.open("/natverk/", **options)


def test_the_arrows_go_between_marks(site: Site) -> None:
    """Down a column and over to the next; the tab key stops once, where the arrows were."""
    page = opened(site)
    page.get_by_role("link", name="Trosa kommun: ").focus()
    trail = []
    for key in ("ArrowRight", "ArrowDown", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
        trail.append(page.evaluate(IN_HAND))
    stops = page.locator(".picture .node[tabindex='0']").count()
    assert (sorted(trail[:2]), trail[2], stops) == (["Alfanätverket", "Betanätverket"], "Tora Ek", 1)


def test_the_ties_of_the_mark_in_hand_are_lit(site: Site) -> None:
    """And no others."""
    page = opened(site)
    page.get_by_role("link", name="Tora Ek: ").focus()
    ends = page.locator(".ties .lit").evaluate_all("all => [...new Set(all.map((one) => one.dataset.from))]")
    assert (len(ends), page.locator(".node.lit").count()) == (1, 3)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_readers_own_colours_can_be_read(site: Site, scheme: str) -> None:
    """A body's name does not stand on its own colour where the machine has chosen the colours."""
    page = opened(site, forced_colors="active", color_scheme=scheme)
    ground = {"light": "rgb(255, 255, 255)", "dark": "rgb(0, 0, 0)"}[scheme]
    expect(page.locator(".node rect").first).to_have_css("fill", ground)


def test_paper_has_both_picture_and_table(site: Site) -> None:
    """With dark words, whatever theme is chosen."""
    page = opened(site)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print")
    expect(page.locator(".picture > svg")).to_be_visible()
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.locator(".lead")).to_have_css("color", "rgb(67, 80, 77)")

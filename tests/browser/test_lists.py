"""The lists and the frame in the browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from samsyn.accounts.models import User
from samsyn.register.models import Statement

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser


def press(page: Page, key: str, times: int) -> None:
    """Press a key some times."""
    for _ in range(times):
        page.keyboard.press(key)


def test_the_list_follows_the_choices_at_once(site: Site) -> None:
    """Without a button; the address and the CSV follow."""
    page = site.open("/beslut/")
    page.locator("#sort").select_option("action")
    expect(page.locator(".result-count")).to_have_text("1 rad")
    expect(page).to_have_url(re.compile("sort=action"))
    expect(page.locator("#csv")).to_have_attribute("href", re.compile("sort=action"))


def test_words_filter_while_they_are_written(site: Site) -> None:
    """A short wait after the last letter."""
    page = site.open("/beslut/")
    page.locator("#ord").press_sequentially("steg 3")
    expect(page.locator(".row-toggle")).to_have_count(1)
    expect(page.locator("#ord")).to_be_focused()


def test_a_row_opens_and_closes_in_place(site: Site) -> None:
    """By Enter on its words, and Escape; the focus stays with it."""
    page = site.open("/beslut/")
    toggle = page.locator(".row-toggle").first
    toggle.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".detail")).to_have_count(1)
    expect(page.locator(".row-toggle").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".detail")).to_have_count(0)


def test_a_row_is_confirmed_in_the_list(site: Site) -> None:
    """The page comes back with the row open and its state new."""
    said = Statement.objects.get(kind="decision", meeting__start_on="2026-03-12")
    page = site.open(f"/beslut/?oppen={said.pk}")
    page.get_by_role("button", name="Bekräfta").click()
    expect(page.locator(f"#statement-{said.pk} .cell-state")).to_have_text("Bekräftat")


def test_a_filter_works_without_script(site: Site) -> None:
    """By the button."""
    page = site.open("/beslut/", java_script_enabled=False)
    page.locator("#sort").select_option("action")
    page.get_by_role("button", name="Visa").click()
    expect(page.locator(".row-toggle")).to_have_count(1)


def test_the_way_from_sign_in_to_a_confirmed_decision_by_keyboard(site: Site) -> None:
    """No mouse anywhere."""
    anna = User.objects.get(is_administrator=True)
    anna.set_password("en lång hemlig mening")
    anna.save()
    page = site.open("/", signed_in=False)
    page.locator("#username").focus()
    page.keyboard.type("anna@exempel.se")
    page.keyboard.press("Tab")
    page.keyboard.type("en lång hemlig mening")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Läget")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Till innehållet")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#innehall")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/moten/**")
    expect(page.locator(".row > details[open]")).to_have_count(1)
    expect(page.locator(".row > details[open] > summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#besked")).to_contain_text("bekräftade")


def test_the_menu_of_a_phone_opens_and_closes(site: Site) -> None:
    """By its button and by Escape."""
    page = site.open("/", width=390)
    expect(page.get_by_role("link", name="Möten", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Meny").click()
    expect(page.get_by_role("link", name="Möten", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Möten", exact=True)).to_be_hidden()


def test_the_chosen_look_holds_on_every_page(site: Site) -> None:
    """Dark where the computer says light."""
    page = site.open("/", color_scheme="light")
    page.locator(".who summary").click()
    page.get_by_role("button", name="Mörkt").click()
    page.goto(f"{site.address}/beslut/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 25, 24)"


def test_focus_is_seen(site: Site) -> None:
    """Three pixels in the accent colour."""
    page = site.open("/moten/")
    press(page, "Tab", 3)
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"

"""Matters in a browser: a proposed thread is taken, and the picture of its way is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.sites import overflow
from tests.matters import threads

from samsyn.accounts.models import User

if TYPE_CHECKING:
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser


def followed() -> str:
    """The address of a matter that has been up in three bodies."""
    at = [threads.place(threads.meeting(9 * week, body=f"Organ {week % 3}")) for week in range(5)]
    return f"/arenden/{threads.matter(*at, by=User.objects.get(email='anna@exempel.se')).pk}/"


def test_a_thread_is_taken_and_its_way_is_walked_by_keyboard(site: Site) -> None:
    """One stop for the tab key; the arrows go along the time, and Enter opens the meeting."""
    threads.link(*(threads.place(threads.meeting(9 * week)) for week in range(2)))
    page = site.open("/arenden/")
    page.get_by_label("Ärendets namn").fill("Kontakt i väntan")
    page.get_by_role("button", name="Öppna ärendet", exact=False).first.press("Enter")
    page.get_by_role("link", name="Kontakt i väntan").click()
    page.get_by_role("link", name="9 feb", exact=False).or_(
        page.locator(".way-mark[tabindex='0']")
    ).last.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    here = page.evaluate("document.activeElement.id")
    n_stops = page.locator(".way-mark[tabindex='0']").count()
    page.keyboard.press("Enter")
    page.wait_for_url("**/moten/**")
    assert (here.startswith("mote-"), n_stops) == (True, 1)


def test_on_a_phone_the_picture_rolls_within_its_own_box(site: Site) -> None:
    """With the latest in view, and the bodies' names beside it."""
    page = site.open(followed(), width=390)
    last = page.locator(".way-mark").last.bounding_box()
    name = page.locator(".way-names li").first.bounding_box()
    assert last is not None
    assert name is not None
    assert (overflow(page), 0 < last["x"] < 390, name["x"] >= 0) == (0, True, True)


def test_on_a_phone_a_silent_matter_shows_its_last_mark(site: Site) -> None:
    """The picture reaches until today, long after it."""
    at = [threads.place(threads.meeting(week, body=f"Organ {week}")) for week in range(2)]
    matter = threads.matter(*at, by=User.objects.get(email="anna@exempel.se"))
    page = site.open(f"/arenden/{matter.pk}/", width=390)
    last = page.locator(".way-mark").last.bounding_box()
    assert last is not None
    assert 0 < last["x"] < 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_stand_out_from_the_page(site: Site, scheme: str) -> None:
    """In either theme: what is drawn has another colour than what it is drawn on."""
    page = site.open(followed(), color_scheme=scheme)
    drawn = page.locator(".way-dot").first.evaluate("one => getComputedStyle(one).fill")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert drawn != ground


def test_on_paper_the_whole_way_is_seen(site: Site) -> None:
    """No part is cut off, and what can only be pressed is gone."""
    page = site.open(followed())
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})
    box = page.locator(".way-roll > .way-svg").bounding_box()
    assert box is not None
    switch = page.get_by_role("link", name="Tabell")
    assert (box["x"] + box["width"] <= 680, switch.is_visible()) == (True, False)

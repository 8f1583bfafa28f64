"""Going through actions with the chair by keyboard, and a promise answered on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from samsyn.matters.models import FollowUp
from samsyn.register.models import ActionReport, Organisation, Statement

if TYPE_CHECKING:
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser


def test_an_action_is_settled_by_keys_alone(site: Site) -> None:
    """D leads to the date, Enter saves and shows the next, and what was settled is told at the end."""
    said = Statement.objects.filter(is_action=True).order_by("pk")[0]
    Statement.objects.exclude(pk=said.pk).update(is_action=False)
    Statement.objects.filter(pk=said.pk).update(due_words="", due_end=None, owner_name="Processledarna")
    page = site.open("/genomgang/")
    page.keyboard.press("d")
    expect(page.locator('[name="tid"]')).to_be_focused()
    page.keyboard.type("1 maj 2027")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Det som bestämts i dag")).to_be_visible()
    assert FollowUp.objects.get(statement=said).due_words == "1 maj 2027"


def test_what_is_not_needed_asks_why(site: Site) -> None:
    """B leads to the reason; skipping leads on."""
    Statement.objects.filter(is_action=True).update(due_words="", due_end=None)
    page = site.open("/genomgang/")
    page.keyboard.press("b")
    expect(page.locator('[name="varfor"]')).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.wait_for_url("**nr=1**")


def test_a_promise_is_answered_in_one_touch(site: Site) -> None:
    """On a phone; what needs help asks with what first."""
    flen = Organisation.objects.filter(kind="municipality")[0]
    said = Statement.objects.filter(is_action=True).order_by("pk")[0]
    Statement.objects.filter(is_action=True).update(owner_organisation=None, owner_person=None)
    Statement.objects.filter(pk=said.pk).update(owner_organisation=flen)
    page = site.open(f"/organisationer/{flen.pk}/lage/", width=390)
    page.get_by_text("Behöver hjälp", exact=True).first.click()
    expect(page.get_by_label("Med vad?")).to_be_visible()
    page.get_by_role("button", name="På gång").first.click()
    expect(page.get_by_text("Nu syns det hur det går.")).to_be_visible()
    assert ActionReport.objects.get().state == "under_way"

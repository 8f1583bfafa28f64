"""When the server does not answer as it should, the page says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from samsyn.register.models import Meeting, Value

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser


def joint(site: Site) -> Page:
    """The joint meeting's page."""
    meeting = Meeting.objects.get(state="held", start_on="2026-03-12")
    return site.open(f"/moten/{meeting.pk}/")


def confirm(page: Page) -> None:
    """Press the first button that confirms a row."""
    page.get_by_role("button", name="Bekräfta raden").first.click()


def test_a_lost_connection_is_said(site: Site) -> None:
    """The row stays as it was, and the page says that nothing was kept."""
    page = joint(site)
    page.route("**/avgor/", lambda route: route.abort())
    confirm(page)
    expect(page.locator("#besked")).to_contain_text("Det gick inte att spara")
    site.complaints.clear()


def test_a_refusal_is_said(site: Site) -> None:
    """An answer that is no answer is told, too."""
    page = joint(site)
    page.route("**/avgor/", lambda route: route.fulfill(status=500, body=""))
    confirm(page)
    expect(page.locator("#besked")).to_contain_text("Det gick inte att spara")
    site.complaints.clear()


def test_a_session_that_has_ended_leads_to_sign_in(site: Site) -> None:
    """And from there back to the page; nothing is decided meanwhile."""
    page = joint(site)
    page.context.clear_cookies(name="sessionid")
    confirm(page)
    expect(page).to_have_url(re.compile(r"/logga-in/\?next=%2Fmoten%2F"))
    assert not Value.objects.exclude(state="proposed").exists()

"""Passkeys: made and used in a browser that has a key of its own for tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from allauth.mfa.models import Authenticator
from tests import make
from tests.browser.sites import findings

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser: nothing else speaks with keys

PASSWORD = "granskog-ljung-7"  # noqa: S105 - of an invented user
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def sign_in(page: Page) -> None:
    """The first step."""
    page.get_by_label("E-postadress").fill("bo@exempel.se")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()


@pytest.fixture
def page(site: Site) -> Page:
    """Bo's browser, with a key in it that he has chosen as his second step; signed out again."""
    bo = make.reader()
    bo.set_password(PASSWORD)
    bo.save()
    page = site.open("/logga-in/", signed_in=False)
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    sign_in(page)
    page.get_by_role("heading", name="Läget").wait_for()
    page.goto(f"{site.address}/mitt-konto/nyckel/")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Fortsätt").click()
    page.get_by_role("button", name="Skapa nyckeln").click()
    page.get_by_role("heading", name="Reservkoder").wait_for()
    page.context.clear_cookies()
    page.goto(f"{site.address}/logga-in/?next=/moten/")
    sign_in(page)
    return page


def test_the_key_is_the_second_step(page: Page) -> None:
    """The password alone is not enough; the key opens the page that was asked for."""
    page.get_by_role("button", name="Använd nyckeln").click()
    page.get_by_role("heading", name="Möten", level=1).wait_for()
    assert Authenticator.objects.filter(type="webauthn", last_used_at__isnull=False).count() == 1


def test_the_page_that_asks_for_the_key_is_without_findings(page: Page) -> None:
    """The form is there once script has shown it."""
    page.get_by_role("button", name="Använd nyckeln").wait_for()
    assert findings(page) == []


def test_a_removed_key_is_asked_for_no_more(page: Page, site: Site) -> None:
    """The password is enough again, and the recovery codes go too."""
    page.get_by_role("button", name="Använd nyckeln").click()
    page.get_by_role("heading", name="Möten", level=1).wait_for()
    page.goto(f"{site.address}/mitt-konto/")
    page.get_by_role("link", name=re.compile("Nyckel 1")).click()
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Fortsätt").click()
    page.get_by_role("button", name="Ta bort").click()
    page.get_by_text("Bara lösenordet behövs.").wait_for()
    assert Authenticator.objects.count() == 0

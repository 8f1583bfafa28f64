"""A reminder's letter out of a real mail server, its link in a real browser, and actions changed by keys."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.browser.sites import findings_at
from tests.mail.server import MailServer
from tests.matters.following import action

from samsyn.follow import remind_all
from samsyn.mail.models import Link
from samsyn.mail.service import send_waiting
from samsyn.matters.models import FollowUp
from samsyn.register.models import ActionReport, Person

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_django.fixtures import Settings
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser

GONE = "410 (Gone)"


def reminded(settings: Settings) -> list[str]:
    """Where the links lead of a letter to Greta about two late actions, read at the mail server."""
    due = timezone.localdate() - timedelta(9)
    for number in (1, 2):
        action(f"Lista {number} skickas.", due=due, on=date(2026, 9, number), name=f"{number}.txt")
    Person.objects.filter(name="Greta Gran").update(email="greta@exempel.se")
    with MailServer() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", server.port, False
        settings.DEFAULT_FROM_EMAIL = "samsyn@exempel.se"
        remind_all(on=timezone.localdate(), days=7)
        send_waiting()
        return re.findall(r"/lank/[\w-]+/", server.words())


def heading(page: Page) -> str:
    """What the page says first."""
    return page.locator("h1").inner_text()


def test_a_reminders_link_once_twice_late_and_by_another(site: Site, settings: Settings) -> None:
    """Greta, without account, answers once; then each other use gets its sentence, and nothing is kept."""
    first, second, _often = reminded(settings)
    page = site.open(first, signed_in=False, width=390)
    assert findings_at(page, (320, 1440), name="paminnelse") == []
    page.get_by_label("En rad om hur det går").fill("Halva listan är klar.")
    page.get_by_role("button", name="På gång").click()
    page.get_by_text("Tack, svaret är sparat").wait_for()
    page.goto(site.address + first)
    assert (heading(page), page.get_by_text("Halva listan är klar.").count()) == ("Du har redan svarat", 1)
    other = site.open(second)
    assert other.get_by_text("inloggad som anna@exempel.se").count() == 1
    Link.objects.update(last_on=date(2026, 1, 2))
    page.goto(site.address + second)
    assert page.get_by_text("2 januari 2026").count() == 1
    assert ActionReport.objects.get().address == "greta@exempel.se"
    site.complaints[:] = [said for said in site.complaints if GONE not in said]


def test_an_action_is_changed_by_keys(site: Site) -> None:
    """J to the row, Enter to open it, D to its time; an identity number is stopped there too."""
    said = action(due=timezone.localdate() - timedelta(9), on=date(2026, 9, 1))
    page = site.open("/atgarder/?ord=lista")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    row = page.locator(f"#statement-{said.pk}.is-open")
    row.wait_for()
    page.keyboard.press("d")
    page.keyboard.type("811218-9876")
    page.keyboard.press("Enter")
    page.get_by_text("ser ut som ett personnummer").wait_for()
    page.locator(f"#tid-{said.pk}").fill("varje möte")
    page.keyboard.press("Enter")
    row.get_by_text("Möte för möte").wait_for()
    assert FollowUp.objects.get().due_precision == "recurring"
    site.complaints[:] = [told for told in site.complaints if "422" not in told]

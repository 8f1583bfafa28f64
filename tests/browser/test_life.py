"""Members comment through a link, and the secretary answers, in a real browser."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests import make
from tests.browser.sites import findings_at

from samsyn.accounts.models import User
from samsyn.mail.letters import write_text
from samsyn.mail.models import OutgoingMail
from samsyn.register.models import Meeting
from samsyn.register.service import send_for_comments

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser


def asked(site: Site) -> tuple[Meeting, str]:
    """A meeting in review, and the address of Bo's link."""
    meeting = make.meeting(headings=("Planen",), on=date(2026, 9, 1))
    Meeting.objects.filter(pk=meeting.pk).update(notes_state="draft")
    anna = User.objects.get(email="anna@exempel.se")
    last_on = timezone.localdate() + timedelta(days=7)
    send_for_comments(meeting, seen=1, addresses=["bo@exempel.se"], last_on=last_on, by=anna)
    found = re.search(r"/lank/[\w-]+/", write_text(OutgoingMail.objects.latest("pk")))
    assert found
    return meeting, found.group()


def commented(page: Page) -> None:
    """Write a comment on the page behind the link."""
    page.get_by_label("Vad gäller det?").select_option(label="Planen")
    page.get_by_label("Din synpunkt").fill("Datum saknas.")
    page.get_by_role("button", name="Skicka synpunkten").click()
    page.get_by_text("Din synpunkt är sparad.").wait_for()


def test_a_member_comments_and_the_secretary_answers(site: Site) -> None:
    """Through the link, without an account, and beside the notes."""
    meeting, address = asked(site)
    commented(site.open(address, signed_in=False))
    page = site.open(f"/moten/{meeting.pk}/")
    page.get_by_label("Svar", exact=True).fill("Nu är det med.")
    page.get_by_role("button", name="Svara, eller").click()
    page.get_by_text("Svar: Nu är det med.").wait_for()
    assert page.get_by_text("0 obesvarade av 1").count() == 1


def test_axe_finds_nothing_behind_a_link(site: Site) -> None:
    """With a comment written."""
    _, address = asked(site)
    page = site.open(address, signed_in=False)
    commented(page)
    assert findings_at(page, (390, 768, 1440), name="synpunkt") == []


def test_axe_finds_nothing_beside_a_comment(site: Site) -> None:
    """On the meeting's page, with a place for the answer."""
    meeting, address = asked(site)
    commented(site.open(address, signed_in=False))
    assert findings_at(site.open(f"/moten/{meeting.pk}/"), (390, 1440), name="mote-synpunkt") == []

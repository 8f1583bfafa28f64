"""Two browsers on the same notes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from tests import make

from samsyn.register.models import Meeting, Statement, Value

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser


def of_disa(site: Site, path: str) -> Page:
    """The page in another browser, where Disa is signed in."""
    client = Client()
    client.force_login(make.secretary())
    page = site.open("/logga-in/", signed_in=False)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site.address}]
    )
    page.goto(site.address + path)
    return page


def test_the_second_is_told_and_sees_how_the_row_stands(site: Site) -> None:
    """Disa has confirmed what Anna, who looks at an older page, rejects: Disa's word stands."""
    said = Statement.objects.get(kind="assignment")
    meeting = Meeting.objects.get(pk=said.meeting_id)
    path = f"/moten/{meeting.pk}/?rad=statement-{said.pk}"
    anna, disa = site.open(path), of_disa(site, path)
    row = f"#statement-{said.pk}"
    disa.locator(f'{row} [data-key="Enter"]').click()
    disa.get_by_text("bekräftade.").wait_for()
    anna.locator(f'{row} [data-key="x"]').click()
    anna.get_by_text("Disa Dahl bekräftade").wait_for()
    assert anna.locator(row).get_attribute("data-state") == "confirmed"
    assert set(Value.objects.filter(statement=said).values_list("state", flat=True)) == {"confirmed"}

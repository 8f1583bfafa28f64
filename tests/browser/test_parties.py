"""What each party has done with a decision, and what belongs together, told by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests import make
from tests.matters import threads

from samsyn.matters.models import PartyLine
from samsyn.matters.service import open_parties
from samsyn.register.models import Organisation, Statement

if TYPE_CHECKING:
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser


def test_a_party_that_takes_no_part_is_told_by_keys_alone(site: Site) -> None:
    """The row opens by Enter, the state is chosen by its first letter, and the lead counts it out."""
    said = Statement.objects.filter(kind="decision").order_by("pk")[0]
    flen = Organisation.objects.filter(kind="municipality").order_by("pk")[0]
    open_parties(said, [flen], by=make.administrator(email="parter@exempel.se"))
    page = site.open(f"/beslut/{said.pk}/")
    row = page.locator(f"#part-{flen.pk}")
    row.locator("summary").filter(has_text="Säg hur det är").focus()
    page.keyboard.press("Enter")
    expect(row.get_by_label("Läge")).to_be_visible()
    page.keyboard.press("Tab")
    expect(row.get_by_label("Läge")).to_be_focused()
    page.keyboard.type("Ingår")
    row.get_by_role("button", name="Spara").focus()
    page.keyboard.press("Enter")
    expect(row.locator(".state.outside")).to_have_text("Ingår inte")
    assert list(PartyLine.objects.order_by("pk").values_list("state", flat=True)) == ["pending", "outside"]


def test_the_first_proposed_thread_is_refused_by_a_key(site: Site) -> None:
    """The key stands in its button; the list of keys tells it."""
    meetings = (threads.meeting(week, body=f"Organ {week}") for week in (0, 4))
    threads.link(*map(threads.place, meetings))
    page = site.open("/arenden/")
    button = page.locator('.threads [data-key="x"]')
    expect(button).to_have_count(1)
    page.keyboard.press("x")
    expect(page.get_by_text("Punkterna hålls isär.")).to_be_visible()

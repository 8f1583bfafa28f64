"""A process leader's way from the first page to other words of the plan, in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.plan import plans

from samsyn.plan.models import PlanComment

if TYPE_CHECKING:
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser


def test_a_wish_leads_from_the_first_page_to_other_words(site: Site) -> None:
    """What a meeting decided waits; the new words stand, and nothing waits any more."""
    plan = plans.plan(areas=("Gemensam process",))
    step = plans.step_of(plans.area_of(plan), 3)
    wish = PlanComment.objects.create(
        plan=plan, part=step, kind="change_request", state="decided", text="Steg 3 skrivs om."
    )
    page = site.open("/")
    page.get_by_role("link", name="Se de beslutade ändringarna").click()
    page.get_by_role("link", name="Steg 3 skrivs om.").click()
    page.get_by_role("link", name="Skriv en ny lydelse").click()
    ticked = page.get_by_label("Steg 3 skrivs om.").is_checked()
    page.get_by_label("Ny lydelse", exact=True).fill("Varje skola har prövat i två ärenden.")
    page.get_by_label("Varför den ändras").fill("Mötet bad om det.")
    page.get_by_role("button", name="Spara lydelsen").press("Enter")
    page.get_by_role("heading", name="Alla lydelser").wait_for()
    stands = page.locator(".plan-wording").first.inner_text()
    page.goto(f"{site.address}/plan/lydelser/")
    left = page.get_by_text("Ingen har bett om andra ord.").first.is_visible()
    wish.refresh_from_db()
    assert (ticked, stands, left, wish.answer_wording is not None) == (
        True, "Varje skola har prövat i två ärenden.", True, True,
    )  # fmt: skip

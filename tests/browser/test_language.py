"""Remarks on wording in a browser: beside the field while one writes, answered by keyboard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests import make
from tests.browser.sites import findings_at, overflow
from tests.plan import plans

from samsyn.accounts.models import User
from samsyn.plan.models import RemarkAnswer, Wording
from samsyn.register.models import NotesDraft
from samsyn.register.service import begin_draft

if TYPE_CHECKING:
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser

DAY = date(2026, 11, 22)
WORDS = "Alla skolor har antagit mallen den 1 mars 2027."


def test_a_remark_is_dismissed_while_a_wording_is_written(site: Site) -> None:
    """It comes as one pauses; a reason and Enter answers it, and the words are saved as usual."""
    step = plans.step_of(plans.area_of(plans.plan()), 1)
    page = site.open(f"/plan/delar/{step.pk}/ny-lydelse/", width=390)
    field = page.get_by_label("Ny lydelse")
    field.fill(WORDS)
    expect(page.get_by_text("En anmärkning.")).to_be_visible()
    assert (overflow(page), findings_at(page, (390, 1440), name="anmarkningar")) == (0, [])
    page.get_by_text("Gäller inte här").click()
    page.get_by_label("Varför?").fill("De är nio, alla namngivna.")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Inga anmärkningar.")).to_be_visible()
    expect(field).to_be_focused()
    page.get_by_label("Varför den ändras").fill("Tydligare.")
    page.get_by_role("button", name="Spara lydelsen").click()
    expect(page.get_by_text("Den nya lydelsen är sparad.")).to_be_visible()
    answer = RemarkAnswer.objects.get()
    assert (answer.words, answer.subject_type, answer.subject_id) == ("Alla", "part", step.pk)
    assert Wording.objects.get(number=2).text == WORDS


def test_a_decision_is_looked_at_while_notes_are_written(site: Site) -> None:
    """Also one that was added on the page; what is saved is only what was written."""
    draft = begin_draft(make.meeting().bodies.get(), on=DAY, agenda=["Budget"], by=User.objects.get())
    page = site.open(f"/skriv/{draft.pk}/")
    page.locator("[data-item] [data-add=decision]").first.click()
    page.get_by_label("Beslut", exact=True).fill("Alla skolor får mallen i maj.")
    expect(page.get_by_text("En anmärkning.")).to_be_visible()
    expect(page.locator("[data-writing][data-is-saved=yes]")).to_be_visible()
    assert "Alla skolor får mallen i maj." in str(NotesDraft.objects.get().content)

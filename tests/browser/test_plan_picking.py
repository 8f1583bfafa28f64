"""Words in notes are found while one writes, in a form of the plan, in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests import make
from tests.plan import plans

from samsyn.plan.models import Evidence

if TYPE_CHECKING:
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser


def test_words_are_found_and_picked_with_keys_alone(site: Site) -> None:
    """Enter in the field looks and sends nothing; what is picked stays when something else is looked for."""
    actor = plans.fill_states(on=timezone.localdate())["actor"]
    make.meeting(said=(make.Said(text="Två skolor har prövat hjulet."), make.Said(text="Mallen används.")))
    page = site.open(f"/plan/aktorer/{actor}/", width=390)
    page.get_by_text("Lägg till underlag").first.press("Enter")
    field = page.get_by_label("Sök i anteckningarna").first
    for sought, found in (("prövat", "Två skolor har prövat hjulet."), ("mallen", "Mallen används.")):
        field.fill(sought)
        field.press("Enter")
        page.get_by_label(found).first.press("Space")
    page.get_by_role("button", name="Spara underlaget").first.press("Enter")
    page.get_by_text("Underlaget är sparat.").wait_for()
    assert Evidence.objects.filter(kind="words").count() == 2

"""From a value to what its rule says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from samsyn.register.models import Statement

if TYPE_CHECKING:
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser


@pytest.mark.parametrize("width", [390, 1440])
def test_a_rule_is_found_from_its_value(site: Site, width: int) -> None:
    """Its row is in sight, and stands out from the others."""
    said = Statement.objects.get(kind="assignment")
    said.values.update(rule="I3§")
    page = site.open(f"/moten/{said.meeting_id}/?rad=statement-{said.pk}", width=width)
    opened = page.locator(f"#statement-{said.pk}")
    opened.get_by_text("Så lästes det").click()
    opened.get_by_role("link", name="I3§").first.click()
    row = page.locator('[id="I3§"]')
    expect(row).to_be_in_viewport()
    expect(row).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")

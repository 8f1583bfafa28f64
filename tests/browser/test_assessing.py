"""An assessment on a phone, by the link in a letter and with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.plan import plans

from samsyn.accounts.models import User
from samsyn.mail.links import renew_token
from samsyn.mail.models import Link
from samsyn.plan.models import Actor, Assessment
from samsyn.plan.service import ask_for_assessment

if TYPE_CHECKING:
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_an_assessment_takes_a_few_keys(site: Site) -> None:
    """One step up in the first area with the arrow, and Enter in a field keeps all of it."""
    actor = Actor.objects.get(pk=plans.fill_states(on=timezone.localdate())["actor"])
    by = User.objects.get(is_administrator=True)
    ask_for_assessment(actor, "kim@exempel.se", on=timezone.localdate(), by=by)
    page = site.open(reverse("link", args=[renew_token(Link.objects.get())]), width=390, signed_in=False)
    area = page.get_by_role("group", name="Arbetssätt")
    area.get_by_role("radio").nth(2).focus()
    page.keyboard.press("ArrowDown")
    area.get_by_label("Vad behövs för nästa steg?").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Tack, bedömningen är sparad").wait_for()
    said = Assessment.objects.filter(actor=actor, area__name="Arbetssätt").last()
    assert said is not None
    assert said.step is not None
    assert said.step.number == 4

"""Days as forms and addresses give them."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from samsyn.plan.service import PlanUnusable
from samsyn.web.forms.plain import day_field
from samsyn.web.pages import asked_day
from samsyn.web.plan_posts import read_day


@pytest.mark.parametrize("words", ["0001-01-01", "9999-12-31", "i går"], ids=["first", "last", "words"])
def test_a_day_that_nobody_can_mean_is_none(words: str) -> None:
    """No address takes it and no form keeps it: the day after the last there is would be none."""
    assert asked_day(words) is None
    with pytest.raises(PlanUnusable):
        read_day(words)
    with pytest.raises(ValidationError, match="2026-08-31"):
        day_field("Dag").clean(words)  # type: ignore[arg-type]

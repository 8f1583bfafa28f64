"""The example county's plan where no notes were read: it is made all the same."""

from __future__ import annotations

import pytest

from samsyn.cli.example_plan import lay_plan
from samsyn.cli.example_story import leader_of_example
from samsyn.plan.models import Plan, Wording
from samsyn.register.models import Organisation


@pytest.mark.django_db
def test_without_notes_the_plan_points_to_no_words() -> None:
    """Its parts are worded anew, and nothing can say which notes asked for it."""
    Organisation.objects.create(key="flen", name="Flens kommun")
    lay_plan(by=leader_of_example())
    anew = Wording.objects.filter(number=2)
    assert (Plan.objects.count(), anew.count(), anew.filter(asked_in__isnull=False).count()) == (1, 3, 0)

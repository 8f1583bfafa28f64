"""The plan's map on screen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.plan import plans
from tests.web import signed

from samsyn.plan.models import AssessmentRequest, Outside, Plan

pytestmark = pytest.mark.django_db


def filled() -> Plan:
    """Four actors: one with evidence, one without, one that has said nothing, one that is no part of it."""
    plan, day = plans.plan(areas=("Styrning",)), timezone.localdate() - timedelta(20)
    area = plans.area_of(plan)
    names = ("Flens skola", "Gnestas skola", "Trosas skola", "Vingåkers skola")
    shown, claimed, _silent, gone = (plans.actor(plan, name) for name in names)
    plans.assessment(shown, area, 2, on=day, needs="Tid för rektorerna")
    plans.evidence(shown, area, 2, on=day)
    plans.assessment(claimed, area, 3, on=day)
    Outside.objects.create(actor=gone, why="Har ingen skola.")
    return plan


def test_without_a_plan_the_page_says_what_will_be_here() -> None:
    """Nothing is drawn."""
    assert "Ingen plan än" in signed.page(signed.bo(), "/plan/")


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("utan underlag", 2),  # once in the legend
        ("ej bedömd", 2),
        ("ingår inte", 1),
        ("Har ingen skola.", 2),  # beside the cell and in the last column
        ("i månaden", 1),
        ("Tid för rektorerna", 1),
        ("Inte tillfrågad", 1),
        ("Två av 3 aktörer har bedömt sig.", 1),
    ],
)
def test_each_state_is_a_word(words: str, times: int) -> None:
    """What colour and hatching say stands there in words."""
    filled()
    assert signed.page(signed.bo(), "/plan/").count(words) == times


def test_whoever_was_asked_and_has_not_answered_is_shown_so() -> None:
    """Not as one who has been left out."""
    plan = filled()
    AssessmentRequest.objects.create(actor=plan.actors.get(organisation__name="Trosas skola"))
    page = signed.page(signed.bo(), "/plan/")
    assert ("inget svar" in page, "Inte tillfrågad" in page) == (True, False)


@pytest.mark.parametrize(("ago", "told"), [(30, False), (10, True)])
def test_the_map_as_it_was(ago: int, *, told: bool) -> None:
    """An earlier day shows what was known then."""
    filled()
    day = timezone.localdate() - timedelta(ago)
    assert ("Tid för rektorerna" in signed.page(signed.bo(), f"/plan/?dag={day:%Y-%m-%d}")) == told


@pytest.mark.parametrize("asked", ["plan=x", "plan=99999999999", "dag=igår", "dag=2026-13-45"])
def test_what_makes_no_sense_is_passed_over(asked: str) -> None:
    """The plan of today is shown."""
    filled()
    assert "Styrning" in signed.page(signed.bo(), f"/plan/?{asked}")


def test_the_page_asks_little() -> None:
    """For any number of actors."""
    filled()
    client = signed.bo()
    client.get("/plan/")
    empty = CaptureQueriesContext(connection)
    with empty:
        client.get("/laget-finns-inte/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/plan/")
    assert len(asked) - len(empty) < 10

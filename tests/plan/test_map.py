"""The map of actors and areas, with as many questions for sixty actors as for one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.plan import plans

from samsyn.plan.models import Assessment, Outside
from samsyn.plan.queries.map import see_map

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def test_what_is_not_said_is_not_counted() -> None:
    """Two actors, one has assessed itself in one of two areas."""
    plan = plans.plan()
    area, one = plans.area_of(plan), plans.actor(plan)
    plans.actor(plan, "Gnestas skola", number=2)
    plans.assessment(one, area, 2)
    seen = see_map(plan, on=TODAY)
    assert [seen.counts(at) for at in seen.areas] == [{2: 1}, {}]
    assert (len(seen.assessed), len(seen.silent)) == (1, 1)


def test_whoever_is_outside_is_not_silent() -> None:
    """Nothing is asked of them."""
    plan = plans.plan()
    Outside.objects.create(actor=plans.actor(plan), why="Har ingen skola.")
    seen = see_map(plan, on=TODAY)
    assert (seen.silent, seen.rows[0].is_outside) == ([], True)


def test_being_outside_of_one_area_leaves_the_others() -> None:
    """And what was outside until a day is inside from it."""
    plan = plans.plan()
    one, area = plans.actor(plan), plans.area_of(plan)
    Outside.objects.create(actor=one, part=area, why="Har ingen skola.")
    Outside.objects.create(actor=one, until=TODAY, why="Vakant.")
    cells = see_map(plan, on=TODAY).rows[0].cells
    assert [(cell.outside, cell.why) for cell in cells] == [(True, "Har ingen skola."), (False, "")]


def test_the_map_of_an_earlier_day_knows_nothing_later() -> None:
    """As it was."""
    plan = plans.plan()
    one, area = plans.actor(plan), plans.area_of(plan)
    plans.assessment(one, area, 1, on=date(2026, 3, 1))
    plans.assessment(one, area, 3, on=date(2026, 9, 1))
    seen = see_map(plan, on=date(2026, 8, 31))
    assert seen.counts(area) == {1: 1}


def test_actors_of_one_municipality_stand_together() -> None:
    """Where the first of them stands."""
    plan = plans.plan()
    for number, (name, above) in enumerate(
        [("Flens skola", "Flen"), ("Gnestas skola", "Gnesta"), ("Flens socialtjänst", "Flen")], 1
    ):
        plans.organisation(name, above=above)
        plans.actor(plan, name, number=number)
    names = [row.actor.organisation.name for row in see_map(plan, on=TODAY).rows]
    assert names == ["Flens skola", "Flens socialtjänst", "Gnestas skola"]


def test_sixty_actors_over_five_years_cost_three_questions() -> None:
    """Eight areas, assessed each quarter."""
    plan = plans.plan(areas=[f"Område {number}" for number in range(8)])
    areas = list(plan.parts.filter(kind="area"))
    steps = {area.pk: plans.step_of(area, 1) for area in areas}
    actors = [plans.actor(plan, f"Enhet {number}", number=number) for number in range(60)]
    Assessment.objects.bulk_create(
        Assessment(actor=actor, area=area, step=steps[area.pk], on=TODAY - timedelta(90 * quarter))
        for actor in actors
        for area in areas
        for quarter in range(20)
    )
    with CaptureQueriesContext(
        connection,
    ) as asked:
        seen = see_map(plan, on=TODAY, since=TODAY - timedelta(183))
    assert (len(asked), len(seen.rows), len(seen.assessed)) == (3, 60, 60)


@pytest.mark.parametrize(("n_actors", "agreement"), [(3, None), (4, -0.25)], ids=["few-cells", "eight-cells"])
def test_how_far_raters_agree_is_told_over_the_whole_map_only(n_actors: int, agreement: float | None) -> None:
    """Two of each actor say where it stands; fewer than eight such cells give no figure.

    Of eight with twelve twos and four threes, half disagree: 1 - 8 / (2 * 12 * 4 / 15).
    """
    made = plans.plan()
    for number in range(n_actors):
        who = plans.actor(made, f"Enhet {number}", number=number + 1)
        for area, steps in ((plans.area_of(made), (2, 2)), (plans.area_of(made, 2), (2, 3))):
            for name, step in zip(("Kim", "Ola"), steps, strict=True):
                said = plans.assessment(who, area, step)
                said.said_by = name
                said.save()
    seen = see_map(made, on=date(2026, 9, 2))
    disputed = sum(one.is_disputed for one in seen.rated)
    assert (len(seen.rated), disputed) == (2 * n_actors, n_actors)
    assert seen.agreement == (agreement and pytest.approx(agreement))

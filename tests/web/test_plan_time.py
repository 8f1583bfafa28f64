"""The picture of a plan's times."""

from __future__ import annotations

from datetime import date

import pytest
from tests.plan import plans

from samsyn.plan.models import Band, Part, PartKind, Period, Plan
from samsyn.plan.queries.times import see_times
from samsyn.web.plan_time import APART, TimePicture, draw_times

pytestmark = pytest.mark.django_db
BEGAN, TODAY = date(2026, 1, 1), date(2026, 11, 22)
NEW_YEAR = {
    "words": "till årsskiftet",
    "precision": "turn_of_year",
    "start_on": date(2026, 12, 15),
    "end_on": date(2027, 1, 8),
}
EARLIEST = {"words": "tidigast 2027", "precision": "earliest", "start_on": date(2027, 1, 1)}
PASSED = {"words": "1 juli", "precision": "day", "start_on": date(2026, 7, 1), "end_on": date(2026, 7, 2)}
REACHED = {**PASSED, "reached_on": date(2026, 6, 20)}


def plan_of(*times: dict[str, object]) -> Plan:
    """An area whose steps have these times."""
    plan = plans.plan(areas=("Styrning",))
    for number, columns in enumerate(times, 1):
        Period.objects.create(part=plans.step_of(plans.area_of(plan), number), **columns)
    return plan


def drawn(plan: Plan) -> TimePicture:
    """Its picture."""
    picture = draw_times(see_times(plan, plan.parts.all()), began=BEGAN, today=TODAY)
    assert picture is not None
    return picture


@pytest.mark.parametrize(
    ("time", "kind", "has_bracket"),
    [
        (NEW_YEAR, "planned", True),
        (EARLIEST, "open", False),
        (PASSED, "passed", False),
        (REACHED, "reached", False),
    ],
    ids=["approximate", "open", "passed", "reached"],
)
def test_a_time_is_drawn_as_sure_as_it_is(time: dict[str, object], kind: str, *, has_bracket: bool) -> None:
    """Brackets for what is known roughly, an open end for what has none."""
    spot = drawn(plan_of(time)).lanes[0].spots[0]
    assert (spot.kind, spot.left is not None) == (kind, has_bracket)


def test_time_goes_to_the_right() -> None:
    """What was reached lies before today, and what is planned after it."""
    picture = drawn(plan_of(REACHED, NEW_YEAR))
    first, second = picture.lanes[0].spots
    assert picture.today is not None
    assert picture.left <= picture.start <= first.x < picture.today < second.x <= picture.width


def test_words_of_marks_close_together_stand_above_and_below() -> None:
    """So that they can be read."""
    first, second = drawn(plan_of(NEW_YEAR, EARLIEST)).lanes[0].spots
    assert (second.x - first.x < APART, first.is_above, second.is_above) == (True, False, True)


def test_a_milestone_has_a_lane_below_its_areas() -> None:
    """After all steps of the area, which share one."""
    plan = plan_of(REACHED, NEW_YEAR)
    step = plans.step_of(plans.area_of(plan), 1)
    milestone = Part.objects.create(plan=plan, kind=PartKind.MILESTONE, parent=step, name="Alla vet")
    Period.objects.create(part=milestone, **NEW_YEAR)
    lanes = drawn(plan).lanes
    assert [(lane.name, lane.is_milestone) for lane in lanes] == [("Styrning", False), ("Alla vet", True)]


def test_words_without_a_day_are_told_beside_the_picture() -> None:
    """Nothing is drawn where nobody has said when."""
    plan = plan_of({"words": "snarast", "precision": "uncertain"})
    times = see_times(plan, plan.parts.all())
    assert (len(times.whens), len(times.undated)) == (0, 1)
    assert draw_times(times, began=BEGAN, today=TODAY) is None


def test_a_term_is_cut_where_the_picture_ends() -> None:
    """It may go on long after."""
    plan = plan_of(NEW_YEAR)
    Band.objects.create(kind="term", name="Läsår", start_on=date(2020, 1, 1), end_on=date(2040, 1, 1))
    picture = drawn(plan)
    strip = picture.strips[0]
    assert (strip.left, strip.right) == (picture.left, picture.width)


@pytest.mark.parametrize(
    ("first", "last", "lines"),
    [
        (date(2026, 1, 8), date(2026, 10, 1), ["Läsåret 2026/27"]),
        (date(2026, 1, 8), date(2026, 3, 1), ["Läsåret", "2026/27"]),
        (date(2026, 1, 8), date(2026, 1, 10), []),
    ],
)
def test_a_band_is_named_where_there_is_room(first: date, last: date, lines: list[str]) -> None:
    """On one line, on two, or in the table of terms only."""
    plan = plan_of(NEW_YEAR)
    Band.objects.create(kind="term", name="Läsåret 2026/27", start_on=first, end_on=last)
    assert drawn(plan).strips[0].lines == lines


def test_steps_of_the_same_time_are_one_mark() -> None:
    """Three diamonds on one another could not be read."""
    first, second = drawn(plan_of(NEW_YEAR, NEW_YEAR, NEW_YEAR, EARLIEST)).lanes[0].spots[::-1]
    assert [when.part.number for when in first.whens] == [1, 2, 3]
    assert [when.part.number for when in second.whens] == [4]

"""When the rest may be there: by the county's own pace, in weeks of school, or not at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.plan.pace import Calendar, Pace, Silence, Stretch, pace_of, throughput

BEGAN, TODAY = date(2026, 1, 12), date(2026, 11, 23)
SPRING = Stretch(date(2026, 1, 8), date(2026, 6, 13))
AUTUMN = Stretch(date(2026, 8, 17), date(2026, 12, 19))
SCHOOL = Calendar((SPRING, AUTUMN), (Stretch(date(2026, 10, 26), date(2026, 10, 31)),))
DAYS = st.dates(BEGAN, TODAY - timedelta(1))


def moves(n: int) -> list[date]:
    """One every other week, from the plan's first."""
    return [BEGAN + timedelta(14 * number) for number in range(n)]


def pace(n: int, left: int = 6, *, is_leap: bool = False, began: date = BEGAN) -> Pace:
    """With so many moves."""
    return pace_of(moves(n), left, began=began, on=TODAY, calendar=SCHOOL, is_leap=is_leap)


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (pace(7), Silence.FEW_MOVES),
        (pace(0), Silence.FEW_MOVES),
        (pace(9, is_leap=True), Silence.LEAP),
        (pace(9, 0), Silence.ALL_THERE),
        (pace(0, 0), Silence.NOBODY),
        (pace(9, began=TODAY - timedelta(30)), Silence.FEW_WEEKS),
    ],
    ids=["seven", "none", "leap", "all", "nobody", "weeks"],
)
def test_what_cannot_be_said_is_not_said(found: Pace, why: Silence) -> None:
    """With the reason, and without a day."""
    assert (found.silence, found.days) == (why, {})


def test_seven_moves_lack_one() -> None:
    """What is needed for a forecast can be said."""
    assert pace(7).n_missing == 1


def test_eight_moves_give_an_interval() -> None:
    """Later the surer one wants to be."""
    found = pace(8)
    days = [found.days[level] for level in (0.5, 0.85, 0.95)]
    assert found.silence is None
    assert days == sorted(day for day in days if day)


def test_a_holiday_is_no_week_of_work() -> None:
    """And neither is the summer."""
    weeks = SCHOOL.weeks(date(2026, 6, 1), date(2026, 11, 9))
    assert (date(2026, 6, 8) in weeks, date(2026, 6, 15) in weeks, date(2026, 10, 26) in weeks) == (
        True,
        False,
        False,
    )


def test_forecast_weeks_are_weeks_of_work() -> None:
    """From the week before the autumn holiday the next one is two weeks away."""
    assert SCHOOL.after(date(2026, 10, 21), 1) == date(2026, 11, 8)


def test_beyond_the_known_terms_every_week_counts() -> None:
    """Nobody has said when they are."""
    assert SCHOOL.after(date(2026, 12, 21), 1) == date(2027, 1, 3)


def test_without_terms_every_week_counts() -> None:
    """As where no calendar was written."""
    assert len(Calendar().weeks(date(2026, 6, 1), date(2026, 8, 24))) == 12


@given(st.lists(DAYS, max_size=30))
def test_no_move_is_lost_or_counted_twice(days: list[date]) -> None:
    """Those of a holiday stand in the week before it."""
    assert sum(throughput(days, SCHOOL.weeks(BEGAN, TODAY))) == len(days)

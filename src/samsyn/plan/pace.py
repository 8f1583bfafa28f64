"""When the rest of the actors may reach a step, by the county's own pace. No database.

Time is counted in weeks of school: a week in July says nothing of how fast the work goes. From the test to
everyday work nothing is forecast: how long the steps before took says nothing of that leap.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from samsyn.figures import FEWEST, Forecast, Refusal, forecast

if TYPE_CHECKING:
    from collections.abc import Sequence

WEEK = timedelta(7)
LONGEST = 1000
"""Weeks looked through for a day: beyond the known terms every week counts."""


class Silence(StrEnum):
    """Why nothing is said of when."""

    LEAP = "leap"
    FEW_MOVES = "few_moves"
    FEW_WEEKS = "few_weeks"
    STANDS_STILL = "stands_still"
    ALL_THERE = "all_there"
    NOBODY = "nobody"


class Stretch(NamedTuple):
    """A term or a holiday: from its first day to the first day after."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which weeks are weeks of work: those of a term that no holiday fills; without any term, all."""

    terms: Sequence[Stretch] = ()
    holidays: Sequence[Stretch] = ()

    def is_worked(self, monday: date) -> bool:
        """Whether a week counts."""
        days = [monday + timedelta(day) for day in range(5)]
        return any(self._in_term(day) and not _within(day, self.holidays) for day in days)

    def weeks(self, first: date, last: date) -> list[date]:
        """The Mondays of the weeks of work that begin from one day until before another."""
        monday, found = first - timedelta(first.weekday()), []
        while monday < last:
            if self.is_worked(monday):
                found.append(monday)
            monday += WEEK
        return found

    def after(self, on: date, n_weeks: int) -> date | None:
        """The last day of the n-th week of work after the week of a day; None where it is too far away."""
        monday = on - timedelta(on.weekday())
        for _week in range(LONGEST):
            monday += WEEK
            n_weeks -= self.is_worked(monday)
            if n_weeks <= 0:
                return monday + timedelta(6)
        return None

    def _in_term(self, day: date) -> bool:
        """Days after the last known term count: nobody has said when the next ones are."""
        known = max((term.end for term in self.terms), default=date.min)
        return day >= known or _within(day, self.terms)


@dataclass(frozen=True, slots=True)
class Pace:
    """What can be said of when the rest reach a step.

    Attributes:
        n_moves: How many have reached it since the plan began.
        n_left: How many have not.
        n_weeks: Weeks of work since the plan began.
        days: The last day of the week, by level; None where it is too far away. Empty without a forecast.
        is_widened: The history is short: the interval is wide on purpose.
        silence: Why there is no forecast; None where there is one.
    """

    n_moves: int
    n_left: int
    n_weeks: int
    days: dict[float, date | None]
    is_widened: bool = False
    silence: Silence | None = None

    @property
    def n_missing(self) -> int:
        """How many more moves a forecast needs."""
        return max(FEWEST - self.n_moves, 0)


def pace_of(
    moves: Sequence[date], n_left: int, *, began: date, on: date, calendar: Calendar, is_leap: bool = False
) -> Pace:
    """Forecast when all have reached a step.

    Args:
        moves: The days on which actors reached it.
        n_left: How many have not.
        began: First day of the plan.
        on: Today.
        calendar: Which weeks count.
        is_leap: The step is everyday work, and the one before it the test.
    """
    weeks = calendar.weeks(began, on)
    history = throughput(moves, weeks)
    found = None if is_leap or len(moves) < FEWEST else forecast(history, n_left)
    silence = _silence(found, n_moves=len(moves), n_left=n_left, is_leap=is_leap)
    if not isinstance(found, Forecast) or silence:
        return Pace(len(moves), n_left, len(weeks), {}, silence=silence)
    days = {level: calendar.after(on, n) if n else None for level, n in found.periods.items()}
    return Pace(len(moves), n_left, len(weeks), days, is_widened=found.is_widened)


def throughput(moves: Sequence[date], weeks: Sequence[date]) -> list[int]:
    """How many moves fell in each week of work; those of a holiday count in the week of work before it.

    Args:
        moves: Days, in any order; those before the first week are left out.
        weeks: Mondays, in order.
    """
    ends = [*weeks[1:], date.max]
    return [sum(start <= day < end for day in moves) for start, end in zip(weeks, ends, strict=False)]


def _silence(found: Forecast | Refusal | None, *, n_moves: int, n_left: int, is_leap: bool) -> Silence | None:
    """The weightiest reason for saying nothing."""
    if n_left == 0:
        return Silence.ALL_THERE if n_moves else Silence.NOBODY
    if is_leap:
        return Silence.LEAP
    if n_moves < FEWEST:
        return Silence.FEW_MOVES
    refusals = {Refusal.TOO_SHORT: Silence.FEW_WEEKS, Refusal.STANDS_STILL: Silence.STANDS_STILL}
    return refusals.get(found) if isinstance(found, Refusal) else None


def _within(day: date, stretches: Sequence[Stretch]) -> bool:
    return any(stretch.start <= day < stretch.end for stretch in stretches)

"""From days to places across the picture: real time, with months, quarters or years marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from samsyn.web import swedish
from samsyn.web.thread.parts import Band, Tick

if TYPE_CHECKING:
    from collections.abc import Iterator

NARROWEST = 44  # between two words on the scale
STEPS = (1, 3, 6, 12, 24, 60, 120)  # months
WORD = 52  # pixels that a band needs for its word
# When bodies seldom meet: first day and first day after. School terms differ, so none is named.
SUMMER, NEW_YEAR = ((6, 20), (8, 10)), ((12, 20), (1, 8))


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of time laid out between two places.

    Attributes:
        start: First day.
        end: First day after.
        left: Where the first day begins.
        right: Where the last day ends.
    """

    start: date
    end: date
    left: int
    right: int

    @classmethod
    def around(cls, first: date, last: date, *, left: int, right: int) -> Scale:
        """Whole months around some days, with room before and after."""
        n_days = (last - first).days
        room = max(20, n_days // 12)
        start = (first - timedelta(days=room // 2)).replace(day=1)
        return cls(start, _month_after(last + timedelta(days=room)), left, right)

    def x(self, on: date) -> int:
        """Where a day stands."""
        share = (on - self.start).days / (self.end - self.start).days
        return round(self.left + share * (self.right - self.left))

    def ticks(self) -> list[Tick]:
        """The words on the scale, so far apart that they can be read."""
        n_months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
        across = (self.right - self.left) / max(n_months, 1)
        step = next((step for step in STEPS if step * across >= NARROWEST), STEPS[-1])
        first = self.x(self.start)
        return [Tick(self.x(on), _word(on, step, first=self.x(on) == first)) for on in _months(self, step)]

    def bands(self) -> list[Band]:
        """Summers and turns of the year, where they are wide enough to be seen."""
        found = []
        for year in range(self.start.year - 1, self.end.year + 1):
            for (first, after), word in ((SUMMER, "Sommar"), (NEW_YEAR, "Jul")):
                start, end = date(year, *first), date(year + (after < first), *after)
                left, right = self.x(max(start, self.start)), self.x(min(end, self.end))
                if right - left >= NARROWEST // 4:
                    found.append(Band(left, right, word if right - left >= WORD else ""))
        return found


def _months(scale: Scale, step: int) -> Iterator[date]:
    """First days of months, a number of months apart and in step with the years."""
    on = scale.start
    while on < scale.end:
        if (on.year * 12 + on.month - 1) % step == 0:
            yield on
        on = _month_after(on)


def _word(on: date, step: int, *, first: bool) -> str:
    if step >= 12:
        return str(on.year)
    month = swedish.month(on)
    return f"{month} {on.year}" if first or on.month == 1 else month


def _month_after(on: date) -> date:
    return (on.replace(day=1) + timedelta(days=32)).replace(day=1)

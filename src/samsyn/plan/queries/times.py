"""When the parts of a plan are to be reached, lane by lane, and what time looks like around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.minutes.records import Precision
from samsyn.plan.models import Band, PartKind, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from samsyn.plan.models import Part, Plan

EXACT = (Precision.DAY, Precision.MEETING)


@dataclass(frozen=True, slots=True)
class When:
    """A part with its time for all.

    Attributes:
        area: The area that it is part of; None for the target picture and its milestones.
    """

    part: Part
    area: Part | None
    period: Period

    @property
    def is_open_ended(self) -> bool:
        """From a day on, with no end: "tidigast 2027"."""
        period = self.period
        return period.precision == Precision.EARLIEST or (
            period.start_on is not None and period.end_on is None
        )

    @property
    def is_approximate(self) -> bool:
        """Known no better than to a stretch of time."""
        return not self.is_open_ended and self.period.precision not in EXACT

    def is_passed(self, today: date) -> bool:
        """Its time is over and nobody has said that it was reached."""
        period = self.period
        over = period.end_on is not None and period.end_on <= today
        return over and period.reached_on is None and not self.is_open_ended


@dataclass(frozen=True, slots=True)
class Times:
    """All times of a plan.

    Attributes:
        whens: By area in the plan's order; within one by step and milestone.
        undated: Steps and milestones whose words give no day to draw.
        bands: The county's terms, holidays and reforms.
    """

    whens: Sequence[When]
    undated: Sequence[When]
    bands: Sequence[Band]


def see_times(plan: Plan, among: Iterable[Part]) -> Times:
    """The times that hold for all; those of single actors stand on their own pages.

    Args:
        plan: Whose times.
        among: The parts that it has.
    """
    parts = {part.pk: part for part in among}
    found = [
        When(parts[period.part_id], _area(parts, period.part_id), period)
        for period in Period.objects.filter(part__plan=plan, actor=None)
        if period.part_id in parts
    ]
    found.sort(key=lambda when: _place(parts, when))
    drawn = [when for when in found if _has_day(when.period)]
    undated = [when for when in found if not _has_day(when.period)]
    return Times(drawn, undated, list(Band.objects.filter(organisation=None, removed=False)))


def _area(parts: dict[int, Part], pk: int) -> Part | None:
    """The area above a part, or itself."""
    here: Part | None = parts.get(pk)
    while here is not None and here.kind != PartKind.AREA:
        here = parts.get(here.parent_id or 0)
    return here


def _place(parts: dict[int, Part], when: When) -> tuple[int, ...]:
    """Where a part stands: the target picture first, then each area's steps, then its milestones."""
    numbers: list[int] = []
    here: Part | None = when.part
    while here is not None:
        numbers.append(here.number)
        here = parts.get(here.parent_id or 0)
    area = when.area.number if when.area else 0
    return (area, int(when.part.kind == PartKind.MILESTONE), *reversed(numbers))


def _has_day(period: Period) -> bool:
    return bool(period.start_on or period.end_on or period.reached_on)

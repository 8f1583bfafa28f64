"""What somebody has chosen of a proposal, as the plan that is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.plan.models import PartKind
from samsyn.plan.outlining.reading import shortened
from samsyn.plan.wanted import PartWanted
from samsyn.register.models import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.plan.reading.records import PlanRead, TimeRead

LONGEST_NAME = 200
LONGEST_TIME = 300


@dataclass(frozen=True, slots=True)
class OutlineChosen:
    """What somebody wants of a proposal.

    Attributes:
        stamp: Of the proposal as it was shown.
        name: What the plan is to be called.
        areas: Positions of the areas that are wanted.
        times: Area and step of the times that are.
        milestones: Ids of the statements that are milestones.
        comments: Ids of the statements that are comments.
        words: The contested words.
        groups: The groups that are to be spelled out.
    """

    stamp: str
    name: str
    areas: frozenset[int]
    times: frozenset[tuple[int | None, int]] = frozenset()
    milestones: frozenset[int] = frozenset()
    comments: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()


def areas_wanted(read: PlanRead, chosen: OutlineChosen) -> dict[int, PartWanted]:
    """The areas that were chosen with their steps, by their position in the proposal."""
    places = (
        *(step.place for step in read.steps),
        *(time.place for time in read.times),
        *(one.place for one in read.milestones),
    )
    named = (place for area in read.areas for place in area.places)
    ids = {place.said for place in (*places, *named) if place is not None and place.said is not None}
    return _Wanted(read, chosen, Statement.objects.in_bulk(ids)).areas()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A proposal, the choice, and the statements that both speak of by their ids."""

    read: PlanRead
    chosen: OutlineChosen
    said: dict[int, Statement]

    def areas(self) -> dict[int, PartWanted]:
        return {at: self._area(at) for at in range(len(self.read.areas)) if at in self.chosen.areas}

    def _area(self, at: int) -> PartWanted:
        area = self.read.areas[at]
        source = next((self.said[place.said] for place in area.places if place.said in self.said), None)
        steps = tuple(self._step(at, step.number) for step in self.read.steps)
        return PartWanted(PartKind.AREA, area.name[:LONGEST_NAME], parts=steps, source=source)

    def _step(self, at: int, number: int) -> PartWanted:
        step, time = self.read.steps[number - 1], self._time(at, number)
        return PartWanted(
            PartKind.STEP,
            (step.name or f"Steg {number}")[:LONGEST_NAME],
            meaning=step.meaning,
            when=time.words[:LONGEST_TIME] if time else "",
            source=self.said.get(step.place.said or 0) if step.place else None,
            when_source=self.said.get(time.place.said or 0) if time else None,
            when_on=time.on if time else None,
            parts=tuple(self._milestones(at, number)),
        )

    def _milestones(self, at: int, number: int) -> Iterator[PartWanted]:
        for one in self.read.milestones:
            if (one.area, one.step) == (at, number) and one.place.said in self.chosen.milestones:
                source = self.said.get(one.place.said or 0)
                yield PartWanted(PartKind.MILESTONE, shortened(one.words), one.words, source=source)

    def _time(self, at: int, number: int) -> TimeRead | None:
        """The time that was chosen for a step: its area's own before one for all areas."""
        found = {(time.area, time.step): time for time in self.read.times}
        keys = ((area, number) for area in (at, None) if (area, number) in self.chosen.times)
        return next((found[key] for key in keys if key in found), None)

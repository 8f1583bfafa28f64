"""A proposed plan as a page shows it: its areas, each with its times and what was said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.plan.notes.proposing import proposed_plans, stamp_of
from samsyn.register.models import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.plan.reading.records import AreaRead, CommentRead, MilestoneRead, Place, PlanRead, TimeRead
    from samsyn.register.sight import Sight


@dataclass(frozen=True, slots=True)
class AreaProposed:
    """An area, or the plan as a whole.

    Attributes:
        at: Position of the area; None for the whole.
        comments: Decided wishes first, then other wishes, then the rest, each in order of time.
    """

    at: int | None
    area: AreaRead | None
    times: tuple[TimeRead, ...]
    milestones: tuple[MilestoneRead, ...]
    comments: tuple[CommentRead, ...]


@dataclass(frozen=True, slots=True)
class PlanProposed:
    """A plan that notes speak of.

    Attributes:
        meetings: By id, those whose notes it was read in.
        others: How many more plans the notes speak of.
    """

    read: PlanRead
    stamp: str
    whole: AreaProposed
    areas: tuple[AreaProposed, ...]
    meetings: dict[int, Meeting]
    others: int

    @property
    def n_wishes(self) -> int:
        """How many wishes for other words there are."""
        return sum(one.wants_change for one in self.read.comments)


def see_proposal(sees: Sight) -> PlanProposed | None:
    """The plan that the notes which somebody sees speak of most; None where there is none to make."""
    plans = proposed_plans(sees)
    if not plans:
        return None
    read = plans[0]
    areas = tuple(_area(read, at) for at in range(len(read.areas)))
    meetings = Meeting.objects.filter(pk__in=_meetings(read)).prefetch_related("bodies").in_bulk()
    return PlanProposed(read, stamp_of(read), _area(read, None), areas, meetings, len(plans) - 1)


def _area(read: PlanRead, at: int | None) -> AreaProposed:
    said = [one for one in read.comments if one.area == at]
    ordered = sorted(said, key=lambda one: (not one.wants_change, not (one.wants_change and one.is_decided)))
    times = tuple(time for time in read.times if time.area == at)
    milestones = tuple(sorted((one for one in read.milestones if one.area == at), key=lambda one: one.step))
    area = read.areas[at] if at is not None else None
    return AreaProposed(at, area, times, milestones, tuple(ordered))


def _meetings(read: PlanRead) -> set[int]:
    return {place.notes for place in _places(read)}


def _places(read: PlanRead) -> Iterable[Place]:
    found = [place for area in read.areas for place in area.places]
    found += [
        one.place
        for rows in (read.comments, read.words, read.groups, read.times, read.milestones)
        for one in rows
    ]
    found += [place for place in (read.named_in, read.steps_in) if place is not None]
    return found + [step.place for step in read.steps if step.place is not None]

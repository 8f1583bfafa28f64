"""A plan's parts: all of them in order, and one of them with its words, times and what is missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Count

from samsyn.plan.models import Checking, Part, PartKind, Period, Wording
from samsyn.plan.queries.unseen import hide_words
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samsyn.plan.models import Plan

ORDER = {PartKind.TARGET: 0, PartKind.AREA: 1, PartKind.STEP: 2, PartKind.MILESTONE: 3}


@dataclass(slots=True)
class Branch:
    """A part of the plan with what stands below it.

    Attributes:
        wording: The version that holds; None where nobody has written one.
        n_wordings: How many versions there are.
        period: When it is to be reached by all.
        checking: How it is followed up; None where nobody has said.
    """

    part: Part
    wording: Wording | None = None
    n_wordings: int = 0
    period: Period | None = None
    checking: Checking | None = None
    branches: list[Branch] = field(default_factory=list)

    @property
    def lacks_checking(self) -> bool:
        """A milestone of which nobody has said how, by whom and when it is followed up."""
        is_answered = self.checking is not None and self.checking.is_answered
        return self.part.kind == PartKind.MILESTONE and not is_answered

    def walk(self) -> Iterator[Branch]:
        """It, and all below it in order."""
        yield self
        for branch in self.branches:
            yield from branch.walk()


@dataclass(frozen=True, slots=True)
class Outline:
    """A plan as a tree.

    Attributes:
        branches: Target pictures first, then areas.
        withdrawn: The parts that were struck out, the latest first.
    """

    plan: Plan
    branches: Sequence[Branch]
    withdrawn: Sequence[Part]

    def walk(self) -> Iterator[Branch]:
        """All parts in order."""
        for branch in self.branches:
            yield from branch.walk()

    @property
    def areas(self) -> list[Branch]:
        """The areas."""
        return [branch for branch in self.branches if branch.part.kind == PartKind.AREA]

    @property
    def unchecked(self) -> list[Branch]:
        """Milestones without an answer to how they can be followed up."""
        return [branch for branch in self.walk() if branch.lacks_checking]


def see_outline(plan: Plan, *, on: date) -> Outline:
    """A plan's parts as they stand on a day; four questions, however many they are.

    Args:
        plan: Which.
        on: The day: wordings that hold from a later one are not in force.
    """
    parts = sorted(
        plan.parts.select_related("parent"), key=lambda one: (ORDER[PartKind(one.kind)], one.number)
    )
    wordings: dict[int, list[Wording]] = defaultdict(list)
    for wording in Wording.objects.filter(part__plan=plan).order_by("number"):
        wordings[wording.part_id].append(wording)
    periods = {one.part_id: one for one in Period.objects.filter(part__plan=plan, actor=None)}
    checks = {one.part_id: one for one in Checking.objects.filter(part__plan=plan)}
    live = [part for part in parts if part.withdrawn_on is None]
    branches = {
        part.pk: Branch(
            part,
            in_force(wordings[part.pk], on=on),
            len(wordings[part.pk]),
            periods.get(part.pk),
            checks.get(part.pk),
        )
        for part in live
    }
    tops: list[Branch] = []
    for part in live:
        if part.parent_id is None:
            tops.append(branches[part.pk])
        elif part.parent_id in branches:
            branches[part.parent_id].branches.append(branches[part.pk])
    gone = [part for part in parts if part.withdrawn_on is not None]
    return Outline(plan, tops, sorted(gone, key=lambda one: str(one.withdrawn_on), reverse=True))


def in_force(wordings: Sequence[Wording], *, on: date) -> Wording | None:
    """The version that holds on a day: the latest that does not begin later.

    Args:
        wordings: Of one part, the oldest first.
        on: The day.
    """
    begun = [one for one in wordings if one.holds_from is None or one.holds_from <= on]
    return begun[-1] if begun else None


@dataclass(frozen=True, slots=True)
class PartSeen:
    """One part.

    Attributes:
        above: The parts that it stands below, the highest first.
        wordings: The newest first.
        wording: The one that holds; None where there is none.
        coming: Those that hold from a later day.
        period: When it is to be reached by all.
        periods: What was agreed with single actors.
        below: The parts below it, with theirs.
    """

    part: Part
    above: Sequence[Part]
    wordings: Sequence[Wording]
    wording: Wording | None
    period: Period | None
    periods: Sequence[Period]
    checking: Checking | None
    below: Sequence[Branch]

    @property
    def coming(self) -> list[Wording]:
        """The versions that hold from a later day."""
        held = self.wording.number if self.wording else 0
        return [one for one in self.wordings if one.number > held]

    @property
    def last_number(self) -> int:
        """Number of the newest version; 0 where there is none."""
        return self.wordings[0].number if self.wordings else 0


def see_part(part: Part, *, on: date, sees: Sight = FINISHED) -> PartSeen:
    """One part as it stands on a day.

    Args:
        part: Which, also a withdrawn one.
        on: The day.
        sees: Words of notes that somebody does not see are not told as what asked for words or a time.
    """
    wordings = list(
        part.wordings.select_related("by", "asked_in__meeting")
        .prefetch_related("asked_in__meeting__bodies")
        .annotate(n_claims=Count("assessments", distinct=True), n_answers=Count("answers", distinct=True))
        .order_by("number")
    )
    hide_words(wordings, "asked_in", sees=sees)
    told = part.periods.select_related("actor__organisation", "source__meeting")
    periods = list(told.prefetch_related("source__meeting__bodies"))
    hide_words(periods, "source", sees=sees)
    return PartSeen(
        part,
        _above(part),
        wordings[::-1],
        in_force(wordings, on=on),
        next((one for one in periods if one.actor_id is None), None),
        [one for one in periods if one.actor_id is not None],
        Checking.objects.select_related("organisation", "body", "person").filter(part=part).first(),
        _below(part, on=on),
    )


def _above(part: Part) -> list[Part]:
    above: list[Part] = []
    parent = part.parent
    while parent is not None:
        above.insert(0, parent)
        parent = parent.parent
    return above


def _below(part: Part, *, on: date) -> list[Branch]:
    if part.kind == PartKind.MILESTONE:
        return []
    outline = see_outline(part.plan, on=on)
    return next((one.branches for one in outline.walk() if one.part.pk == part.pk), [])

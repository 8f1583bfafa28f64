"""The map: every actor's standing in every area of a plan, on a day. Eight questions, however large it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.plan.models import (
    Actor,
    Assessment,
    AssessmentRequest,
    Evidence,
    Outside,
    Part,
    PartKind,
    ProposalState,
    Wording,
)
from samsyn.plan.standing import NOT_BEGUN, Claim, Shown, Standing, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from samsyn.plan.models import Plan
    from samsyn.register.models import Organisation

Key = tuple[int, int]
"""Ids of an actor and an area."""


@dataclass(frozen=True, slots=True)
class Cell:
    """An actor in an area.

    Attributes:
        outside: Why it is not part of it; None where it is.
    """

    area: Part
    standing: Standing
    outside: Outside | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """An actor over all areas.

    Attributes:
        above: The organisation that it is listed below; None where it stands for itself.
        needs: What it last said that it needs for a next step; empty where it said nothing.
        asked_on: The last day on which it was asked to assess itself; None for never.
    """

    actor: Actor
    above: Organisation | None
    cells: Sequence[Cell]
    needs: str = ""
    asked_on: date | None = None

    @property
    def group(self) -> int:
        """Id of the organisation that it is listed with."""
        return self.above.pk if self.above else self.actor.organisation_id

    @property
    def is_assessed(self) -> bool:
        """Whether it has said anything of itself in any area."""
        return any(cell.standing.is_assessed for cell in self.cells)

    @property
    def is_outside(self) -> bool:
        """Whether it is part of no area."""
        return all(cell.outside for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Map:
    """A plan's actors and areas on a day.

    Attributes:
        steps: The steps of each area, by its id, in order.
        rows: In the order of lists.
    """

    plan: Plan
    on: date
    areas: Sequence[Part]
    steps: Mapping[int, Sequence[Part]]
    rows: Sequence[Row]

    @property
    def assessed(self) -> list[Row]:
        """Those who have said something."""
        return [row for row in self.rows if row.is_assessed]

    @property
    def silent(self) -> list[Row]:
        """Those who are part of the plan and have said nothing."""
        return [row for row in self.rows if not (row.is_assessed or row.is_outside)]

    @property
    def groups(self) -> list[list[Row]]:
        """The rows below each organisation, in the order of lists."""
        return [list(rows) for _group, rows in groupby(self.rows, key=attrgetter("group"))]

    def counts(self, area: Part) -> Counter[int]:
        """How many stand on each step of an area, by the step's number; never a mean."""
        cells = (cell for row in self.rows for cell in row.cells if cell.area.pk == area.pk)
        return Counter(cell.standing.claim.step for cell in cells if cell.standing.claim)


@dataclass(slots=True)
class _Said:
    """What was said and shown in a plan, by actor and area."""

    claims: dict[Key, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    shown: dict[Key, list[Shown]] = field(default_factory=lambda: defaultdict(list))
    needs: dict[int, str] = field(default_factory=dict)


def see_map(plan: Plan, *, on: date, since: date | None = None) -> Map:
    """The map as it was known on a day.

    Args:
        plan: Whose actors and areas.
        on: The day.
        since: The earlier day that moves are told against; None for none.
    """
    parts = list(
        Part.objects.filter(plan=plan, kind__in=[PartKind.AREA, PartKind.STEP])
        .filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=on))
        .order_by("number", "pk")
    )
    areas = [part for part in parts if part.kind == PartKind.AREA]
    steps = {area.pk: [part for part in parts if part.parent_id == area.pk] for area in areas}
    said, outside = _said(plan, on), _outside(plan, on)
    holds = _wordings(plan, on)
    versions = {pk: {step.number: holds.get(step.pk, 0) for step in steps[pk]} for pk in steps}
    asked = _asked(plan, on)

    def cell(actor: Actor, area: Part) -> Cell:
        key = (actor.pk, area.pk)
        found = standing(
            said.claims.get(key, ()),
            said.shown.get(key, ()),
            on=on,
            since=since,
            old_after=plan.evidence_months,
            wordings=versions[area.pk],
        )
        return Cell(area, found, outside.get(key) or outside.get((actor.pk, 0)))

    rows = [
        Row(
            actor,
            actor.organisation.parent,
            [cell(actor, area) for area in areas],
            needs=said.needs.get(actor.pk, ""),
            asked_on=asked.get(actor.pk),
        )
        for actor in _actors(plan, on)
    ]
    return Map(plan, on, areas, steps, _grouped(rows))


def _actors(plan: Plan, on: date) -> Iterable[Actor]:
    present = Q(left_on=None) | Q(left_on__gt=on)
    return plan.actors.filter(present).select_related("organisation__parent").order_by("number", "pk")


def _grouped(rows: Sequence[Row]) -> list[Row]:
    """Those below one organisation after each other, where the first of them stands."""
    first: dict[int, int] = {}
    for at, row in enumerate(rows):
        first.setdefault(row.group, at)
    return sorted(rows, key=lambda row: first[row.group])


def _said(plan: Plan, on: date) -> _Said:
    """All claims and taken evidence until a day."""
    said = _Said()
    claims = Assessment.objects.filter(actor__plan=plan, on__lte=on).order_by("on", "pk")
    columns = ("actor_id", "area_id", "on", "step__number", "since_on", "wording__number", "needs")
    for actor, area, day, step, begun, wording, needs in claims.values_list(*columns):
        said.claims[actor, area].append(Claim(day, step or NOT_BEGUN, begun, wording, needs))
        said.needs[actor] = needs or said.needs.get(actor, "")
    shown = Evidence.objects.filter(
        actor__plan=plan, dated_on__lte=on, state=ProposalState.TAKEN, step__isnull=False
    )
    shows = ("actor_id", "area_id", "dated_on", "step__number", "withdrawn_on")
    for actor, area, day, step, until in shown.values_list(*shows):
        said.shown[actor, area].append(Shown(day, step, until))
    return said


def _outside(plan: Plan, on: date) -> dict[Key, Outside]:
    """Who is not part of what; 0 stands for the whole plan."""
    rows = Outside.objects.filter(actor__plan=plan).filter(Q(until=None) | Q(until__gt=on))
    begun = rows.filter(Q(from_on=None) | Q(from_on__lte=on))
    return {(row.actor_id, row.part_id or 0): row for row in begun}


def _wordings(plan: Plan, on: date) -> dict[int, int]:
    """The version in force of each step, by its id."""
    rows = Wording.objects.filter(part__plan=plan, part__kind=PartKind.STEP, at__date__lte=on)
    begun = rows.filter(Q(holds_from=None) | Q(holds_from__lte=on)).order_by("number")
    return dict(begun.values_list("part_id", "number"))


def _asked(plan: Plan, on: date) -> dict[int, date]:
    """The last day on which each actor was asked."""
    rows = AssessmentRequest.objects.filter(actor__plan=plan, at__date__lte=on).order_by("at")
    return {actor: at.date() for actor, at in rows.values_list("actor_id", "at")}

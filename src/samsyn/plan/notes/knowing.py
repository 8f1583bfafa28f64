"""The plans that are followed, as notes are read against them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.plan.models import Actor, Meaning, Part, PartKind, Plan, PlanState
from samsyn.plan.reading.outlines import heads_in
from samsyn.plan.reading.records import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

OF_TIME = frozenset({"tidsplan", "tidsplanen", "tidplan", "tidplanen"})
MUNICIPALITY = " kommun"


@dataclass(frozen=True, slots=True)
class KnownPlan:
    """A plan with what its words are known by.

    Attributes:
        parts: Areas and steps by the position of the area and the number of the step, 0 for the area.
        actors: By the names that notes may use.
    """

    plan: Plan
    known: Known
    parts: dict[tuple[int, int], Part]
    actors: dict[str, Actor]


def known_plans() -> list[KnownPlan]:
    """The plans that are followed; three questions for each of them and one for all."""
    plans = list(Plan.objects.filter(state=PlanState.ACTIVE).order_by("pk"))
    return [_known(plan, is_only=len(plans) == 1) for plan in plans]


def stamp_of_plans(plans: Iterable[KnownPlan]) -> str:
    """A short sign of what notes are read against."""
    told = repr([(one.plan.pk, one.known) for one in plans])
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _known(plan: Plan, *, is_only: bool) -> KnownPlan:
    areas, steps = _parts(plan)
    parts = {(at, 0): area for at, area in enumerate(areas)}
    for at, area in enumerate(areas):
        parts |= {(at, step.number): step for step in steps[area.pk]}
    actors = _actors(plan)
    tests = (step.number for many in steps.values() for step in many if step.meaning == Meaning.TEST)
    known = Known(
        tuple(area.name for area in areas),
        heads=heads_in(plan.name) | (OF_TIME if is_only else frozenset()),
        name=plan.name,
        actors=tuple(actors),
        test=next(tests, None),
    )
    return KnownPlan(plan, known, parts, actors)


def _parts(plan: Plan) -> tuple[list[Part], dict[int, list[Part]]]:
    rows = plan.parts.filter(kind__in=(PartKind.AREA, PartKind.STEP), withdrawn_on=None)
    areas, steps = list[Part](), defaultdict[int, list[Part]](list)
    for part in rows.order_by("number", "pk"):
        if part.kind == PartKind.AREA:
            areas.append(part)
        else:
            steps[part.parent_id or 0].append(part)
    return areas, steps


def _actors(plan: Plan) -> dict[str, Actor]:
    """Each by its own name, and by its municipality's where that has no other actor."""
    rows = list(
        plan.actors.filter(left_on=None).select_related("organisation__parent").order_by("number", "pk")
    )
    found = {row.organisation.name: row for row in rows}
    below: dict[str, list[Actor]] = defaultdict(list)
    for row in rows:
        for name in _names_of(row):
            below[name].append(row)
    return _single(below) | found


def _names_of(actor: Actor) -> Sequence[str]:
    above = actor.organisation.parent
    names = {one.name for one in (actor.organisation, above) if one is not None}
    bare = {name.removesuffix(MUNICIPALITY) for name in names if name.endswith(MUNICIPALITY)}
    return sorted(names | bare | {name.removesuffix("s") for name in bare})


def _single(below: dict[str, list[Actor]]) -> dict[str, Actor]:
    return {name: rows[0] for name, rows in below.items() if len(rows) == 1}

"""One area of a plan: how its actors are spread over the steps, and how fast they move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.plan.models import Assessment, Band, BandKind, Meaning, Period, Support, SupportState
from samsyn.plan.pace import Calendar, Stretch, pace_of
from samsyn.plan.standing import NOT_BEGUN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.plan.models import Part, Plan
    from samsyn.plan.pace import Pace
    from samsyn.plan.queries.map import Cell, Map, Row


@dataclass(frozen=True, slots=True)
class Spread:
    """Those who stand on a step; `step` is None for those who have not begun."""

    step: Part | None
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Between:
    """An actor that stands on the test.

    Attributes:
        since: Since when, as it said; else the day on which it said so.
        needs: What it says that it needs.
        asked: What it has asked for and not got.
        planned: When it is to take the next step, as written; empty where nobody has said.
    """

    row: Row
    cell: Cell
    since: date
    needs: str
    asked: str
    planned: str

    @property
    def is_planned(self) -> bool:
        """Whether anything is said of what comes next."""
        return bool(self.needs or self.asked or self.planned)


def spread(seen: Map, area: Part) -> list[Spread]:
    """The actors of an area by the step that they say they stand on; every step, also where nobody is."""
    there: dict[int, list[Row]] = {}
    for row in seen.rows:
        claim = next(cell.standing.claim for cell in row.cells if cell.area.pk == area.pk)
        if claim is not None:
            there.setdefault(claim.step, []).append(row)
    steps = [Spread(step, there.get(step.number, [])) for step in seen.steps[area.pk]]
    return [*([Spread(None, there[NOT_BEGUN])] if NOT_BEGUN in there else []), *steps]


def between(seen: Map) -> list[Between]:
    """Those on the step that is the test, in any area; those without a word of what comes next first.

    Among these, those who have stood there longest first.
    """
    tests = {step.pk: step for steps in seen.steps.values() for step in steps if step.meaning == Meaning.TEST}
    numbers = {step.parent_id: step.number for step in tests.values()}
    asked, planned = _asked(seen.plan), _planned(seen.plan)
    found = []
    for row in seen.rows:
        for cell in row.cells:
            claim = cell.standing.claim
            if claim is None or cell.outside or claim.step != numbers.get(cell.area.pk, NOT_BEGUN):
                continue
            key = (row.actor.pk, cell.area.pk)
            wish = asked.get(key) or asked.get((row.actor.pk, None), "")
            when = planned.get((*key, claim.step + 1), "")
            found.append(Between(row, cell, claim.since or claim.on, claim.needs, wish, when))
    return sorted(found, key=lambda one: (one.is_planned, one.since))


def paces(seen: Map, area: Part) -> list[tuple[Part, Pace]]:
    """For each step of an area, when the rest may have reached it; the plan's first day must be known."""
    plan = seen.plan
    began = plan.began_on or plan.opened_at.date()
    reached = _reached(plan, area, on=seen.on)
    n_in = sum(1 for row in seen.rows for cell in row.cells if cell.area.pk == area.pk and not cell.outside)
    calendar, found = _calendar(), []
    before = ""
    for step in seen.steps[area.pk]:
        days = [day for at, day in reached if at == step.number]
        is_leap = step.meaning == Meaning.EVERYDAY and before == Meaning.TEST
        pace = pace_of(
            [day for day in days if day >= began],
            n_in - len(days),
            began=began,
            on=seen.on,
            calendar=calendar,
            is_leap=is_leap,
        )
        found.append((step, pace))
        before = step.meaning
    return found


def _reached(plan: Plan, area: Part, *, on: date) -> list[tuple[int, date]]:
    """The first day on which each actor stood on a step or above it: pairs of the step's number and a day."""
    rows = Assessment.objects.filter(actor__plan=plan, area=area, on__lte=on, step__isnull=False)
    first: dict[tuple[int, int], date] = {}
    columns = ("actor_id", "step__number", "since_on", "on")
    for actor, number, since, said in rows.order_by("on", "pk").values_list(*columns):
        for step in range(1, number + 1):
            first.setdefault((actor, step), since or said)
    return [(step, day) for (_actor, step), day in first.items()]


def _calendar() -> Calendar:
    """The county's own terms and holidays."""
    bands = Band.objects.filter(organisation=None, removed=False)
    rows = [(band.kind, Stretch(band.start_on, band.end_on)) for band in bands]
    return Calendar(
        [stretch for kind, stretch in rows if kind == BandKind.TERM],
        [stretch for kind, stretch in rows if kind == BandKind.HOLIDAY],
    )


def _asked(plan: Plan) -> dict[tuple[int, int | None], str]:
    """What each actor waits for, by actor and area."""
    rows = Support.objects.filter(actor__plan=plan, state=SupportState.ASKED)
    return {(row.actor_id, row.area_id): row.asked for row in rows}


def _planned(plan: Plan) -> dict[tuple[int, int, int], str]:
    """When each actor is to take a step, where that was agreed: by actor, area and the step's number."""
    rows = Period.objects.filter(part__plan=plan, actor__isnull=False, part__parent__isnull=False)
    columns = ("actor_id", "part__parent_id", "part__number", "words")
    return {(who or 0, area or 0, step): words for who, area, step, words in rows.values_list(*columns)}

"""The map: every actor's standing in every area of a plan, on a day. Three questions, however large it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.db.models import F, FilteredRelation, OuterRef, Q, Subquery

from samsyn.figures import FEWEST, alpha
from samsyn.plan.models import AssessmentRequest, Part, PartKind, Wording
from samsyn.plan.queries.said import said_in
from samsyn.plan.standing import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from samsyn.plan.models import Actor, Plan
    from samsyn.register.models import Organisation


@dataclass(frozen=True, slots=True)
class Cell:
    """An actor in an area.

    Attributes:
        outside: It is not part of it.
        why: Why it is not, in a person's words.
    """

    area: Part
    standing: Standing
    outside: bool = False
    why: str = ""


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
        parts: All that the plan had on that day, in the order of their numbers.
        steps: The steps of each area, by its id, in order.
        rows: In the order of lists.
    """

    plan: Plan
    on: date
    parts: Sequence[Part]
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

    @property
    def rated(self) -> list[Standing]:
        """The cells that more than one has rated."""
        cells = (cell for row in self.rows for cell in row.cells if not cell.outside)
        return [cell.standing for cell in cells if len(cell.standing.views) > 1]

    @property
    def agreement(self) -> float | None:
        """Krippendorff's alpha over all of them, steps taken as an order; None where it says nothing.

        With few cells it jumps between extremes, so that fewer than for any forecast give none.
        """
        rated = self.rated
        if len(rated) < FEWEST:
            return None
        return alpha([[view.step for view in one.views] for one in rated])

    def n_unassessed(self, area: Part) -> int:
        """How many are part of an area and have said nothing of it."""
        cells = (cell for row in self.rows for cell in row.cells if cell.area.pk == area.pk)
        return sum(not (cell.outside or cell.standing.is_assessed) for cell in cells)


def see_map(plan: Plan, *, on: date, since: date | None = None) -> Map:
    """The map as it was known on a day.

    Args:
        plan: Whose actors and areas.
        on: The day.
        since: The earlier day that moves are told against; None for none.
    """
    parts = _parts(plan, on)
    areas = [part for part in parts if part.kind == PartKind.AREA]
    steps = {
        area.pk: [part for part in parts if part.parent_id == area.pk and part.kind == PartKind.STEP]
        for area in areas
    }
    said = said_in(plan, on)
    versions = {pk: {step.number: step.version or 0 for step in steps[pk]} for pk in steps}

    def cell(actor: Actor, outside: Mapping[int | None, str], area: Part) -> Cell:
        key = (actor.pk, area.pk)
        found = standing(
            said.claims.get(key, ()),
            said.shown.get(key, ()),
            on=on,
            since=since,
            old_after=plan.evidence_months,
            wordings=versions[area.pk],
        )
        which = next((pk for pk in (area.pk, None) if pk in outside), 0)
        return Cell(area, found, outside=which in outside, why=outside.get(which, ""))

    rows = [
        Row(
            actor,
            actor.organisation.parent,
            [cell(actor, outside, area) for area in areas],
            needs=said.needs.get(actor.pk, ""),
            asked_on=actor.asked_at.date() if actor.asked_at else None,
        )
        for actor, outside in _actors(plan, on)
    ]
    return Map(plan, on, parts, areas, steps, _grouped(rows))


def _parts(plan: Plan, on: date) -> list[Any]:
    """The parts that the plan had on a day, each with the version of its words that held (`version`)."""
    held = Q(holds_from=None) | Q(holds_from__lte=on)
    wordings = Wording.objects.filter(held, part=OuterRef("pk"), at__date__lte=on).order_by("-number")
    rows = Part.objects.filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=on), plan=plan)
    return list(rows.annotate(version=Subquery(wordings.values("number")[:1])).order_by("number", "pk"))


def _actors(plan: Plan, on: date) -> list[tuple[Any, dict[int | None, str]]]:
    """The actors of a day with when they were last asked (`asked_at`), and what they are outside of, and why.

    None among the parts stands for the whole plan.
    """
    asked = AssessmentRequest.objects.filter(actor=OuterRef("pk"), at__date__lte=on).order_by("-at")
    holds = (Q(outside__until=None) | Q(outside__until__gt=on)) & (
        Q(outside__from_on=None) | Q(outside__from_on__lte=on)
    )
    rows = plan.actors.filter(Q(left_on=None) | Q(left_on__gt=on)).select_related("organisation__parent")
    rows = rows.annotate(
        asked_at=Subquery(asked.values("at")[:1]),
        out=FilteredRelation("outside", condition=holds),
        out_of=F("out__part_id"),
        out_why=F("out__why"),
    )
    found: dict[int, tuple[Any, dict[int | None, str]]] = {}
    for actor in rows.order_by("number", "pk"):  # a row for each thing that it is outside of
        outside = found.setdefault(actor.pk, (actor, {}))[1]
        if actor.out_why is not None:
            outside[actor.out_of] = actor.out_why
    return list(found.values())


def _grouped(rows: Sequence[Row]) -> list[Row]:
    """Those below one organisation after each other, where the first of them stands."""
    first: dict[int, int] = {}
    for at, row in enumerate(rows):
        first.setdefault(row.group, at)
    return sorted(rows, key=lambda row: first[row.group])

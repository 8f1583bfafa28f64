"""The map as a list: a row for each actor and area, with what was said and what shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from samsyn.plan.models import Evidence, ProposalState
from samsyn.plan.standing import NOT_BEGUN

if TYPE_CHECKING:
    from samsyn.plan.models import Part
    from samsyn.plan.queries.map import Cell, Map, Row


class Sort(StrEnum):
    """What a row can be asked for by."""

    UNASSESSED = "ej-bedomd"
    NO_EVIDENCE = "utan-underlag"
    OLD = "gammalt-underlag"
    OLDER_WORDING = "aldre-lydelse"
    OUTSIDE = "ingar-inte"


@dataclass(frozen=True, slots=True)
class Line:
    """An actor in an area.

    Attributes:
        step: The step that it says it stands on; None where it has said nothing, or has not begun.
        evidence: The newest that shows that step or a higher one.
    """

    row: Row
    cell: Cell
    step: Part | None
    evidence: Evidence | None

    @property
    def sorts(self) -> set[Sort]:
        """What holds of it."""
        it = self.cell.standing
        if self.cell.outside:
            return {Sort.OUTSIDE}
        held = {
            Sort.UNASSESSED: not it.is_assessed,
            Sort.NO_EVIDENCE: it.lacks_evidence,
            Sort.OLD: it.is_old,
            Sort.OLDER_WORDING: it.is_older_wording,
        }
        return {
            sort for sort, holds in held.items() if holds and (sort == Sort.OUTSIDE or not self.cell.outside)
        }


def lines_of(seen: Map) -> list[Line]:
    """All of them, in the order of the map."""
    shown = _evidence(seen)
    steps = {(pk, step.number): step for pk, found in seen.steps.items() for step in found}
    return [
        Line(row, cell, steps.get((cell.area.pk, _number(cell))), shown.get((row.actor.pk, cell.area.pk)))
        for row in seen.rows
        for cell in row.cells
    ]


def _number(cell: Cell) -> int:
    claim = cell.standing.claim
    return claim.step if claim else NOT_BEGUN


def _evidence(seen: Map) -> dict[tuple[int, int], Evidence]:
    """By actor and area, the newest evidence of the map's day that shows the claimed step or a higher one."""
    wanted = {(row.actor.pk, cell.area.pk): _number(cell) for row in seen.rows for cell in row.cells}
    rows = Evidence.objects.filter(
        actor__plan=seen.plan, dated_on__lte=seen.on, state=ProposalState.TAKEN
    ).order_by("-dated_on", "-pk")
    newest: dict[tuple[int, int], int] = {}
    columns = ("pk", "actor_id", "area_id", "step__number", "withdrawn_on")
    for pk, actor, area, number, until in rows.values_list(*columns):
        key = (actor, area)
        counts = until is None or until > seen.on
        if counts and (number or NOT_BEGUN) >= wanted.get(key, NOT_BEGUN) > NOT_BEGUN:
            newest.setdefault(key, pk)
    found = Evidence.objects.in_bulk(list(newest.values()))
    return {key: found[pk] for key, pk in newest.items() if pk in found}

"""The map as a list: a row for each actor and area, with what was said and what shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from samsyn.plan.models import Evidence, ProposalState
from samsyn.plan.standing import NOT_BEGUN

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        _line(row, cell, steps, shown.get((row.actor.pk, cell.area.pk), ()))
        for row in seen.rows
        for cell in row.cells
    ]


def _line(row: Row, cell: Cell, steps: dict[tuple[int, int], Part], shown: Sequence[Evidence]) -> Line:
    claim = cell.standing.claim
    number = claim.step if claim else NOT_BEGUN
    newest = next((one for one in shown if one.step and one.step.number >= number > NOT_BEGUN), None)
    return Line(row, cell, steps.get((cell.area.pk, number)), newest)


def _evidence(seen: Map) -> dict[tuple[int, int], list[Evidence]]:
    """What counts on the map's day, by actor and area, the newest first."""
    rows = Evidence.objects.filter(
        actor__plan=seen.plan, dated_on__lte=seen.on, state=ProposalState.TAKEN
    ).select_related("step")
    found: dict[tuple[int, int], list[Evidence]] = {}
    for one in rows.order_by("-dated_on", "-pk"):
        if one.withdrawn_on is None or one.withdrawn_on > seen.on:
            found.setdefault((one.actor_id, one.area_id), []).append(one)
    return found

"""What stands below knots: an item with all its children, one statement, or a whole meeting."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.register.models import AgendaItem, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.db.models import Q, QuerySet

    from samsyn.matters.models import Knot


@dataclass(frozen=True, slots=True)
class Reach:
    """Which items lie below which, in some meetings."""

    children: Mapping[int, Sequence[int]]

    @classmethod
    def of(cls, meetings: Iterable[int]) -> Reach:
        """The items of some meetings; one question to the database."""
        below: dict[int, list[int]] = defaultdict(list)
        rows = AgendaItem.objects.filter(meeting__in=set(meetings)).exclude(parent=None).order_by()
        for pk, parent in rows.values_list("pk", "parent_id"):
            below[parent].append(pk)
        return cls(below)

    def below(self, item: int) -> set[int]:
        """An item and all that lie below it."""
        found, waiting = {item}, [item]
        while waiting:
            more = [pk for pk in self.children.get(waiting.pop(), ()) if pk not in found]
            found.update(more)
            waiting += more
        return found


def statements_by_knot(
    knots: Sequence[Knot], condition: Q, rows: QuerySet[Statement] | None = None
) -> dict[int, list[Statement]]:
    """The statements that belong to each knot, in the notes' order; two questions to the database.

    Args:
        knots: Any.
        condition: Which statements.
        rows: Statements with what is to be fetched with them.
    """
    reach = Reach.of(knot.meeting_id for knot in knots)
    asked = Statement.objects.all() if rows is None else rows
    said = asked.filter(condition, removed=False, meeting__in={knot.meeting_id for knot in knots})
    of_meeting: dict[int, list[Statement]] = defaultdict(list)
    for one in said.order_by("meeting_id", "position", "id"):
        of_meeting[one.meeting_id].append(one)
    return {
        knot.pk: [one for one in of_meeting[knot.meeting_id] if _belongs(one, knot, reach)] for knot in knots
    }


def _belongs(said: Statement, knot: Knot, reach: Reach) -> bool:
    if knot.statement_id is not None:
        return said.pk == knot.statement_id
    if knot.item_id is not None:
        return said.item_id in reach.below(knot.item_id)
    return not knot.lost

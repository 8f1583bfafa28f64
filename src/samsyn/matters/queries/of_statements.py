"""Which matters statements belong to: by themselves, with an item above them, or with their whole meeting."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from samsyn.matters.models import MatterState
from samsyn.matters.queries.sight import visible_knots
from samsyn.register.models import AgendaItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samsyn.matters.models import Matter
    from samsyn.register.models import Statement
    from samsyn.register.sight import Sight


def matters_of(said: Sequence[Statement], *, sees: Sight) -> dict[int, list[Matter]]:
    """By the statement's id, the matter that was opened first before others; two questions to the database.

    Args:
        said: What stands on a page, some hundred at most.
        sees: Which unfinished notes somebody sees.
    """
    meetings = {one.meeting_id for one in said}
    knots = (
        visible_knots(sees).filter(meeting__in=meetings, lost=False).exclude(matter__state=MatterState.MERGED)
    )
    at: dict[tuple[str, int], list[Matter]] = defaultdict(list)
    for knot in knots.select_related("matter").order_by("matter_id", "pk"):
        at[_place(knot.statement_id, knot.item_id, knot.meeting_id)].append(knot.matter)
    if not at:
        return {}
    rows = AgendaItem.objects.filter(meeting__in=meetings).exclude(parent=None).order_by()
    above = dict(rows.values_list("pk", "parent_id"))
    return {one.pk: _at(one, at, above) for one in said}


def _at(
    said: Statement, at: Mapping[tuple[str, int], list[Matter]], above: Mapping[int, int | None]
) -> list[Matter]:
    places = [("statement", said.pk), *(("item", item) for item in _upwards(said.item_id, above))]
    places.append(("meeting", said.meeting_id))
    found = {matter.pk: matter for place in places for matter in at.get(place, ())}
    return list(found.values())


def _upwards(item: int | None, above: Mapping[int, int | None]) -> Iterator[int]:
    passed = set[int]()
    while item is not None and item not in passed:
        yield item
        passed.add(item)
        item = above.get(item)


def _place(statement: int | None, item: int | None, meeting: int) -> tuple[str, int]:
    if statement is not None:
        return "statement", statement
    return ("item", item) if item is not None else ("meeting", meeting)

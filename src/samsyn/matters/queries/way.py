"""What was handed over on a matter's way, and what became of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.matters.queries.hand_overs import HandOverFilter, hand_overs, lost_hand_overs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.matters.models import HandOver, Knot, Matter
    from samsyn.register.sight import Sight


def handed_over(matter: Matter, knots: Sequence[Knot], *, sees: Sight) -> list[HandOver]:
    """The hand-overs that somebody has said are a matter's, or that its items send; the earliest first.

    Args:
        matter: Which.
        knots: What belongs to it.
        sees: Which unfinished notes somebody sees.
    """
    items = {knot.item_id for knot in knots if knot.item_id is not None}
    said = {knot.statement_id for knot in knots if knot.statement_id is not None}
    of_items = Q(matter=None) & (Q(item__in=items) | Q(item__parent__in=items) | Q(statement__in=said))
    wanted = hand_overs(HandOverFilter(sees=sees)).filter(Q(matter=matter) | of_items, lost=False)
    rows = list(wanted.order_by("meeting__start_on", "pk"))
    hidden = sees.hidden_ids() if rows and sees.bodies is not None else ()
    return [row for row in rows if not {row.taken_up_in_id, row.missed_in_id}.intersection(hidden)]


def lost_by_matter(knots: Sequence[Knot], *, sees: Sight) -> Counter[int]:
    """How much was handed over and not taken up, by the matter that it belongs to; one question.

    Args:
        knots: What belongs to some matters.
        sees: Which unfinished notes somebody sees.
    """
    matters = {knot.item_id: knot.matter_id for knot in knots if knot.item_id is not None}
    of_items = Q(matter=None, item__in=matters) | Q(matter__in={knot.matter_id for knot in knots})
    lost = lost_hand_overs(sees=sees).filter(of_items).select_related(None).prefetch_related(None)
    rows = lost.order_by().values_list("matter", "item")
    return Counter(matter or matters[item] for matter, item in rows)

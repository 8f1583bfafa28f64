"""What was handed over on a matter's way, and what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.matters.queries.hand_overs import HandOverFilter, hand_overs, lost_hand_overs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.matters.models import HandOver, Knot
    from samsyn.register.sight import Sight

PLACE = ("statement", "item", "item__parent", "item__parent__parent", "meeting")


@dataclass(frozen=True, slots=True)
class Senders:
    """What belongs to some matters, by id, with the matter of each: a hand-over of theirs is the matter's.

    Attributes:
        items: Their sub-headings count with them.
        meetings: Those that belong to a matter as a whole, since their notes have no items.
    """

    statements: dict[int, int] = field(default_factory=dict)
    items: dict[int, int] = field(default_factory=dict)
    meetings: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, knots: Iterable[Knot]) -> Senders:
        """Those of some knots."""
        found = cls()
        for knot in knots:
            if knot.statement_id is not None:
                found.statements[knot.statement_id] = knot.matter_id
            elif knot.item_id is not None:
                found.items[knot.item_id] = knot.matter_id
            elif not knot.lost:
                found.meetings[knot.meeting_id] = knot.matter_id
        return found

    def condition(self) -> Q:
        """The hand-overs that they send."""
        below = (Q(**{f"{name}__in": self.items}) for name in PLACE[1:4])
        whole = Q(item=None, meeting__in=self.meetings)
        return Q(*below, Q(statement__in=self.statements), whole, _connector=Q.OR)

    def matter_of(self, statement: int | None, *items: int | None, meeting: int) -> int | None:
        """The matter of a hand-over, by its statement, its item and those above it, and its meeting."""
        if statement in self.statements:
            return self.statements[statement]
        own = next((self.items[one] for one in items if one in self.items), None)
        return own if own is not None or items[0] is not None else self.meetings.get(meeting)


def handed_over(knots: Sequence[Knot], *, sees: Sight) -> list[HandOver]:
    """The hand-overs that a matter's items send, the earliest first.

    Args:
        knots: What belongs to it.
        sees: Which unfinished notes somebody sees.
    """
    sent = hand_overs(HandOverFilter(sees=sees)).filter(Senders.of(knots).condition(), lost=False)
    rows = list(sent.order_by("meeting__start_on", "pk"))
    hidden = sees.hidden_ids() if rows and sees.bodies is not None else ()
    return [row for row in rows if not {row.taken_up_in_id, row.missed_in_id}.intersection(hidden)]


def lost_by_matter(knots: Sequence[Knot], *, sees: Sight) -> Counter[int]:
    """How much was handed over and not taken up, by the matter that it belongs to; one question.

    Args:
        knots: What belongs to some matters.
        sees: Which unfinished notes somebody sees.
    """
    senders = Senders.of(knots)
    lost = lost_hand_overs(sees=sees).filter(senders.condition())
    rows = lost.select_related(None).prefetch_related(None).order_by().values_list(*PLACE)
    found = (senders.matter_of(statement, *items, meeting=meeting) for statement, *items, meeting in rows)
    return Counter(matter for matter in found if matter is not None)

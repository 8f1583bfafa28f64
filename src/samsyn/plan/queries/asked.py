"""What is asked of a plan's words, and which of them have changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.plan.models import CommentKind, CommentState, PlanComment, Wording
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from samsyn.plan.models import Part, Plan

WAITS = Q(state__in=[CommentState.PROPOSED, CommentState.OPEN]) | Q(
    state=CommentState.DECIDED, answer_wording=None
)
RANK = {CommentState.DECIDED: 0, CommentState.OPEN: 1, CommentState.PROPOSED: 2}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a plan's words wait for, and what has become of them.

    Attributes:
        wishes: Wishes for other words without a version that answers them: decided ones first, then those
            that have waited longest.
        changed: Versions after the first, the latest first, each with the one before it as `before`.
    """

    wishes: Sequence[PlanComment]
    changed: Sequence[Wording]

    @property
    def n_decided(self) -> int:
        """How many wishes have been decided and are not yet carried out."""
        return sum(one.state == CommentState.DECIDED for one in self.wishes)


def see_asked(plan: Plan, *, sees: Sight = FINISHED, most: int = 50) -> Asked:
    """What a plan's words wait for.

    Args:
        plan: Which.
        sees: Wishes in notes that somebody does not see are left out.
        most: So many changed wordings are given.
    """
    rows = PlanComment.objects.filter(WAITS, plan=plan, kind=CommentKind.CHANGE_REQUEST)
    seen = rows.filter(Q(statement=None) | sees.seen("statement__meeting"))
    found = seen.select_related("part__parent", "statement__meeting", "by", "wording")
    wishes = list(found.prefetch_related("statement__meeting__bodies").order_by("at", "pk"))
    changed = Wording.objects.filter(part__plan=plan, part__withdrawn_on=None, number__gt=1)
    return Asked(
        sorted(wishes, key=lambda one: RANK[CommentState(one.state)]),
        list(changed.select_related("part__parent", "by").order_by("-at", "-pk")[:most]),
    )


def waiting_for(part: Part) -> QuerySet[PlanComment]:
    """Comments on a part and wishes for other words that have no answer, in the order in which they came."""
    rows = part.comments.filter(WAITS, answer_wording=None)
    return rows.select_related("statement__meeting", "by").prefetch_related("statement__meeting__bodies")

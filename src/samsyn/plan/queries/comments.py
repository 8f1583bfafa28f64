"""What is said of a plan: what waits for an answer, what is proposed, what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, DateField, F, Q
from django.db.models.functions import Cast, Coalesce

from samsyn.plan.models import (
    CommentKind,
    CommentState,
    ContestedWord,
    PlanComment,
    PlanState,
    ProposalState,
)
from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Body, Meeting, Statement
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from samsyn.plan.models import Part, Plan

# Decided, and nobody has written the new words.
UNDONE = Q(kind=CommentKind.CHANGE_REQUEST, state=CommentState.DECIDED, answer_wording=None)
OF_STATE = {
    "waiting": Q(state=CommentState.OPEN),
    "undone": UNDONE,
    "proposed": Q(state=CommentState.PROPOSED),
    "answered": Q(state=CommentState.ANSWERED) | (Q(state=CommentState.DECIDED) & ~UNDONE),
    "refused": Q(state=CommentState.REFUSED),
}
SHOWN = ("waiting", "undone", "proposed", "answered")
BINDING = ("decision", "agreed_outcome")
MOST_DECISIONS = 40


@dataclass(frozen=True, slots=True)
class CommentFilter:
    """Which comments are asked for.

    Attributes:
        state: A key of `OF_STATE`; empty for all that were not refused.
        area: Id of an area: comments on it and on all below it.
        body: Id of a body whose meetings said it.
        part: Id of a part: comments on it alone.
    """

    plan: int
    state: str = ""
    area: int | None = None
    body: int | None = None
    part: int | None = None
    sees: Sight = FINISHED


def comments(asked: CommentFilter) -> QuerySet[PlanComment]:
    """The comments, those that have waited longest first; with all that a row shows of them."""
    rows = _asked(asked).filter(_of_state(asked.state))
    return with_all(_by_day(rows))


def comment_counts(asked: CommentFilter) -> dict[str, int]:
    """How many there are of each state, by its key; one question."""
    counted = {name: Count("pk", filter=condition) for name, condition in OF_STATE.items()}
    found: dict[str, int] = _asked(asked).aggregate(**counted)
    return found


def with_all(rows: QuerySet[PlanComment]) -> QuerySet[PlanComment]:
    """Comments with what their rows show."""
    return rows.select_related(
        "plan", "part__parent__parent", "by", "statement__meeting", "period", "wording", "answered_by",
        "answer_in__meeting", "answer_wording__part__parent",
    ).prefetch_related("statement__meeting__bodies", "answer_in__meeting__bodies")  # fmt: skip


def comments_on_part(part: Part, *, sees: Sight = FINISHED) -> list[PlanComment]:
    """What is said of a part, and not refused."""
    return list(comments(CommentFilter(part.plan_id, part=part.pk, sees=sees)))


def seen_comments(sees: Sight) -> QuerySet[PlanComment]:
    """The comments that somebody sees: those of unfinished notes only with the notes."""
    return PlanComment.objects.filter(Q(statement=None) | sees.seen("statement__meeting"))


def bodies_that_commented(plan: Plan, *, sees: Sight = FINISHED) -> list[Body]:
    """The bodies whose meetings have said something of a plan."""
    said = seen_comments(sees).filter(plan=plan).exclude(state=CommentState.REFUSED)
    return list(alphabetical(Body.objects.filter(meetings__in=said.values("statement__meeting")).distinct()))


def decisions_to_choose(plan: Plan, *, sees: Sight = FINISHED) -> list[Statement]:
    """Decisions of meetings that spoke of a plan, the latest first: one may answer a comment."""
    meetings = Meeting.objects.filter(statements__plan_comments__plan=plan)
    rows = Statement.objects.filter(sees.seen(), meeting__in=meetings.values("pk"), kind__in=BINDING)
    rows = rows.filter(removed=False).select_related("meeting").prefetch_related("meeting__bodies")
    return list(rows.order_by(F("meeting__start_on").desc(nulls_last=True), "position")[:MOST_DECISIONS])


def waiting_comments(*, sees: Sight = FINISHED) -> dict[str, int]:
    """Over all plans that are followed: decided and not done, proposed, and without answer."""
    rows = seen_comments(sees).filter(plan__state=PlanState.ACTIVE)
    wanted = ("undone", "proposed", "waiting")
    found: dict[str, int] = rows.aggregate(**{name: Count("pk", filter=OF_STATE[name]) for name in wanted})
    return found


def first_comments(state: str, *, sees: Sight = FINISHED, at_most: int) -> list[PlanComment]:
    """Those of a state, a key of `OF_STATE`, that have waited longest, over all plans that are followed."""
    rows = seen_comments(sees).filter(OF_STATE[state], plan__state=PlanState.ACTIVE)
    return list(with_all(_by_day(rows))[:at_most])


def words_to_see() -> list[ContestedWord]:
    """All contested words but the refused: what is proposed first, then by the alphabet."""
    rows = ContestedWord.objects.exclude(state=ProposalState.REFUSED).select_related("source__meeting", "by")
    found = list(rows.prefetch_related("source__meeting__bodies").order_by("word"))
    return sorted(found, key=lambda row: row.state != ProposalState.PROPOSED)


def _by_day(rows: QuerySet[PlanComment]) -> QuerySet[PlanComment]:
    """By the day on which it was said or written."""
    said = Coalesce("statement__meeting__start_on", Cast("at", DateField()))
    return rows.annotate(said_on=said).order_by("said_on", "pk")


def _asked(asked: CommentFilter) -> QuerySet[PlanComment]:
    rows = seen_comments(asked.sees).filter(plan=asked.plan)
    if asked.part is not None:
        rows = rows.filter(part=asked.part)
    if asked.area is not None:
        below = Q(part=asked.area) | Q(part__parent=asked.area) | Q(part__parent__parent=asked.area)
        rows = rows.filter(below)
    if asked.body is not None:
        own = Meeting.bodies.through.objects.filter(body=asked.body).values("meeting")
        rows = rows.filter(statement__meeting__in=own)
    return rows


def _of_state(state: str) -> Q:
    return OF_STATE.get(state) or ~OF_STATE["refused"]

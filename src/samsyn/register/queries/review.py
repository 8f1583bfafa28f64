"""Which meetings wait for somebody to look through what was read of their notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from samsyn.register.models import Doubt, DoubtState, Meeting, NotesState, Statement, ValueState
from samsyn.register.models import Value as Read
from samsyn.register.queries.statements import IS_BINDING, IS_DUE, IS_OWNED

if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Any

    from django.db.models import QuerySet

UNFINISHED = (NotesState.DRAFT, NotesState.IN_REVIEW)
IS_DIFFERENCE = Q(offered__isnull=False)


def waiting_meetings(bodies: Collection[int] | None) -> QuerySet[Meeting]:
    """Meetings whose notes are not finished, or of which something is asked.

    Args:
        bodies: Ids of the bodies whose notes somebody writes; None for all.
    """
    asked = Doubt.objects.filter(state=DoubtState.OPEN).order_by().values("meeting")
    rows = Meeting.objects.filter(Q(notes_state__in=UNFINISHED) | Q(pk__in=asked)).order_by()
    if bodies is None:
        return rows
    own = Meeting.bodies.through.objects.filter(body__in=bodies).values("meeting")
    return rows.filter(pk__in=own)


def meetings_to_review(bodies: Collection[int] | None) -> QuerySet[Meeting]:
    """The waiting meetings, what is hardest to recover first.

    Notes that are not finished come first: those who were there still remember. Then what a person has said
    and a new file contradicts, what binds somebody and lacks an owner or a date, and what is doubtful; the
    latest meeting first among equals. Each has `n_differences`, `n_lacking`, `n_doubts`, `n_values` and
    `n_decided`.
    """
    doubts = Doubt.objects.filter(state=DoubtState.OPEN)
    values = Read.objects.exclude(statement__removed=True).exclude(attendance__removed=True)
    lacking = Statement.objects.filter(IS_BINDING, ~IS_OWNED | ~IS_DUE, removed=False)
    rows = waiting_meetings(bodies).annotate(
        is_new=Case(When(notes_state__in=UNFINISHED, then=Value(1)), default=Value(0)),
        n_differences=_count(doubts.filter(IS_DIFFERENCE)),
        n_doubts=_count(doubts.exclude(IS_DIFFERENCE)),
        n_lacking=_count(lacking),
        n_values=_count(values),
        n_decided=_count(values.exclude(state=ValueState.PROPOSED)),
    )
    return rows.prefetch_related("bodies").order_by(
        "-is_new", "-n_differences", "-n_lacking", "-n_doubts", F("start_on").desc(nulls_last=True), "-id"
    )


def _count(rows: QuerySet[Any]) -> Coalesce:
    """How many of `rows` belong to the meeting."""
    own = rows.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    return Coalesce(Subquery(own.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0)

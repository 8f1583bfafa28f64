"""Was it carried out: decisions and agreed outcomes with how far each has come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from samsyn.history.keeping import kept
from samsyn.matters.models import Execution, ExecutionState, PartyLine
from samsyn.minutes.records import Kind
from samsyn.register.models import ActionReport, ReportState, Statement
from samsyn.register.protection import NOBODY
from samsyn.register.queries import Listing, StatementFilter, statements
from samsyn.register.sight import FINISHED

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from samsyn.register.sight import Sight

T = TypeVar("T")
FOLLOWED_KINDS = (Kind.DECISION.value, Kind.AGREED_OUTCOME.value)
KEPT_ROWS = 400  # of each filter's list that ids are kept of: eight pages
ASKED_AFTER = timedelta(days=90)  # most bodies have met again by then
UNTOLD, LONG_UNTOLD, PARTIES = "untold", "long_untold", "parties"


@dataclass(frozen=True, slots=True)
class ExecutionCounts:
    """How many decisions each quick filter would show.

    Attributes:
        untold: Those that nobody has told of.
        long_untold: Those of them that were made three months ago, and of which no party has told either.
    """

    all: int
    untold: int
    long_untold: int
    to_do: int
    under_way: int
    carried_out: int
    not_relevant: int
    parties: int


def followed(wanted: StatementFilter, state: str = "", *, on: date) -> QuerySet[Statement]:
    """Decisions and agreed outcomes, each with `execution`: its state, or nothing where nobody has said.

    Where nobody has said it of the decision, what was reported of it as an action counts.

    Args:
        wanted: Which; the kinds are ours.
        state: One of `ExecutionState`, "untold", "long_untold", "parties" for what each party takes for
            itself, or all.
        on: The day from which "long" is counted.
    """
    told = Execution.objects.filter(statement=OuterRef("pk")).order_by("-id").values("state")[:1]
    reported = (
        ActionReport.objects.filter(statement=OuterRef("pk"))
        .order_by("-at", "-id")
        .annotate(
            execution=Case(
                When(state=ReportState.DONE, then=Value(ExecutionState.CARRIED_OUT.value)),
                default=Value(ExecutionState.UNDER_WAY.value),
            )
        )
    )
    apart = PartyLine.objects.filter(statement=OuterRef("pk"), refused=False)
    rows = statements(wanted).filter(kind__in=FOLLOWED_KINDS)
    rows = rows.annotate(
        execution=Coalesce(Subquery(told), Subquery(reported.values("execution")[:1]), Value("")),
        is_apart=Exists(apart),
    )
    if state == PARTIES:
        return rows.filter(is_apart=True)
    if state == LONG_UNTOLD:
        return rows.filter(_long_untold(on))
    return rows.filter(execution="" if state == UNTOLD else state) if state else rows


def _long_untold(on: date) -> Q:
    return Q(execution="", is_apart=False, meeting__start_on__lt=on - ASKED_AFTER)


def untold_decisions(*, on: date, sees: Sight = FINISHED) -> QuerySet[Statement]:
    """Decisions made three months before a day of which nobody, and no party, has said how it went.

    Args:
        on: The day.
        sees: Which unfinished notes somebody sees.
    """
    rows = statements(StatementFilter(end=on - ASKED_AFTER, kinds=FOLLOWED_KINDS, sees=sees))
    for told in (Execution.objects, ActionReport.objects, PartyLine.objects.filter(refused=False)):
        rows = rows.filter(~Exists(told.filter(statement=OuterRef("pk"))))
    return rows


class FollowedListing(Listing[Statement]):
    """A list whose first ids are known."""

    def __init__(self, rows: QuerySet[Statement], n: int, first: list[int]) -> None:
        """Keep what is asked, and the first ids in its order."""
        super().__init__(rows, n)
        self.first = first

    def between(self, start: int, end: int) -> list[Statement]:
        """The rows in some places."""
        if end > len(self.first) and len(self.first) == KEPT_ROWS:
            return super().between(start, end)
        found = self.rows.filter(pk__in=self.first[start:end]).order_by().in_bulk()
        return [found[pk] for pk in self.first[start:end] if pk in found]


def list_followed(wanted: StatementFilter, n: int, state: str = "", *, on: date) -> Listing[Statement]:
    """The same a page at a time, with what was told of each; the first pages' ids are kept until a change."""
    rows = followed(wanted, state, on=on)
    shown = rows.prefetch_related("executions__by", "reports__by", "party_lines__organisation")
    bare = rows.select_related(None).prefetch_related(None).values_list("pk", flat=True)
    return FollowedListing(shown, n, _kept(("followed", state, on), wanted, lambda: list(bare[:KEPT_ROWS])))


def execution_counts(wanted: StatementFilter, *, on: date) -> ExecutionCounts:
    """Count them by state on a day, within the other filters; kept until something changes."""
    return _kept(("execution counts", on), wanted, lambda: _count(wanted, on))


def _kept(name: tuple[str | date, ...], wanted: StatementFilter, make: Callable[[], T]) -> T:
    """What a filter gives, kept for all who see the same."""
    if wanted.words and wanted.hidden:
        return make()  # hangs on how names are written, for each as much as they know
    plain = replace(wanted, sees=FINISHED, hidden=NOBODY)
    return kept((*name, plain, wanted.sees.key(), wanted.hidden.people), make)


def _count(wanted: StatementFilter, on: date) -> ExecutionCounts:
    rows = followed(wanted, on=on).select_related(None).prefetch_related(None).order_by()
    of_state = {state.value: Count("id", filter=Q(execution=state)) for state in ExecutionState}
    counted = rows.aggregate(
        all=Count("id"),
        untold=Count("id", filter=Q(execution="")),
        long_untold=Count("id", filter=_long_untold(on)),
        parties=Count("id", filter=Q(is_apart=True)),
        **of_state,
    )
    return ExecutionCounts(**counted)

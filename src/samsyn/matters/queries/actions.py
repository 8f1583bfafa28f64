"""Actions as they stand now: what was read in the notes, with what people have said since laid over it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
)

from samsyn.history.keeping import kept
from samsyn.matters.queries.conditions import (
    DUE_NOW,
    DUE_WORDS_NOW,
    FOLLOWED,
    OWNER_NOW,
    PRECISION_NOW,
    UNOWNED_LAST,
    ids_of,
    is_done,
    is_due,
    is_ended,
    is_late,
    is_open,
    is_owned,
    is_recurring,
    owned_by,
    state_told,
    told,
)
from samsyn.minutes.records import Precision
from samsyn.register.models import ActionReport, Attendance, Meeting, ReportState, Statement
from samsyn.register.protection import NOBODY, Hidden
from samsyn.register.queries.statements import found_by_hidden_names
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from django.db.models import QuerySet

    from samsyn.matters.models import FollowUp

T = TypeVar("T")


class ActionState(StrEnum):
    """Where an action stands: ended by a person, else as was told last, else not heard of."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    NEEDS_HELP = "needs_help"
    DONE = "done"
    ENDED = "ended"


CLOSED = (ActionState.DONE, ActionState.ENDED)
OPEN_STATES = (ActionState.OPEN, ActionState.UNDER_WAY, ActionState.NEEDS_HELP)


@dataclass(frozen=True, slots=True)
class Action:
    """A statement that gives an action, as it stands now; made of one from `actions`."""

    statement: Statement

    @property
    def follow_up(self) -> FollowUp | None:
        """What is laid over it, if anything."""
        return getattr(self.statement, "follow_up", None)

    @property
    def report(self) -> ActionReport | None:
        """What was told last of how it goes."""
        return next(reversed(self.statement.reports.all()), None)

    @property
    def state(self) -> ActionState:
        """Where it stands."""
        over, report = self.follow_up, self.report
        if over is not None and over.ended_on is not None:
            return ActionState.ENDED
        if report is None:
            return ActionState.OPEN
        if report.state == ReportState.DONE and over is not None and over.reopened_at is not None:
            return ActionState.OPEN if report.at <= over.reopened_at else ActionState.DONE
        return ActionState(report.state)

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is waited for."""
        return self.state in CLOSED

    @property
    def owner(self) -> Statement | FollowUp:
        """What tells the owner, by the columns that both have."""
        over = self.follow_up
        return over if over is not None and over.owner_changed else self.statement

    @property
    def due(self) -> Statement | FollowUp:
        """What tells the time, by the columns that both have."""
        over = self.follow_up
        return over if over is not None and over.due_changed else self.statement

    @property
    def is_recurring(self) -> bool:
        """Whether it is due again and again until it is ended."""
        return self.due.due_precision == Precision.RECURRING

    @property
    def heard_at(self) -> datetime | None:
        """When something was told of it last."""
        return self.report.at if self.report else None

    def n_days_late(self, on: date) -> int:
        """How many days after its last day it is; 0 for what is closed, undated or still to come."""
        end = self.due.due_end
        return (on - end).days + 1 if end is not None and end <= on and not self.is_closed else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFilter:
    """Which actions; a field left out does not narrow them.

    Attributes:
        people: Ids; owned by any of them.
        organisations: Ids; owned by any of them, or by somebody who came from one to that very meeting.
        bodies: Ids; owned by any of them, or said at their meetings.
        meeting_bodies: Ids; said at meetings of any of them.
        state: Codes of `ActionState`.
        late: Only what is open and past its last day.
        has_owner: False for what nobody is named to do.
        has_due: False for what has no time.
        recurring: Whether it is due again and again.
        words: All of these words stand in the text or the owner's name.
        order: A key of `ORDERS`.
        sees: Of unfinished notes, only those that somebody sees.
        hidden: Whom the answer is not to tell of.
    """

    people: tuple[int, ...] | None = None
    organisations: tuple[int, ...] | None = None
    bodies: tuple[int, ...] | None = None
    meeting_bodies: tuple[int, ...] | None = None
    state: tuple[str, ...] = ()
    late: bool = False
    has_owner: bool | None = None
    has_due: bool | None = None
    recurring: bool | None = None
    words: str = ""
    order: str = "due"
    sees: Sight = FINISHED
    hidden: Hidden = NOBODY


@dataclass(frozen=True, slots=True)
class ActionCounts:
    """How many actions there are within a filter's choices of whose and where, by how they stand."""

    all: int
    open: int
    late: int
    needs_help: int
    done: int
    ended: int
    without_owner: int
    without_due: int
    recurring: int


LATEST = (F("meeting__start_on").desc(nulls_last=True), "-meeting_id", "position", "id")
ORDERS: dict[str, tuple[Any, ...]] = {
    "due": (DUE_NOW.asc(nulls_last=True), *LATEST),
    "due_last": (DUE_NOW.desc(nulls_last=True), *LATEST),
    "latest": LATEST,
    "owner": (UNOWNED_LAST, OWNER_NOW, *LATEST),
}


def actions(wanted: ActionFilter | None = None, *, on: date) -> QuerySet[Statement]:
    """The statements that give the actions of a filter, with all that `Action` and a list ask for.

    Args:
        wanted: Which.
        on: Today: what has its last day before it is late.
    """
    wanted = wanted or ActionFilter()
    return with_all(plain_actions(wanted, on)).order_by(*ORDERS[wanted.order])


def count_actions(wanted: ActionFilter, *, on: date) -> ActionCounts:
    """How many actions each choice of how they stand would leave; kept until something changes.

    Args:
        wanted: Whose and where; how they stand and in what order is left out of it.
        on: Today.
    """
    plain = replace(wanted, state=(), late=False, has_owner=None, has_due=None, recurring=None, order="due")
    return kept_for(plain, ("action counts", on), lambda: _count(plain, on))


def kept_for(wanted: ActionFilter, name: tuple[Any, ...], make: Callable[[], T]) -> T:
    """What a filter gives, kept until something changes, for all who see the same."""
    if wanted.words and wanted.hidden:
        return make()  # hangs on how names are written, for each as much as they know
    plain = replace(wanted, sees=FINISHED, hidden=NOBODY)
    return kept((*name, plain, wanted.sees.key(), wanted.hidden.people), make)


def with_all(rows: QuerySet[Statement]) -> QuerySet[Statement]:
    """With all that `Action` and a list ask of each row."""
    rows = rows.select_related(
        "meeting", "item", "owner_person", "owner_organisation", "owner_body", "follow_up",
        "follow_up__owner_person", "follow_up__carried_to",
    )  # fmt: skip
    return rows.prefetch_related(
        "meeting__bodies", "follow_up__carried_to__bodies", "reports__by", "reports__person"
    )


def plain_actions(wanted: ActionFilter, on: date) -> QuerySet[Statement]:
    """The statements that give the actions of a filter, without order and what is shown beside them."""
    rows = Statement.objects.filter(wanted.sees.seen(), is_action=True, removed=False)
    return rows.filter(*_whose(wanted), *_how(wanted, on))


def _count(wanted: ActionFilter, on: date) -> ActionCounts:
    """One pass: rows that stand alike are counted together, so that each condition is worked out once."""
    now = {"owner_now": OWNER_NOW, "words_now": DUE_WORDS_NOW, "due_now": DUE_NOW, "pace_now": PRECISION_NOW}
    flags = {
        "told": state_told(),
        "is_ended": _flag(Q(follow_up__ended_on__isnull=False)),
        "is_late": _flag(Q(due_now__lte=on)),
        "is_owned": _flag(~Q(owner_now="")),
        "is_due": _flag(~Q(words_now="")),
        "is_recurs": _flag(Q(pace_now=Precision.RECURRING)),
    }
    rows = plain_actions(wanted, on).order_by().alias(**now).annotate(**flags)
    alike = list(rows.values(*flags).annotate(n=Count("pk")))
    live = [row for row in alike if not row["is_ended"]]
    still = [row for row in live if row["told"] != ReportState.DONE]
    return ActionCounts(
        all=sum(row["n"] for row in alike),
        open=sum(row["n"] for row in still),
        done=sum(row["n"] for row in live if row["told"] == ReportState.DONE),
        ended=sum(row["n"] for row in alike if row["is_ended"]),
        late=sum(row["n"] for row in still if row["is_late"]),
        needs_help=sum(row["n"] for row in still if row["told"] == ReportState.NEEDS_HELP),
        without_owner=sum(row["n"] for row in still if not row["is_owned"]),
        without_due=sum(row["n"] for row in still if not row["is_due"]),
        recurring=sum(row["n"] for row in still if row["is_recurs"]),
    )


def _flag(condition: Q) -> ExpressionWrapper[Q]:
    return ExpressionWrapper(condition, BooleanField())


def _whose(wanted: ActionFilter) -> list[Q]:
    found = []
    if wanted.people is not None:
        found.append(owned_by("owner_person", wanted.people))
    if wanted.organisations is not None:
        found.append(_of_organisations(wanted.organisations, wanted.hidden))
    if wanted.bodies is not None:
        found.append(owned_by("owner_body", wanted.bodies) | _said_at(wanted.bodies))
    if wanted.meeting_bodies is not None:
        found.append(_said_at(wanted.meeting_bodies))
    words = wanted.words.casefold().split()
    # What somebody has put in since stands in no search text: it is looked for as it was written.
    found += [
        Q(search_text__contains=word) | Q(pk__in=ids_of(FOLLOWED.filter(search_text__contains=word)))
        for word in words
    ]
    unseen = found_by_hidden_names(wanted.words, wanted.hidden)
    return [*found, ~Q(pk__in=unseen)] if unseen else found


def _how(wanted: ActionFilter, on: date) -> list[Q]:
    found = [_stands(wanted.state)] if wanted.state else []
    if wanted.late:
        found.append(is_open() & is_late(on))
    for asked, condition in (
        (wanted.has_owner, is_owned), (wanted.has_due, is_due), (wanted.recurring, is_recurring)
    ):  # fmt: skip
        if asked is not None:
            found.append(condition() if asked else ~condition())
    return found


def _stands(states: tuple[str, ...]) -> Q:
    """In one of some states; what all open ones have in common is asked once."""
    wanted = {ActionState(state) for state in states}
    found = Q(pk__in=())
    if wanted.issuperset(OPEN_STATES):
        found |= is_open()
        wanted -= {*OPEN_STATES}
    for state in sorted(wanted):
        found |= STATES[state]()
    return found


def _said_at(bodies: tuple[int, ...]) -> Q:
    return Q(meeting__in=Meeting.objects.filter(bodies__in=bodies).order_by().values("pk"))


def _of_organisations(organisations: tuple[int, ...], hidden: Hidden) -> Q:
    """Owned by one, or by somebody who came from one to that very meeting and is not hidden.

    Each of the ways is a question that gives ids, from those who came: few actions are theirs.
    """
    came = Attendance.objects.filter(organisation__in=organisations, removed=False).exclude(
        person__in=hidden.people
    )
    there = came.filter(person=OuterRef("owner_person"), meeting=OuterRef("statement__meeting"))
    given = FOLLOWED.filter(Exists(there), owner_changed=True, owner_person__isnull=False)
    unchanged = ~Q(pk__in=ids_of(FOLLOWED.filter(owner_changed=True)))
    rows = Statement.objects.filter(is_action=True, removed=False).order_by()
    own = rows.filter(owner_organisation__in=organisations)
    here = rows.filter(
        meeting__attendances__organisation__in=organisations,
        meeting__attendances__removed=False,
        owner_person=F("meeting__attendances__person"),
    ).exclude(owner_person__in=hidden.people)
    as_read = own.values("pk").union(here.values("pk"))
    laid_over = ids_of(FOLLOWED.filter(owner_changed=True, owner_organisation__in=organisations))
    return (unchanged & Q(pk__in=as_read)) | Q(pk__in=laid_over.union(ids_of(given)))


def _heard_nothing() -> Q:
    """Open, and nothing said of how it goes."""
    return ~told(*ReportState) & ~is_ended()


STATES = {
    ActionState.OPEN: _heard_nothing,
    ActionState.UNDER_WAY: lambda: told(ReportState.UNDER_WAY) & ~is_ended(),
    ActionState.NEEDS_HELP: lambda: told(ReportState.NEEDS_HELP) & ~is_ended(),
    ActionState.DONE: is_done,
    ActionState.ENDED: is_ended,
}

"""How an action stands now, as conditions on statements: each a question within the question.

What people have laid over them is little beside what was read, and is worked out once for all rows; what was
told of how they go may be much, and is asked for row by row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import In

from samsyn.matters.models import FollowUp
from samsyn.minutes.records import Precision
from samsyn.register.models import ActionReport, ReportState, Statement
from samsyn.register.models.statements import RECURRING
from samsyn.register.service import Current

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

FOLLOWED = FollowUp.objects.order_by()
DUE_NOW = Case(When(follow_up__due_changed=True, then=F("follow_up__due_end")), default=F("due_end"))
DUE_WORDS_NOW = Case(
    When(follow_up__due_changed=True, then=F("follow_up__due_words")), default=F("due_words")
)
PRECISION_NOW = Case(
    When(follow_up__due_changed=True, then=F("follow_up__due_precision")), default=F("due_precision")
)
PERSON_NOW = Case(
    When(follow_up__owner_changed=True, then=F("follow_up__owner_person")), default=F("owner_person")
)
ORGANISATION_NOW = Case(
    When(follow_up__owner_changed=True, then=F("follow_up__owner_organisation")),
    default=F("owner_organisation"),
)
OWNER_NOW = Case(
    When(follow_up__owner_changed=True, then=F("follow_up__owner_name")), default=F("owner_name")
)
UNOWNED_LAST = Case(
    When(Q(follow_up__owner_changed=True, follow_up__owner_name=""), then=1),
    When(~Q(follow_up__owner_changed=True) & Q(owner_name=""), then=1),
    default=0,
)


def owned_by(column: str, ids: tuple[int, ...]) -> Q:
    """Owned now by one of some rows."""
    changed = FOLLOWED.filter(owner_changed=True)
    as_read = Q(**{f"{column}__in": ids}) & ~Q(pk__in=ids_of(changed))
    return as_read | Q(pk__in=ids_of(changed.filter(**{f"{column}__in": ids})))


def is_owned() -> Q:
    """Somebody or something is named to do it."""
    changed = FOLLOWED.filter(owner_changed=True)
    as_read = ~Q(owner_name="") & ~Q(pk__in=ids_of(changed))
    return as_read | Q(pk__in=ids_of(changed.exclude(owner_name="")))


def is_due() -> Q:
    """Some time is told for it."""
    changed = FOLLOWED.filter(due_changed=True)
    as_read = ~Q(due_words="") & ~Q(pk__in=ids_of(changed))
    return as_read | Q(pk__in=ids_of(changed.exclude(due_words="")))


def is_late(on: date) -> Q:
    """Its last day lies before a day, whether it is open or not."""
    changed = FOLLOWED.filter(due_changed=True)
    as_read = Q(due_end__lte=on) & ~Q(pk__in=ids_of(changed))
    return as_read | Q(pk__in=ids_of(changed.filter(due_end__lte=on)))


def has_passed(on: date) -> Q:
    """It is still to be done, and its last day lies before a day."""
    return Q(is_action=True) & is_late(on) & is_open()


def is_recurring() -> Q:
    """It is due again and again: ids out of an index, as they are few of many."""
    changed = FOLLOWED.filter(due_changed=True)
    as_read = Statement.objects.filter(RECURRING).exclude(pk__in=ids_of(changed)).order_by()
    since = ids_of(changed.filter(due_precision=Precision.RECURRING))
    return Q(pk__in=as_read.values("pk").union(since))


def is_ended() -> Q:
    """A person has ended it."""
    return Q(pk__in=ids_of(FOLLOWED.filter(ended_on__isnull=False)))


def is_done() -> Q:
    """It was told last that it is done, it was not opened since, and nobody has ended it."""
    return told(ReportState.DONE) & ~is_ended()


def is_open() -> Q:
    """Neither done nor ended."""
    return ~told(ReportState.DONE) & ~is_ended()


def told(*states: ReportState) -> Q:
    """One of these was told last of it; that it is done holds until it is opened again."""
    return Q(In(state_told(), [state.value for state in states]))


def state_told() -> Coalesce:
    """What was told last of it; empty where nothing was, or where it was done and has been opened since.

    Asked row by row: the index knows the last of each, and a list of the first rows asks for theirs alone.
    """
    last = ActionReport.objects.filter(statement=OuterRef("pk")).order_by("-at", "-id")
    undone = When(state=ReportState.DONE, at__lte=OuterRef("follow_up__reopened_at"), then=Value(""))
    holds = Case(undone, default=F("state"))
    return Coalesce(Subquery(last.annotate(holds=holds).values("holds")[:1]), Value(""))


def ids_of(rows: QuerySet[FollowUp]) -> QuerySet[FollowUp, Any]:
    """Of the actions that some rows are laid over."""
    return rows.values("statement")


AS_FOLLOWED = Current(
    passed=has_passed,
    owned=is_owned,
    due=is_due,
    due_end=DUE_NOW,
    owner_name=OWNER_NOW,
    unowned_last=UNOWNED_LAST,
    fetched=("follow_up",),
)

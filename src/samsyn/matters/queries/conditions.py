"""How an action stands now, as conditions on statements: each a question within the question.

None of them looks at one row at a time: what people have said since is little beside what was read, and is
worked out once for all rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Case, Exists, F, OuterRef, Q, When

from samsyn.matters.models import FollowUp
from samsyn.minutes.records import Precision
from samsyn.register.models import ActionReport, ReportState
from samsyn.register.service import Current

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

FOLLOWED = FollowUp.objects.order_by()
DUE_NOW = Case(When(follow_up__due_changed=True, then=F("follow_up__due_end")), default=F("due_end"))
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
    """It is due again and again."""
    changed = FOLLOWED.filter(due_changed=True)
    as_read = Q(due_precision=Precision.RECURRING) & ~Q(pk__in=ids_of(changed))
    return as_read | Q(pk__in=ids_of(changed.filter(due_precision=Precision.RECURRING)))


def is_ended() -> Q:
    """A person has ended it."""
    return Q(pk__in=ids_of(FOLLOWED.filter(ended_on__isnull=False)))


def is_done() -> Q:
    """It was told last that it is done, it was not opened since, and nobody has ended it."""
    return told(ReportState.DONE) & ~is_ended()


def is_open() -> Q:
    """Neither done nor ended."""
    return ~told(ReportState.DONE) & ~is_ended()


def told(state: ReportState) -> Q:
    """What was told last of it; that it is done holds until it is opened again."""
    later = ActionReport.objects.filter(statement=OuterRef("statement")).filter(
        Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), id__gt=OuterRef("id"))
    )
    last = ActionReport.objects.filter(~Exists(later), state=state).order_by()
    if state == ReportState.DONE:
        reopened = FOLLOWED.filter(statement=OuterRef("statement"), reopened_at__gte=OuterRef("at"))
        last = last.filter(~Exists(reopened))
    return Q(pk__in=last.values("statement"))


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

"""Say whom a word for a group in the plan means ("alla aktörer"), and that nobody knows after all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import record
from samsyn.plan.checks import clean_line, lock_plan
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import NamedGroup
from samsyn.register.actions.deciding import columns_of, set_columns

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Actor, Plan
    from samsyn.register.models import Statement

LONGEST = 100
COLUMNS = ["is_resolved", "decided_on", "source", "by", "at"]


@transaction.atomic
def resolve_group(
    plan: Plan,
    words: str,
    members: Collection[Actor],
    *,
    decided_on: date | None = None,
    source: Statement | None = None,
    by: User,
) -> Event:
    """Say whom a word for a group means.

    Args:
        plan: In whose wordings it stands.
        words: As written there.
        members: All who are meant.
        decided_on: The day on which the list was decided; None where nobody says.
        source: The words in notes that decide it.
        by: Who says so.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: There are no words or no members, one is of another plan, or it stands so already.
    """
    require(by, "plan.change_plan")
    now, shown = lock_plan(plan), clean_line(words, longest=LONGEST).casefold()
    if not shown:
        raise PlanUnusable("Skriv ordet för gruppen.")
    if not members:
        raise PlanUnusable("Välj minst en aktör, eller låt ordet stå som olöst.")
    if any(one.plan_id != now.pk for one in members):
        raise PlanUnusable("En av aktörerna hör till en annan plan.")
    columns = {
        "is_resolved": True,
        "decided_on": decided_on,
        "source": source,
        "by": by,
        "at": timezone.now(),
    }
    return _keep(now, shown, columns, {one.pk for one in members}, "namedgroup.resolved", by=by)


@transaction.atomic
def reopen_group(group: NamedGroup, *, by: User) -> Event:
    """Say that nobody knows whom a word means after all; the list is no longer shown.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It is open already.
    """
    require(by, "plan.change_plan")
    columns = {"is_resolved": False, "decided_on": None, "source": None, "by": by, "at": timezone.now()}
    return _keep(lock_plan(group.plan), group.words, columns, set(), "namedgroup.reopened", by=by)


def take_back_kept(group: NamedGroup, event: Event) -> None:
    """Let a word mean what it meant, or remove it where it was not kept before."""
    if not event.before:
        group.delete()
        return
    before = dict(event.before)
    group.members.set(before.pop("members"))
    set_columns(group, before)


def _keep(
    plan: Plan, words: str, columns: dict[str, Any], members: set[int], what: str, *, by: User
) -> Event:
    group = NamedGroup.objects.filter(plan=plan, words=words).first()
    before = _stands(group) if group else {}
    if group and (group.is_resolved, set(before["members"])) == (columns["is_resolved"], members):
        raise PlanUnusable("Det står redan så.")
    group = group or NamedGroup(plan=plan, words=words)
    for name, value in columns.items():
        setattr(group, name, value)
    group.save()
    group.members.set(members)
    return record(group, what, by=by, before=before, after=_stands(group))


def _stands(group: NamedGroup) -> dict[str, Any]:
    members = group.members.order_by("number", "pk").values_list("pk", flat=True)
    return columns_of(group, COLUMNS) | {"members": list(members)}

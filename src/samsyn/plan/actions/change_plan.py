"""Change a plan itself: its name, when it began, how soon evidence is old, whether it is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import change
from samsyn.plan.checks import clean_line, lock_plan, require_name, require_unchanged
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import PlanState

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Plan

FEWEST_MONTHS, MOST_MONTHS = 1, 60


@transaction.atomic
def change_plan(
    plan: Plan, *, name: str, began_on: date | None, evidence_months: int, by: User, seen: str = ""
) -> Event:
    """Give a plan another name, another first day, or another time after which evidence is old.

    Args:
        plan: Which.
        name: The name.
        began_on: The day from which it is followed; None where nobody says.
        evidence_months: Months, 1 to 60.
        by: Who changes it.
        seen: As `stamp_of_row` said it when its form was shown; empty to ask nothing.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It cannot be so, or stands so already.
        ChangedMeanwhile: Somebody has changed it since.
    """
    require(by, "plan.change_plan")
    now = lock_plan(plan)
    require_unchanged(now, seen)
    if not FEWEST_MONTHS <= evidence_months <= MOST_MONTHS:
        raise PlanUnusable(f"Skriv ett antal månader mellan {FEWEST_MONTHS} och {MOST_MONTHS}.")
    columns: dict[str, Any] = {
        "name": require_name(name, missing="Skriv vad planen ska heta."),
        "began_on": began_on,
        "evidence_months": evidence_months,
    }
    return change(now, "plan.changed", columns, by=by)


@transaction.atomic
def end_plan(plan: Plan, *, on: date, why: str = "", by: User) -> Event:
    """Follow a plan no more; all of it is kept.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It has ended already.
    """
    require(by, "plan.change_plan")
    columns = {"state": PlanState.ENDED, "ended_on": on}
    now = lock_plan(plan)
    if now.state == PlanState.ENDED:
        raise PlanUnusable("Planen är redan avslutad.")
    return change(now, "plan.ended", columns, by=by, why=clean_line(why))


@transaction.atomic
def reopen_plan(plan: Plan, *, by: User) -> Event:
    """Follow a plan again.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It is followed.
    """
    require(by, "plan.change_plan")
    return change(lock_plan(plan), "plan.reopened", {"state": PlanState.ACTIVE, "ended_on": None}, by=by)

"""Say when a part of the plan is to be reached, by all or by one actor, and that it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import change, record, say
from samsyn.plan.checks import LONGEST_TIME, clean_line, lock_part
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.laying import time_columns
from samsyn.plan.models import Period
from samsyn.register.actions.deciding import columns_of, set_columns

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Actor, Part
    from samsyn.register.models import Statement

KEPT = [
    "actor", "words", "start_on", "end_on", "precision", "source", "reached_on", "reached_because",
]  # fmt: skip


@transaction.atomic
def tell_period(
    part: Part, words: str, *, on: date, actor: Actor | None = None, source: Statement | None = None, by: User
) -> Event:
    """Say when a part is to be reached.

    Args:
        part: Which.
        words: A time as people write it ("till årsskiftet", "tidigast 2027", "1/7-26", "under hösten").
        on: The day it is written: a time without year lies ahead of it.
        actor: The one it was agreed with; None for all.
        source: The words in notes that say so.
        by: Who says so.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: There are no words, they stand so already, or the actor is of another plan.
    """
    require(by, "plan.change_plan")
    now, written = lock_part(part), clean_line(words, longest=LONGEST_TIME)
    if not written:
        raise PlanUnusable("Skriv när, till exempel ”till årsskiftet” eller ”tidigast 2027”.")
    if actor is not None and actor.plan_id != now.plan_id:
        raise PlanUnusable("Aktören hör inte till den här planen.")
    columns = time_columns(written, on=on) | {"source": source}
    return say(Period, {"part": now, "actor": actor}, columns, "period.told", by=by, made={"by": by})


@transaction.atomic
def remove_period(period: Period, *, by: User) -> Event:
    """Take away a time.

    Returns:
        The event; its subject is the part, since the time is gone.

    Raises:
        PermissionDenied: They may not.
    """
    require(by, "plan.change_plan")
    part = lock_part(period.part)
    kept = columns_of(period, KEPT)
    period.delete()
    return record(part, "part.period_removed", by=by, before={"period": kept, "words": kept["words"]})


@transaction.atomic
def reach_period(period: Period, *, on: date, today: date, because: str, by: User) -> Event:
    """Say that a part was reached: in the county, or by the actor whose time it is.

    Args:
        period: The part's time.
        on: The day on which it was reached.
        today: No later day is believed.
        because: What shows it.
        by: Who says so.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: The day has not come, or nobody says what shows it.
    """
    require(by, "plan.change_plan")
    lock_part(period.part)
    now, shown = Period.objects.get(pk=period.pk), clean_line(because)
    if on > today:
        raise PlanUnusable("Dagen har inte varit än. Skriv den dag då det nåddes.")
    if not shown:
        raise PlanUnusable("Skriv vad som visar att det är nått.")
    return change(now, "period.reached", {"reached_on": on, "reached_because": shown}, by=by)


@transaction.atomic
def unreach_period(period: Period, *, by: User) -> Event:
    """Say that a part was not reached after all.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: Nobody has said that it was.
    """
    require(by, "plan.change_plan")
    lock_part(period.part)
    now = Period.objects.get(pk=period.pk)
    return change(now, "period.unreached", {"reached_on": None, "reached_because": ""}, by=by)


def take_back_removed(part: Part, event: Event) -> None:
    """Write a time that was taken away again; one that was written since gives way."""
    kept = event.before["period"]
    Period.objects.filter(part=part, actor_id=kept["actor"]).delete()
    set_columns(Period.objects.create(part=part, words=kept["words"], actor_id=kept["actor"]), kept)

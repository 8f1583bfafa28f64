"""Say that an actor is not part of a plan, or of one of its parts (ingår inte)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import change, say
from samsyn.plan.checks import clean_line, lock_plan
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import Outside

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Actor, Part
    from samsyn.register.models import Statement


@dataclass(frozen=True, slots=True)
class OutsideSaid:
    """What somebody says of an actor that is not part of something.

    Attributes:
        part: None for the whole plan.
        why: In a person's words.
        from_on: From which day; None where it never was part of it.
        until: First day on which it is part of it again; None for until further notice.
        source: The words in notes that say so.
    """

    part: Part | None
    why: str
    from_on: date | None = None
    until: date | None = None
    source: Statement | None = None


@transaction.atomic
def say_outside(actor: Actor, said: OutsideSaid, *, by: User) -> Event:
    """Say that an actor is not part of something.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: Nobody says why, it ends before it begins, or the part is of another plan.
    """
    require(by, "plan.change_plan")
    plan, why = lock_plan(actor.plan), clean_line(said.why)
    if not why:
        raise PlanUnusable("Skriv varför aktören inte ingår, så att det inte läses som att den inte svarat.")
    if said.part is not None and said.part.plan_id != plan.pk:
        raise PlanUnusable("Delen hör till en annan plan.")
    if said.from_on and said.until and said.until <= said.from_on:
        raise PlanUnusable("Dagen då aktören ingår igen måste komma efter den första.")
    columns: dict[str, Any] = {
        "why": why, "from_on": said.from_on, "until": said.until, "source": said.source
    }  # fmt: skip
    return say(Outside, {"actor": actor, "part": said.part}, columns, "outside.said", by=by)


@transaction.atomic
def end_outside(outside: Outside, *, on: date, by: User) -> Event:
    """Say that an actor is part of something again.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It is already.
    """
    require(by, "plan.change_plan")
    lock_plan(outside.actor.plan)
    now = Outside.objects.get(pk=outside.pk)
    if now.until is not None and now.until <= on:
        raise PlanUnusable("Aktören ingår redan.")
    return change(now, "outside.ended", {"until": on}, by=by)

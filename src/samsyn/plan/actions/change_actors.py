"""Say whom a plan is for: add an actor, let it leave and come back, put it in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import change, record
from samsyn.plan.checks import lock_plan
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import Actor
from samsyn.register.actions.pointers import pointers_to
from samsyn.register.errors import CannotUndo

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Plan
    from samsyn.register.models import Organisation


@transaction.atomic
def add_actor(plan: Plan, organisation: Organisation, *, by: User) -> Event:
    """Let a plan be for an organisation; one that had left comes back with all that it said.

    Returns:
        The event; its subject is the actor.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: The plan is for it already.
    """
    require(by, "plan.change_plan")
    now = lock_plan(plan)
    known = Actor.objects.filter(plan=now, organisation=organisation).first()
    if known is not None and known.left_on is None:
        raise PlanUnusable(f"Planen gäller redan {organisation}.")
    number = max((one.number for one in _present(now)), default=0) + 1
    if known is not None:
        return change(known, "actor.returned", {"left_on": None, "number": number}, by=by)
    made = Actor.objects.create(plan=now, organisation=organisation, number=number)
    return record(made, "actor.added", by=by, after={"organisation": organisation.pk})


@transaction.atomic
def remove_actor(actor: Actor, *, on: date, by: User, why: str = "") -> Event:
    """Let a plan no longer be for an actor; what it said is kept.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It has left already.
    """
    require(by, "plan.change_plan")
    lock_plan(actor.plan)
    now = Actor.objects.get(pk=actor.pk)
    if now.left_on is not None:
        raise PlanUnusable(f"Planen gäller inte längre {actor.organisation}.")
    return change(now, "actor.left", {"left_on": on}, by=by, why=why)


@transaction.atomic
def move_actor(actor: Actor, *, up: bool, by: User) -> Event:
    """Let an actor and the one before or after it change places in lists.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It stands first or last.
    """
    require(by, "plan.change_plan")
    rows = _present(lock_plan(actor.plan))
    at = next((place for place, row in enumerate(rows) if row.pk == actor.pk), None)
    to = None if at is None else at - 1 if up else at + 1
    if at is None or to is None or not 0 <= to < len(rows):
        raise PlanUnusable(f"{actor} står redan {'först' if up else 'sist'}.")
    _place(rows, at, to)
    return record(rows[to], "actor.moved", by=by, before={"number": at + 1}, after={"number": to + 1})


def take_back_added(actor: Actor, _: Event) -> None:
    """Remove an actor that has said nothing and of which nothing was said.

    Raises:
        CannotUndo: Something was.
    """
    if any(rows.exists() for _model, _column, rows in pointers_to(actor)) or actor.groups.exists():
        raise CannotUndo("Mer har sagts om aktören sedan dess: ta bort den ur planen i stället.")
    actor.delete()


def take_back_moved(actor: Actor, event: Event) -> None:
    """Let it stand where it stood.

    Raises:
        CannotUndo: It is no longer among the actors.
    """
    rows = _present(actor.plan)
    at = next((place for place, row in enumerate(rows) if row.pk == actor.pk), None)
    if at is None:
        raise CannotUndo("Aktören hör inte längre till planen.")
    _place(rows, at, min(event.before["number"], len(rows)) - 1)


def _present(plan: Plan) -> list[Actor]:
    rows = plan.actors.filter(left_on=None).select_related("organisation")
    return list(rows.order_by("number", "pk"))


def _place(rows: list[Actor], at: int, to: int) -> None:
    """Move one of the actors to another place and number all anew."""
    rows.insert(to, rows.pop(at))
    for number, row in enumerate(rows, 1):
        row.number = number
    Actor.objects.bulk_update(rows, ["number"])

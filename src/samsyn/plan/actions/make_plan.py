"""Make a plan: its parts with their first words, and whom it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.plan.actions.recording import record
from samsyn.plan.checks import require_name
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.laying import lay_part
from samsyn.plan.models import Actor, Checking, Part, PartKind, Period, Plan, Wording
from samsyn.register.actions.pointers import pointers_to
from samsyn.register.errors import CannotUndo

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import Model

    from samsyn.accounts.models import User
    from samsyn.plan.wanted import PlanWanted

OWN = (Part, Wording, Period, Checking, Actor)
"""Tables of which `make_plan` writes rows; what stands in others was written later."""


@transaction.atomic
def make_plan(wanted: PlanWanted, *, on: date, by: User) -> Event:
    """Make a plan.

    Args:
        wanted: All of it, at least one area.
        on: Today: times without year lie ahead of it.
        by: Who makes it.

    Returns:
        The event; its subject is the plan.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It has no name or no area, or some words cannot be kept.
    """
    require(by, "plan.change_plan")
    name = require_name(wanted.name, missing="Skriv vad planen ska heta.")
    if not any(part.kind == PartKind.AREA for part in wanted.parts):
        raise PlanUnusable("Skriv minst ett område.")
    plan = Plan.objects.create(name=name, began_on=wanted.began_on or on, opened_by=by)
    parts = [made for part in wanted.parts for made in lay_part(part, plan=plan, on=on, by=by)]
    actors = [
        Actor.objects.create(plan=plan, organisation=organisation, number=number)
        for number, organisation in enumerate(dict.fromkeys(wanted.actors), 1)
    ]
    after = {"name": name, "parts": [one.pk for one in parts], "actors": [one.pk for one in actors]}
    return record(plan, "plan.made", by=by, after=after)


def take_back_made(plan: Plan, event: Event) -> None:
    """Remove a plan that nothing has happened to since it was made.

    Raises:
        CannotUndo: It is in use.
    """
    rows: list[Model] = [*plan.parts.all(), *plan.actors.all()]
    known: dict[str, set[int]] = {"part": set(event.after["parts"]), "actor": set(event.after["actors"])}
    others = [row for row in rows if row.pk not in known[str(row._meta.model_name)]]
    if others or _touched(rows) or any(_foreign(row) for row in (plan, *rows)):
        raise CannotUndo("Mer har hänt med planen sedan dess: avsluta den i stället.")
    plan.delete()


def _touched(rows: list[Any]) -> bool:
    """Whether somebody has changed one of the rows."""
    by_model: dict[str, list[int]] = {}
    for row in rows:
        by_model.setdefault(row._meta.model_name, []).append(row.pk)
    return any(
        Event.objects.filter(subject_type=name, subject_id__in=ids).exists() for name, ids in by_model.items()
    )


def _foreign(row: Model) -> bool:
    """Whether something points to a row that was not made with it."""
    own = {str(model._meta.model_name) for model in OWN}
    return any(rows.exists() for model, _column, rows in pointers_to(row) if model not in own)

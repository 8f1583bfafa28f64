"""Change a part of a plan: add one, name it, say what a step stands for, move it, withdraw it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.plan.actions.recording import change, record
from samsyn.plan.checks import clean_line, lock_part, lock_plan, require_name
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.laying import NAMELESS, lay_part, next_number, require_free_meaning
from samsyn.plan.models import Checking, Meaning, Part, PartKind, Period, Wording
from samsyn.register.actions.pointers import pointers_to
from samsyn.register.errors import CannotUndo

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from samsyn.accounts.models import User
    from samsyn.plan.models import Plan
    from samsyn.plan.wanted import PartWanted

OWN = {"part", "wording", "period", "checking"}
PARKED = 0
"""A number that no part has."""


@transaction.atomic
def add_part(wanted: PartWanted, *, plan: Plan, parent: Part | None = None, on: date, by: User) -> Event:
    """Add a part, with what stands below it, after its siblings.

    Args:
        wanted: The part.
        plan: Of which plan.
        parent: The part that it stands below; None for a target picture or an area.
        on: Today.
        by: Who adds it.

    Returns:
        The event; its subject is the part.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It cannot stand there, or its words cannot be kept.
    """
    require(by, "plan.change_plan")
    above = lock_part(parent) if parent else None
    parts = lay_part(wanted, plan=lock_plan(plan), parent=above, on=on, by=by)
    after = {"name": parts[0].name, "parent_part": parent.pk if parent else None, "parts": _ids(parts)}
    return record(parts[0], "part.added", by=by, after=after)


@transaction.atomic
def change_part(part: Part, *, name: str, meaning: str = "", by: User, seen: str = "") -> Event:
    """Give a part another name, or say what a step stands for.

    Args:
        part: Which.
        name: What it is called.
        meaning: Of a step: a value of `Meaning`, or empty.
        by: Who changes it.
        seen: As `stamp_of_row` said it when its form was shown; empty to ask nothing.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It has no name, another step means the same, or nothing is changed.
        ChangedMeanwhile: Somebody has changed it since.
    """
    require(by, "plan.change_plan")
    now = lock_part(part, seen=seen)
    if meaning and (now.kind != PartKind.STEP or meaning not in set(Meaning)):
        raise PlanUnusable("Bara ett steg kan vara test eller vardag.")
    require_free_meaning(meaning, area=now.parent, but=now)
    shown = require_name(name, missing=NAMELESS[PartKind(now.kind)])
    return change(now, "part.changed", {"name": shown, "meaning": meaning}, by=by)


@transaction.atomic
def move_part(part: Part, *, up: bool, by: User) -> Event:
    """Let a part and the sibling before or after it change places.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: There is none to change with.
    """
    require(by, "plan.change_plan")
    now = lock_part(part)
    siblings = _siblings(now)
    other = (
        siblings.filter(number__lt=now.number).order_by("-number").first()
        if up
        else siblings.filter(number__gt=now.number).order_by("number").first()
    )
    if other is None:
        raise PlanUnusable(f"{now} står redan {'först' if up else 'sist'}.")
    before = {"number": now.number, "other": other.pk}
    _swap(now, other)
    return record(now, "part.moved", by=by, before=before, after={"number": now.number, "other": other.pk})


@transaction.atomic
def withdraw_part(part: Part, *, why: str, on: date, by: User) -> Event:
    """Strike a part out of the plan; it is kept with all that was said of it.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: Nobody says why, or it is withdrawn already.
    """
    require(by, "plan.change_plan")
    now, reason = lock_part(part), clean_line(why)
    if not reason:
        raise PlanUnusable("Skriv varför delen stryks, så att nästa som frågar får svar.")
    return change(now, "part.withdrawn", {"withdrawn_on": on, "withdrawn_because": reason}, by=by)


@transaction.atomic
def restore_part(part: Part, *, by: User) -> Event:
    """Take a withdrawn part into the plan again, last among its siblings where its place is taken.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It is not withdrawn, what it stood below is, or another step means the same now.
    """
    require(by, "plan.change_plan")
    lock_plan(part.plan)
    now = Part.objects.select_related("plan", "parent").get(pk=part.pk)
    if now.withdrawn_on is None:
        raise PlanUnusable(f"{now} är inte struket.")
    if now.parent and now.parent.withdrawn_on:
        raise PlanUnusable(f"{now.parent} är struket: återinför det först.")
    require_free_meaning(now.meaning, area=now.parent, but=now)
    taken = _siblings(now).filter(number=now.number).exists()
    number = next_number(now.plan, now.kind, now.parent) if taken else now.number
    columns = {"withdrawn_on": None, "withdrawn_because": "", "number": number}
    return change(now, "part.restored", columns, by=by)


def take_back_added(part: Part, event: Event) -> None:
    """Remove a part that nothing has happened to since it was added.

    Raises:
        CannotUndo: It is in use.
    """
    made = list(Part.objects.filter(pk__in=event.after["parts"]))
    foreign = any(rows.exists() for one in made for name, _, rows in pointers_to(one) if name not in OWN)
    later = Part.objects.filter(parent__in=made).exclude(pk__in=event.after["parts"])
    ids = [one.pk for one in made if one.pk != part.pk]
    words = list(Wording.objects.filter(part__in=made).values_list("pk", flat=True))
    periods = list(Period.objects.filter(part__in=made).values_list("pk", flat=True))
    checks = list(Checking.objects.filter(part__in=made).values_list("pk", flat=True))
    touched = any(
        Event.objects.filter(subject_type=name, subject_id__in=which).exists()
        for name, which in (("part", ids), ("wording", words), ("period", periods), ("checking", checks))
    )
    if foreign or touched or later.exists():
        raise CannotUndo("Mer har hänt med delen sedan dess: stryk den i stället.")
    part.delete()


def take_back_moved(part: Part, event: Event) -> None:
    """Let the two change places again.

    Raises:
        CannotUndo: The other has moved since.
    """
    other = Part.objects.filter(pk=event.before["other"]).first()
    if other is None or other.withdrawn_on or other.number != event.before["number"]:
        raise CannotUndo("Ordningen har ändrats sedan dess: flytta delen i stället.")
    _swap(part, other)


def take_back_withdrawn(part: Part, _: Event) -> None:
    """Let a part stand where it stood.

    Raises:
        CannotUndo: Another has its place now.
    """
    if _siblings(part).filter(number=part.number).exists():
        raise CannotUndo("En annan del har fått platsen: återinför delen i stället.")
    part.withdrawn_on, part.withdrawn_because = None, ""
    part.save(update_fields=["withdrawn_on", "withdrawn_because"])


def _siblings(part: Part) -> QuerySet[Part]:
    """The other parts of its kind in the same place that have not been withdrawn."""
    rows = Part.objects.filter(plan=part.plan, kind=part.kind, parent=part.parent, withdrawn_on=None)
    return rows.exclude(pk=part.pk)


def _swap(one: Part, other: Part) -> None:
    """Two change numbers; no two may have the same for a moment."""
    first, second = one.number, other.number
    for row, number in ((one, PARKED), (other, first), (one, second)):
        row.number = number
        row.save(update_fields=["number"])


def _ids(parts: list[Part]) -> list[int]:
    return [part.pk for part in parts]

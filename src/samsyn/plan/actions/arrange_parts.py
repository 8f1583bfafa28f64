"""Put the parts of a plan in another order, or below another part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import record
from samsyn.plan.checks import lock_part, lock_plan
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.laying import ABOVE, MOST_PARTS, next_number, require_free_meaning
from samsyn.plan.models import Assessment, Evidence, Part, PartKind
from samsyn.register.errors import CannotUndo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samsyn.accounts.models import User
    from samsyn.history.models import Event


@transaction.atomic
def order_parts(parts: Sequence[Part], *, by: User) -> Event:
    """Put all parts of a kind in one place in an order.

    Args:
        parts: All that have not been withdrawn, in the order wanted.
        by: Who orders them.

    Returns:
        The event; its subject is the first of them.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: Some are missing or stand elsewhere, or they stand in that order.
    """
    require(by, "plan.change_plan")
    first = lock_part(parts[0])
    rows = Part.objects.filter(plan=first.plan, kind=first.kind, parent=first.parent, withdrawn_on=None)
    before = dict(rows.values_list("pk", "number"))
    wanted = [part.pk for part in parts]
    if sorted(wanted) != sorted(before):
        raise PlanUnusable("Någon av delarna står inte längre där: läs sidan igen.")
    if wanted == sorted(before, key=lambda pk: before[pk]):
        raise PlanUnusable("Delarna står redan i den ordningen.")
    after = {pk: number for number, pk in enumerate(wanted, 1)}
    _renumber(after)
    told = {"order": ", ".join(map(str, parts)), "numbers": list(after.items())}
    stood = sorted(parts, key=lambda part: before[part.pk])
    kept = {"order": ", ".join(map(str, stood)), "numbers": list(before.items())}
    return record(first, "part.ordered", by=by, before=kept, after=told)


@transaction.atomic
def rehome_part(part: Part, below: Part, *, by: User) -> Event:
    """Let a part stand below another, last of its kind there, with all that stands below it.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It cannot stand there, stands there already, or is a step that somebody has said
            something of, which was said of its area too.
    """
    require(by, "plan.change_plan")
    now, above = lock_part(part), lock_part(below)
    if above.kind not in ABOVE[PartKind(now.kind)] or above.plan_id != now.plan_id:
        raise PlanUnusable(f"{now} kan inte stå under {above}.")
    if now.parent_id == above.pk:
        raise PlanUnusable(f"{now} står redan under {above}.")
    if is_told_of(now):
        raise PlanUnusable(f"Aktörer har bedömt sig mot {now}: stryk det och skriv ett nytt under {above}.")
    require_free_meaning(now.meaning, area=above, but=now)
    before = {"parent_part": now.parent_id, "number": now.number}
    now.number, now.parent = next_number(now.plan, now.kind, above), above
    now.save(update_fields=["parent", "number"])
    after = {"parent_part": above.pk, "number": now.number}
    return record(now, "part.rehomed", by=by, before=before, after=after)


def is_told_of(part: Part) -> bool:
    """Whether an actor has said that it stands on a step, or shown it: that was said of its area too."""
    return any(model.objects.filter(step=part).exists() for model in (Assessment, Evidence))


def take_back_ordered(part: Part, event: Event) -> None:
    """Let the parts stand as they stood.

    Raises:
        CannotUndo: Some have come, gone or moved since.
    """
    rows = Part.objects.filter(plan=part.plan, kind=part.kind, parent=part.parent, withdrawn_on=None)
    if dict(rows.values_list("pk", "number")) != dict(event.after["numbers"]):
        raise CannotUndo("Ordningen har ändrats sedan dess: flytta delarna i stället.")
    _renumber(dict(event.before["numbers"]))


def take_back_rehomed(part: Part, event: Event) -> None:
    """Let a part stand where it stood.

    Raises:
        CannotUndo: Its place is taken, what it stood below is gone, or somebody has said something of it.
    """
    lock_plan(part.plan)
    above = Part.objects.filter(pk=event.before["parent_part"], withdrawn_on=None).first()
    number = event.before["number"]
    if above is None or above.parts.filter(kind=part.kind, number=number, withdrawn_on=None).exists():
        raise CannotUndo("Platsen är tagen, eller borta: flytta delen i stället.")
    if is_told_of(part):
        raise CannotUndo("Aktörer har bedömt sig mot steget där det står nu.")
    part.parent, part.number = above, number
    part.save(update_fields=["parent", "number"])


def _renumber(numbers: Mapping[int, int]) -> None:
    """Give parts their numbers; no two may have the same for a moment."""
    for aside in (MOST_PARTS + max(numbers.values()), 0):
        for pk, number in numbers.items():
            Part.objects.filter(pk=pk).update(number=aside + number)

"""Make a plan of what notes say, as far as it was chosen; or say that it is no plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.plan.actions.recording import record
from samsyn.plan.checks import require_name
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.laying import lay_part
from samsyn.plan.models import ContestedWord, Part, PartKind, Plan, RefusedOutline
from samsyn.plan.notes.proposing import outline_key, proposed_plans, stamp_of
from samsyn.plan.notes.wanting import areas_wanted
from samsyn.plan.notes.writing import write_comments, write_groups, write_words
from samsyn.register.actions.pointers import pointers_to
from samsyn.register.errors import CannotUndo, ChangedMeanwhile
from samsyn.register.sight import sight_of

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import Model

    from samsyn.accounts.models import User
    from samsyn.plan.notes.wanting import OutlineChosen
    from samsyn.plan.reading.records import PlanRead

LONGEST_NAME = 200
# Tables of which `take_outline` writes rows, with where its event names them.
OWN = {
    "part": "parts", "period": "periods", "plancomment": "comments", "namedgroup": "groups",
    "wording": "wordings",
}  # fmt: skip


@transaction.atomic
def take_outline(chosen: OutlineChosen, *, on: date, by: User) -> Event:
    """Make the plan that was proposed; what was left out of it is remembered as refused.

    Args:
        chosen: What is wanted of it.
        on: Today: the plan begins.
        by: Who makes it.

    Returns:
        The event; its subject is the plan.

    Raises:
        PermissionDenied: They may not.
        ChangedMeanwhile: The proposal is another one by now.
        PlanUnusable: No area is chosen, or the name cannot be used.
    """
    require(by, "plan.change_plan")
    read = _proposal(chosen.stamp, by)
    if not chosen.areas:
        raise PlanUnusable("Välj minst ett område.")
    name = require_name(chosen.name, missing="Skriv vad planen ska heta.")
    plan = Plan.objects.create(name=name, opened_by=by, began_on=on)
    parts: dict[tuple[int, int], Part] = {}
    milestones: list[Part] = []
    for at, wanted in areas_wanted(read, chosen).items():
        area, *below = lay_part(wanted, plan=plan, on=on, by=by)
        parts |= {(at, 0): area}
        parts |= {(at, part.number): part for part in below if part.kind == PartKind.STEP}
        milestones += [part for part in below if part.kind == PartKind.MILESTONE]
    rows: dict[str, list[Model]] = {
        "parts": [*parts.values(), *milestones],
        "wordings": [wording for part in milestones for wording in part.wordings.all()],
        "periods": [period for part in parts.values() for period in part.periods.all()],
        "comments": list(write_comments(plan, read, chosen, parts, by=by)),
        "groups": list(write_groups(plan, read, chosen, by=by)),
        "contested": list(write_words(read, chosen, by=by)),
    }
    made = {key: [row.pk for row in some] for key, some in rows.items()}
    return record(plan, "plan.taken", by=by, after={"name": name} | made)


@transaction.atomic
def refuse_outline(stamp: str, *, by: User) -> Event:
    """Say that what was read is no plan; it is not proposed again.

    Raises:
        PermissionDenied: They may not.
        ChangedMeanwhile: The proposal is another one by now.
    """
    require(by, "plan.change_plan")
    read = _proposal(stamp, by)
    names = [area.name for area in read.areas]
    row = RefusedOutline.objects.create(
        key=outline_key(read), name=read.name[:LONGEST_NAME], areas=names, by=by
    )
    return record(row, "refusedoutline.refused", by=by, after={"name": str(row)[:LONGEST_NAME]})


def take_back_taken(plan: Plan, event: Event) -> None:
    """Remove a plan that nothing has happened to since it was made of notes.

    Raises:
        CannotUndo: It is in use.
    """
    if _is_changed(event) or any(_has_more(row, event) for row in (plan, *plan.parts.all())):
        raise CannotUndo("Mer har hänt med planen sedan dess: avsluta den i stället.")
    ContestedWord.objects.filter(pk__in=event.after["contested"]).delete()
    plan.delete()


def _is_changed(event: Event) -> bool:
    """Whether somebody has changed a row since."""
    later = Event.objects.filter(pk__gt=event.pk)
    names = {**OWN, "contestedword": "contested"}
    return any(
        later.filter(subject_type=name, subject_id__in=event.after.get(key, ())).exists()
        for name, key in names.items()
    )


def _has_more(row: Model, event: Event) -> bool:
    """Whether something points to a row that was not made with it."""
    return any(
        rows.exclude(pk__in=event.after.get(OWN.get(model, ""), [])).exists()
        for model, _column, rows in pointers_to(row)
    )


def _proposal(stamp: str, by: User) -> PlanRead:
    found = next((plan for plan in proposed_plans(sight_of(by)) if stamp_of(plan) == stamp), None)
    if found is None:
        raise ChangedMeanwhile("Förslaget har ändrats sedan sidan visades: se igenom det igen.")
    return found

"""Keep a lesson that others can use, with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import record
from samsyn.plan.checks import LONGEST_TIME, clean_line, clean_text, lock_plan
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import Lesson

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Actor, Part, Plan
    from samsyn.register.models import Statement


@dataclass(frozen=True, slots=True)
class LessonWanted:
    """Something learned.

    Attributes:
        part: The part of the plan that it is about; None for the whole.
        actor: Whose experience; None for the county's.
        learned_on: None for today.
        statement: The words in notes that it comes from.
        told_by: Where it comes from otherwise, as written.
    """

    text: str
    part: Part | None = None
    actor: Actor | None = None
    learned_on: date | None = None
    statement: Statement | None = None
    told_by: str = ""


@transaction.atomic
def tell_lesson(plan: Plan, wanted: LessonWanted, *, on: date, by: User) -> Event:
    """Keep a lesson.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It is empty, without origin, of a day to come, or of another plan.
    """
    require(by, "plan.tell_lesson")
    lock_plan(plan)
    words, told_by = clean_text(wanted.text), clean_line(wanted.told_by, longest=LONGEST_TIME)
    if not words:
        raise PlanUnusable("Skriv lärdomen.")
    if not (told_by or wanted.actor or wanted.statement):
        raise PlanUnusable("Säg var lärdomen kommer ifrån: en aktör, eller vem som berättade.")
    if wanted.learned_on is not None and wanted.learned_on > on:
        raise PlanUnusable("Dagen har inte varit än.")
    if any(one is not None and one.plan_id != plan.pk for one in (wanted.part, wanted.actor)):
        raise PlanUnusable("Lärdomen hör till en annan plan.")
    made = Lesson.objects.create(
        plan=plan,
        part=wanted.part,
        actor=wanted.actor,
        text=words,
        on=wanted.learned_on or on,
        statement=wanted.statement,
        told_by=told_by,
        by=by,
    )
    after = {
        "text": words, "told_by": told_by, "actor": made.actor_id, "part": made.part_id,
        "statement": made.statement_id,
    }  # fmt: skip
    return record(made, "lesson.told", by=by, after=after)


def take_back_told(lesson: Lesson, _: Event) -> None:
    """Remove it."""
    lesson.delete()

"""Answer whether what an actor reached lasts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import say
from samsyn.plan.checks import clean_line, lock_plan
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import Known, Sustainment
from samsyn.plan.queries.sustainment import all_dues

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Actor, Part


@dataclass(frozen=True, slots=True)
class Lasting:
    """Answers to the four questions, each one of `Known`.

    Attributes:
        routine: A routine has been decided.
        annual_cycle: It stands in the annual cycle.
        introduction: It is in the introduction of new staff.
        measured: It is measured.
    """

    routine: str
    annual_cycle: str
    introduction: str
    measured: str
    note: str = ""


@transaction.atomic
def tell_sustainment(actor: Actor, area: Part, months: int, said: Lasting, *, on: date, by: User) -> Event:
    """Keep the answers of one time; they can be changed.

    Args:
        actor: Whose work it is.
        area: In which it became everyday work.
        months: How long after that it is asked.
        said: The answers.
        on: Today.
        by: Who answers.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It is not time yet, a question has no answer, or it stands so already.
    """
    require(by, "plan.tell_sustainment", actor)
    lock_plan(actor.plan)
    dues = all_dues(actor.plan, on=on, only=actor)
    due = next((one for one in dues if one.area.pk == area.pk and one.months == months), None)
    if due is None or due.due_on > on:
        raise PlanUnusable("Det är inte dags att svara på det än.")
    answers = (said.routine, said.annual_cycle, said.introduction, said.measured)
    if any(answer not in set(Known) for answer in answers):
        raise PlanUnusable("Svara på alla fyra frågorna. ”Vet inte” är också ett svar.")
    columns = {
        "due_on": due.due_on,
        "routine": said.routine,
        "annual_cycle": said.annual_cycle,
        "introduction": said.introduction,
        "measured": said.measured,
        "note": clean_line(said.note),
        "answered_on": on,
        "by": by,
    }
    which = {"actor": actor, "area": area, "months": months}
    return say(Sustainment, which, columns, "sustainment.told", by=by)

"""Say how a part of the plan is followed up, by whom and when ("Hur kan det följas upp?")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import say
from samsyn.plan.checks import lock_part
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.laying import checking_columns
from samsyn.plan.models import Checking, PartKind

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Part
    from samsyn.register.models import Body, Organisation, Person

CHECKED = (PartKind.MILESTONE, PartKind.STEP, PartKind.TARGET)


@dataclass(frozen=True, slots=True)
class CheckingSaid:
    """An answer to how it can be followed up.

    Attributes:
        how: What is looked at.
        who: Who looks, as written.
        when: When, as written.
        organisation: Who looks, where it is one of the register's.
        body: As `organisation`.
        person: As `organisation`.
    """

    how: str
    who: str = ""
    when: str = ""
    organisation: Organisation | None = None
    body: Body | None = None
    person: Person | None = None


@transaction.atomic
def tell_checking(part: Part, said: CheckingSaid, *, on: date, by: User) -> Event:
    """Say how a part is followed up; a part of the answer may be missing, and is asked for.

    Args:
        part: A milestone, a step or a target picture.
        said: The answer.
        on: Today: a time without year lies ahead of it.
        by: Who says so.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: The part is an area, the answer is empty, too long, or stands so already.
    """
    require(by, "plan.change_plan")
    now = lock_part(part)
    if now.kind not in CHECKED:
        raise PlanUnusable("Säg hur milstolpar och steg följs upp: ett helt område går inte att följa upp.")
    columns = checking_columns(said.how, said.who, said.when, on=on)
    if not columns:
        raise PlanUnusable("Skriv hur det kan följas upp.")
    columns |= {"organisation": said.organisation, "body": said.body, "person": said.person}
    return say(Checking, {"part": now}, columns, "checking.told", by=by)

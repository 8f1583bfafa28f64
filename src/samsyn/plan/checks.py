"""What every change of a plan looks at first: words that can be kept, and what happened meanwhile."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import Part, Plan
from samsyn.register.errors import ChangedMeanwhile
from samsyn.register.written import one_line, some_lines

if TYPE_CHECKING:
    from django.db.models import Model

LONGEST_NAME = 200
LONGEST_LINE = 500
LONGEST_TIME = 300
LONGEST_TEXT = 4000
STAMP_LENGTH = 10


def clean_line(text: str, *, longest: int = LONGEST_LINE) -> str:
    """A line as it is kept.

    Raises:
        PlanUnusable: It is too long or holds an identity number.
    """
    return one_line(text, longest=longest, wrong=PlanUnusable)


def clean_text(text: str, *, longest: int = LONGEST_TEXT) -> str:
    """Some sentences as they are kept.

    Raises:
        PlanUnusable: They are too long or hold an identity number.
    """
    return some_lines(text, longest=longest, wrong=PlanUnusable)


def require_name(text: str, *, missing: str) -> str:
    """A name.

    Raises:
        PlanUnusable: There is none (`missing` is said), it is too long or holds an identity number.
    """
    name = clean_line(text, longest=LONGEST_NAME)
    if not name:
        raise PlanUnusable(missing)
    return name


def lock_plan(plan: Plan) -> Plan:
    """A plan as it stands, whose parts and actors nobody else changes until this transaction ends."""
    return Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)


def lock_part(part: Part, *, seen: str = "") -> Part:
    """A part as it stands now, and its plan held.

    Args:
        part: Which.
        seen: What `stamp_of_row` gave when it was shown; empty where that does not matter.

    Raises:
        PlanUnusable: It has been withdrawn.
        ChangedMeanwhile: Somebody has changed it since it was shown.
    """
    lock_plan(part.plan)
    now = Part.objects.select_related("plan").get(pk=part.pk)
    require_unchanged(now, seen)
    if now.withdrawn_on:
        raise PlanUnusable(f"{now} är struket ur planen: återinför det först.")
    return now


def require_unchanged(row: Model, seen: str) -> None:
    """Go on only if a row stands as it was shown.

    Raises:
        ChangedMeanwhile: Somebody has changed it.
    """
    if seen and stamp_of_row(row) != seen:
        raise ChangedMeanwhile(
            "Någon har ändrat det här medan du hade sidan öppen. Ditt val är inte sparat: se hur det står nu."
        )


def stamp_of_row(row: Model) -> str:
    """A short sign of how a row stands, for its forms."""
    columns = [str(getattr(row, field.attname)) for field in row._meta.concrete_fields]
    return hashlib.sha256("\n".join(columns).encode()).hexdigest()[:STAMP_LENGTH]

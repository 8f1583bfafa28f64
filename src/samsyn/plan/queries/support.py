"""What actors have asked for and got, and what was learned on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.plan.models import Lesson, Support, SupportState
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from samsyn.plan.models import Actor, Plan


def see_support(plan: Plan, *, only: Actor | None = None, sees: Sight = FINISHED) -> list[Support]:
    """What waits, the longest first, then what was settled, the latest first; two questions.

    Args:
        plan: Whose actors.
        only: One actor's alone.
        sees: Words of notes that somebody does not see are left out.
    """
    rows = Support.objects.filter(actor__plan=plan)
    chosen = rows.filter(actor=only) if only else rows
    linked = chosen.select_related("actor__organisation", "area", "by", "statement__meeting")
    found = list(linked.prefetch_related("statement__meeting__bodies"))
    _hide(found, sees)
    waiting = [one for one in found if one.state == SupportState.ASKED]
    settled = [one for one in found if one.state != SupportState.ASKED]
    waiting.sort(key=lambda one: (one.asked_on, one.pk))
    settled.sort(key=lambda one: (str(one.given_on), one.pk), reverse=True)
    return [*waiting, *settled]


def see_lessons(plan: Plan, *, only: Actor | None = None, sees: Sight = FINISHED) -> list[Lesson]:
    """What was learned, the latest first.

    Args:
        plan: Of which.
        only: One actor's alone.
        sees: Words of notes that somebody does not see are left out.
    """
    rows = Lesson.objects.filter(plan=plan)
    chosen = rows.filter(actor=only) if only else rows
    linked = chosen.select_related("actor__organisation", "part", "by", "statement__meeting")
    found = list(linked.prefetch_related("statement__meeting__bodies").order_by("-on", "-pk"))
    _hide(found, sees)
    return found


def _hide(rows: list[Support] | list[Lesson], sees: Sight) -> None:
    """Take away words of notes that are not seen."""
    hidden = sees.hidden_ids() if any(one.statement for one in rows) else frozenset()
    for one in rows:
        if one.statement and one.statement.meeting_id in hidden:
            one.statement = None

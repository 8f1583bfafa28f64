"""What actors have asked for and got, and what was learned on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.plan.models import Lesson, Support, SupportState
from samsyn.plan.queries.unseen import hide_words
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
    linked = chosen.select_related(
        "actor__organisation", "area", "by", "statement__meeting", "given_in__meeting"
    )
    found = list(linked.prefetch_related("statement__meeting__bodies", "given_in__meeting__bodies"))
    hide_words(found, "statement", "given_in", sees=sees)
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
    hide_words(found, "statement", sees=sees)
    return found

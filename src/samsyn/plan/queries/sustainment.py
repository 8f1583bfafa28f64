"""Whether what was reached lasts: what is to be asked, and what was answered."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.plan.models import Actor, Assessment, Meaning, Part, Sustainment
from samsyn.plan.standing import NOT_BEGUN, Claim
from samsyn.plan.sustaining import ASKED_AFTER, everyday_since, months_after

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.plan.models import Plan


@dataclass(frozen=True, slots=True)
class Due:
    """A time at which it is asked.

    Attributes:
        since: Since when it is everyday work.
        answer: What was answered; None where nobody has.
    """

    actor: Actor
    area: Part
    months: int
    since: date
    due_on: date
    answer: Sustainment | None = None

    def waits(self, on: date) -> bool:
        """Whether it is time, and nobody has answered."""
        return self.answer is None and self.due_on <= on


def all_dues(plan: Plan, *, on: date, only: Actor | None = None) -> list[Due]:
    """All times of a plan, the earliest first; four questions, however many actors.

    Args:
        plan: Which.
        on: Claims made after it are not known.
        only: One actor's alone.
    """
    steps = plan.parts.filter(kind="step", meaning=Meaning.EVERYDAY, withdrawn_on=None)
    everyday = {one.parent_id: one for one in steps.select_related("parent")}
    if not everyday:
        return []
    present = plan.actors.filter(left_on=None).select_related("organisation", "plan")
    actors = {one.pk: one for one in (present.filter(pk=only.pk) if only else present)}
    claims = _claims(actors, [area for area in everyday if area], on=on)
    answers = {
        (one.actor_id, one.area_id, one.months): one
        for one in Sustainment.objects.filter(actor__in=actors).select_related("by")
    }
    found = []
    for (actor, area), said in claims.items():
        step = everyday[area]
        since = everyday_since(said, step.number)
        if since is None or step.parent is None:
            continue
        for months in ASKED_AFTER:
            due_on = months_after(since, months)
            answer = answers.get((actor, area, months))
            # What was answered before it became everyday work anew, says nothing of now.
            held = answer if answer and (answer.answered_on or due_on) >= since else None
            found.append(Due(actors[actor], step.parent, months, since, due_on, held))
    return sorted(found, key=lambda one: (one.due_on, one.actor.number, one.months))


def _claims(
    actors: dict[int, Actor], areas: Sequence[int], *, on: date
) -> dict[tuple[int, int], list[Claim]]:
    rows = Assessment.objects.filter(actor__in=actors, area__in=areas, on__lte=on).order_by("on", "pk")
    found: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for actor, area, day, step, since in rows.values_list(
        "actor_id", "area_id", "on", "step__number", "since_on"
    ):
        found[actor, area].append(Claim(day, step or NOT_BEGUN, since))
    return found

"""What of the plans that are followed waits for somebody: their own answers, and those of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from samsyn.plan.models import Actor, Assessment, AssessmentRequest, Plan, PlanState, Support, SupportState
from samsyn.plan.queries.sustainment import all_dues
from samsyn.plan.reach import actors_in_reach, has_actor_in_reach
from samsyn.register.roles import writes_everywhere

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    from samsyn.accounts.models import User


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits; all empty for those who neither tell for an actor nor lead the process.

    Attributes:
        own: Actors that somebody tells for, which have been asked and have not answered.
        n_unanswered: How many actors have been asked and have not answered, for those who asked.
        n_support: Wishes for support without an answer, for those who give it.
        n_dues: Questions whether something lasts, which it is time to answer.
    """

    own: Sequence[Actor] = ()
    n_unanswered: int = 0
    n_support: int = 0
    n_dues: int = 0

    def __bool__(self) -> bool:
        """Whether anything does."""
        return bool(self.own or self.n_unanswered or self.n_support or self.n_dues)


def what_waits(user: User | AnonymousUser, *, on: date) -> Waiting:
    """What waits for somebody in the plans that are followed.

    Args:
        user: Whose first page it is.
        on: The day.
    """
    leads = writes_everywhere(user)
    if not (leads or has_actor_in_reach(user)):
        return Waiting()
    plans = list(Plan.objects.filter(state=PlanState.ACTIVE))
    reached = {actor.pk: actor for plan in plans for actor in actors_in_reach(user, plan)}
    if not reached:
        return Waiting()
    asked = [reached[pk] for pk in _unanswered(list(reached))]
    dues = [due for plan in plans for due in all_dues(plan, on=on) if due.waits(on)]
    wishes = Support.objects.filter(actor__in=reached, state=SupportState.ASKED)
    return Waiting(
        own=() if leads else asked,
        n_unanswered=len(asked) if leads else 0,
        n_support=wishes.count() if leads else 0,
        n_dues=sum(due.actor.pk in reached for due in dues),
    )


def _unanswered(actors: Sequence[int]) -> list[int]:
    """Ids of the actors that have been asked and have said nothing since, in order."""
    since = Assessment.objects.filter(actor=OuterRef("actor"), at__gte=OuterRef("at"))
    rows = AssessmentRequest.objects.filter(~Exists(since), actor__in=actors)
    return list(rows.order_by("actor").values_list("actor", flat=True).distinct())

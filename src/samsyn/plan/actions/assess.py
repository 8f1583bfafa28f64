"""Say where an actor stands: signed in, or by the link in a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.claiming import keep_claims
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.reach import has_actor_in_reach

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.actions.claiming import Claimed
    from samsyn.plan.models import Actor


@transaction.atomic
def assess(actor: Actor, claims: Sequence[Claimed], *, on: date, by: User, said_by: str = "") -> list[Event]:
    """Say where an actor stands in some areas; what it said before is kept.

    Args:
        actor: Who stands there.
        claims: What it says, one an area.
        on: Today.
        by: Who writes it: somebody who tells for the organisation, or a process leader who was told.
        said_by: Who said it; a process leader must say so, since the word is the actor's own.

    Returns:
        The events of what was said and of what shows it.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: Nothing is said, or it cannot be kept.
    """
    require(by, "plan.assess", actor)
    if not said_by.strip() and not has_actor_in_reach(by, actor):
        raise PlanUnusable("Skriv vem hos aktören som har sagt det.")
    return keep_claims(actor, claims, on=on, by=by, said_by=said_by)

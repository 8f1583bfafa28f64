"""Carry actions on to a meeting where they are to be looked at; the old notes stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.matters.actions.following import FOLLOWED, follow, held_follow_up
from samsyn.matters.errors import FollowUpUnusable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.register.models import Meeting, Statement


@transaction.atomic
def carry_actions(statements: Sequence[Statement], *, to: Meeting | None, by: User) -> list[Event]:
    """Propose for a meeting to look at some actions; those proposed there already are passed over.

    Args:
        statements: The actions.
        to: The meeting; None takes them back from where they were carried.
        by: Who proposes.

    Raises:
        PermissionDenied: They do not write the notes of one of the meetings.
        FollowUpUnusable: No action was chosen.
    """
    require(by, FOLLOWED, to)
    if not statements:
        raise FollowUpUnusable("Välj minst en åtgärd.")
    held = [held_follow_up(statement, by=by) for statement in statements]
    wanted = to.pk if to is not None else None
    return [
        follow(found, {"carried_to": wanted}, what="followup.carried", by=by)
        for found in held
        if found.carried_to_id != wanted
    ]

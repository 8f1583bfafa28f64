"""Say whether a recurring duty was met at a meeting, where the notes do not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.actions.following import FOLLOWED
from samsyn.matters.errors import FollowUpUnusable
from samsyn.matters.handing.later import follow_later
from samsyn.matters.models import DutyTurn, TurnState
from samsyn.register.service import set_back

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.models import Meeting, Statement


@transaction.atomic
def tell_turn(statement: Statement, meeting: Meeting, *, state: str, by: User) -> Event:
    """Keep a person's word; it holds whatever was read.

    Args:
        statement: A recurring action.
        meeting: Where it was waited for.
        state: One of `TurnState`; empty to take one's word back.
        by: Who says so.

    Raises:
        PermissionDenied: They do not write the notes in which it was said.
        FollowUpUnusable: There is no such answer, or it stands so already.
    """
    require(by, FOLLOWED, statement)
    if state and state not in TurnState.values:
        raise FollowUpUnusable("Välj om det rapporterades.")
    DutyTurn.objects.get_or_create(statement=statement, meeting=meeting)
    turn = DutyTurn.objects.select_for_update().get(statement=statement, meeting=meeting)
    before, turn.state = turn.state, state
    if before == state:
        raise FollowUpUnusable("Det står så redan: inget är ändrat.")
    turn.save(update_fields=["state"])
    follow_later([statement.meeting_id])
    return Event.objects.create(
        by=by, what="dutyturn.told", subject_type="dutyturn", subject_id=turn.pk,
        before={"state": before}, after={"state": state},
    )  # fmt: skip


def take_back_turn(turn: DutyTurn, event: Event) -> None:
    """Let it stand as before, with the hand-over that it is about."""
    set_back(turn, event)
    follow_later([turn.statement.meeting_id])

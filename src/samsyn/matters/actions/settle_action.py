"""Settle who does an action and by when, in one go, as a chair and a secretary go through them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.matters.actions.change_action import change_due, change_owner
from samsyn.matters.actions.following import FOLLOWED, held_follow_up, require_unchanged
from samsyn.matters.errors import FollowUpUnusable
from samsyn.matters.queries.actions import Action

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.register.models import Statement


class Settled(NamedTuple):
    """What is written of an action.

    Attributes:
        owner: As written; as it stands where nothing is changed.
        chosen: What was chosen in the list of owners.
        due: A time in words; as it stands where nothing is changed.
        seen: `stamp_of` the action as it was shown.
    """

    owner: str
    chosen: str
    due: str
    seen: str


@transaction.atomic
def settle_action(statement: Statement, said: Settled, *, on: date, by: User) -> list[Event]:
    """Lay owner and time over an action, each as an event of its own; the notes stay as they are.

    Raises:
        PermissionDenied: They do not write the notes of that meeting.
        CorrectionUnusable: It is not clear what a name is that was only written.
        FollowUpUnusable: Nothing is changed, or it holds an identity number.
        ChangedMeanwhile: Somebody else has changed it since it was shown.
    """
    require(by, FOLLOWED, statement)
    require_unchanged(held_follow_up(statement, by=by), seen=said.seen)
    now = Action(statement)
    events = []
    if said.owner.strip() != now.owner.full_owner.strip():
        events.append(change_owner(statement, said.owner, chosen=said.chosen, by=by))
    if said.due.strip() != now.due.due_words.strip():
        events.append(change_due(statement, said.due, on=on, by=by))
    if not events:
        raise FollowUpUnusable("Skriv en ägare eller ett datum, eller hoppa över.")
    return events

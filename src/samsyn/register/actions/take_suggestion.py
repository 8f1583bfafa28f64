"""Take a suggestion: the two are the same, and become one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.merge_actors import record_merge, turn_questions
from samsyn.register.actions.merging import merge_meetings
from samsyn.register.actions.naming import MODELS
from samsyn.register.errors import AlreadyDecided, CannotMerge
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import Meeting, Suggestion, SuggestionKind, SuggestionState

if TYPE_CHECKING:
    from samsyn.accounts.models import User


@transaction.atomic
def take_suggestion(suggestion: Suggestion, *, by: User, why: str = "") -> Event:
    """Make two objects one: the older stands, and keeps the other's name as another way to write it.

    Raises:
        PermissionDenied: They may not.
        AlreadyDecided: It is answered already.
        CannotMerge: One of them is gone, or they cannot be one.
    """
    require(by, "register.settle_suggestion", suggestion)
    wait_for_turn()
    suggestion = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if suggestion.state != SuggestionState.OPEN:
        raise AlreadyDecided("Förslaget är redan avgjort: ladda om sidan.")
    model = MODELS.get(suggestion.kind, Meeting)
    found: dict[int, Any] = model._default_manager.in_bulk([suggestion.left_id, suggestion.right_id])
    if len(found) < 2:
        raise CannotMerge("En av de två finns inte längre: avvisa förslaget.")
    left, right = found[suggestion.left_id], found[suggestion.right_id]
    if suggestion.kind != SuggestionKind.MEETING:
        return record_merge(left, right, by=by, why=why)
    before = {"left": str(left), "right": str(right), "ids": [left.pk, right.pk]}
    standing, moved = merge_meetings(left, right)
    suggestion.state = SuggestionState.TAKEN
    suggestion.save(update_fields=["state"])
    gone = next(pk for pk in (suggestion.left_id, suggestion.right_id) if pk != standing.pk)
    turn_questions(suggestion.kind, standing.pk, gone)
    return Event.objects.create(
        by=by,
        what=f"{suggestion.kind}.merged",
        subject_type=suggestion.kind,
        subject_id=standing.pk,
        before=before,
        after={"moved": moved},
        why=why,
    )

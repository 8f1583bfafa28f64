"""Take a suggestion: the two are the same, and become one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.merging import MERGERS
from samsyn.register.errors import AlreadyDecided, CannotMerge
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import Suggestion, SuggestionState

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
    model, merge = MERGERS[suggestion.kind]
    found: dict[int, Any] = model._default_manager.in_bulk([suggestion.left_id, suggestion.right_id])
    if len(found) < 2:
        raise CannotMerge("En av de två finns inte längre: avvisa förslaget.")
    left, right = found[suggestion.left_id], found[suggestion.right_id]
    before = {"left": str(left), "right": str(right), "ids": [left.pk, right.pk]}
    standing, moved = merge(left, right)
    suggestion.state = SuggestionState.TAKEN
    suggestion.save(update_fields=["state"])
    _repoint(suggestion, standing.pk)
    return Event.objects.create(
        by=by,
        what=f"{suggestion.kind}.merged",
        subject_type=suggestion.kind,
        subject_id=standing.pk,
        before=before,
        after={"moved": moved},
        why=why,
    )


def _repoint(taken: Suggestion, standing: int) -> None:
    """Other questions about the one that is gone are about the one that stands, asked once."""
    gone = taken.right_id if standing == taken.left_id else taken.left_id
    others = Suggestion.objects.filter(kind=taken.kind, state=SuggestionState.OPEN).exclude(pk=taken.pk)
    for other in [*others.filter(left_id=gone), *others.filter(right_id=gone)]:
        pair = sorted(standing if id_ == gone else id_ for id_ in (other.left_id, other.right_id))
        known = Suggestion.objects.filter(kind=taken.kind, left_id=pair[0], right_id=pair[1])
        if pair[0] == pair[1] or known.exclude(pk=other.pk).exists():
            other.delete()
        else:
            other.left_id, other.right_id = pair
            other.save(update_fields=["left_id", "right_id"])

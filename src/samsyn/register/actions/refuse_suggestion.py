"""Refuse a suggestion: the two are not the same, and are not asked about again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.errors import AlreadyDecided
from samsyn.register.models import Suggestion, SuggestionState

if TYPE_CHECKING:
    from samsyn.accounts.models import User


@transaction.atomic
def refuse_suggestion(suggestion: Suggestion, *, by: User, why: str = "") -> Event:
    """Keep two objects apart.

    Raises:
        PermissionDenied: They may not.
        AlreadyDecided: It is answered already.
    """
    require(by, "register.settle_suggestion", suggestion)
    still_open = Suggestion.objects.filter(pk=suggestion.pk, state=SuggestionState.OPEN)
    if not still_open.update(state=SuggestionState.REFUSED):
        raise AlreadyDecided("Förslaget är redan avgjort: ladda om sidan.")
    return Event.objects.create(
        by=by,
        what="suggestion.refused",
        subject_type="suggestion",
        subject_id=suggestion.pk,
        before={"state": SuggestionState.OPEN},
        after={"state": SuggestionState.REFUSED},
        why=why,
    )

"""Settle a doubt: somebody has looked at it, and the record is right as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.errors import AlreadyDecided
from samsyn.register.models import Doubt, DoubtState

if TYPE_CHECKING:
    from samsyn.accounts.models import User


@transaction.atomic
def settle_doubt(doubt: Doubt, *, by: User, why: str = "") -> Event:
    """Answer a doubt; reading the same notes again does not ask it again.

    Raises:
        PermissionDenied: They may not.
        AlreadyDecided: It is answered already.
    """
    require(by, "register.settle_doubt", doubt)
    changed = Doubt.objects.filter(pk=doubt.pk, state=DoubtState.OPEN).update(state=DoubtState.SETTLED)
    if not changed:
        raise AlreadyDecided("Frågan är redan besvarad: ladda om sidan.")
    return Event.objects.create(
        by=by,
        what="doubt.settled",
        subject_type="doubt",
        subject_id=doubt.pk,
        before={"state": DoubtState.OPEN},
        after={"state": DoubtState.SETTLED},
        why=why,
    )

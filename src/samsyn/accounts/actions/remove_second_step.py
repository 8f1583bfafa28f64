"""Take the second step of sign-in away from somebody who has lost phone, key and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event

if TYPE_CHECKING:
    from samsyn.accounts.models import User


@transaction.atomic
def remove_second_step(user: User, *, by: User | None = None, why: str = "") -> Event | None:
    """Let a password be enough until a new second step is chosen; None where there was none.

    Args:
        user: Whose.
        by: Who asks; None for the command line on the register's own machine.
        why: In their words.

    Raises:
        PermissionDenied: They may not.
    """
    if by is not None:
        require(by, "accounts.remove_second_step", user)
    gone = Authenticator.objects.filter(user=user)
    kinds = sorted(gone.values_list("type", flat=True))
    if not kinds:
        return None
    gone.delete()
    return Event.objects.create(
        by=by,
        what="user.second_step_removed",
        subject_type="user",
        subject_id=user.pk,
        before={"kinds": kinds},
        why=why,
    )

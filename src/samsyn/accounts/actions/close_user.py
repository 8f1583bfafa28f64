"""Close an account, and open it again: what somebody has done stays under their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.errors import AccountNeeded
from samsyn.accounts.holding import require_still
from samsyn.accounts.permissions import require
from samsyn.history.models import Event

if TYPE_CHECKING:
    from samsyn.accounts.models import User


@transaction.atomic
def close_user(user: User, *, by: User, why: str = "") -> Event:
    """Close an account at once, also where it is signed in.

    Raises:
        PermissionDenied: They may not.
        AccountNeeded: It is one's own, so nobody shuts oneself out.
    """
    require(by, "accounts.close_user", user)
    if user.pk == by.pk:
        raise AccountNeeded("Du kan inte stänga ditt eget konto: be en annan administratör.")
    require_still(by, "accounts.close_user", user)
    return _set_active(user, by=by, why=why, is_active=False)


@transaction.atomic
def reopen_user(user: User, *, by: User, why: str = "") -> Event:
    """Open a closed account, with the password and the roles that it had.

    Raises:
        PermissionDenied: They may not.
    """
    require(by, "accounts.close_user", user)
    return _set_active(user, by=by, why=why, is_active=True)


def _set_active(user: User, *, by: User, why: str, is_active: bool) -> Event:
    before = user.is_active
    user.is_active = is_active
    user.save(update_fields=["is_active"])
    return Event.objects.create(
        by=by,
        what="user.reopened" if is_active else "user.closed",
        subject_type="user",
        subject_id=user.pk,
        before={"is_active": before},
        after={"is_active": is_active},
        why=why,
    )

"""Change one's own password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event

if TYPE_CHECKING:
    from samsyn.accounts.models import User


@transaction.atomic
def change_password(user: User, password: str, *, by: User) -> Event:
    """Give oneself a new password, which ends all other sessions.

    Args:
        user: Whose password.
        password: One that has been held against the rules for passwords.
        by: The same.

    Raises:
        PermissionDenied: It is somebody else's.
    """
    require(by, "accounts.change_own", user)
    user.set_password(password)
    user.save(update_fields=["password"])
    return Event.objects.create(by=by, what="user.password_changed", subject_type="user", subject_id=user.pk)

"""Give somebody a new password, from the users' page or the register's own machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.passwords import make_password
from samsyn.accounts.permissions import require
from samsyn.history.models import Event

if TYPE_CHECKING:
    from samsyn.accounts.models import User


@transaction.atomic
def reset_password(user: User, *, by: User | None = None) -> str:
    """Give a user a new password, which ends all their sessions; gives it back, to be shown once.

    Args:
        user: Whose password.
        by: Who asks; None for the command line on the register's own machine.

    Raises:
        PermissionDenied: They may not.
    """
    if by is not None:
        require(by, "accounts.reset_password", user)
    password = make_password()
    user.set_password(password)
    user.save(update_fields=["password"])
    Event.objects.create(
        by=by,
        what="user.password_reset",
        subject_type="user",
        subject_id=user.pk,
        after={"email": user.email},
    )
    return password

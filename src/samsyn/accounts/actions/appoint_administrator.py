"""Make somebody an administrator, or no longer one."""

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
def appoint_administrator(user: User, *, by: User) -> Event:
    """Let somebody do everything.

    Raises:
        PermissionDenied: They may not.
    """
    require(by, "accounts.appoint_administrator", user)
    return _set_administrator(user, by=by, becomes=True)


@transaction.atomic
def dismiss_administrator(user: User, *, by: User) -> Event:
    """Let somebody do only what their roles allow.

    Raises:
        PermissionDenied: They may not.
        AccountNeeded: It is oneself, so there is always somebody left.
    """
    require(by, "accounts.appoint_administrator", user)
    if user.pk == by.pk:
        raise AccountNeeded("Du kan inte ta bort din egen rätt som administratör: be en annan administratör.")
    require_still(by, "accounts.appoint_administrator", user)
    return _set_administrator(user, by=by, becomes=False)


def _set_administrator(user: User, *, by: User, becomes: bool) -> Event:
    before = user.is_administrator
    user.is_administrator = becomes
    user.save(update_fields=["is_administrator"])
    return Event.objects.create(
        by=by,
        what="user.appointed" if becomes else "user.dismissed",
        subject_type="user",
        subject_id=user.pk,
        before={"is_administrator": before},
        after={"is_administrator": becomes},
    )

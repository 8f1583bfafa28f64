"""Confirm a value: a person says that what was read is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.register.actions.decisions import Change, decide
from samsyn.register.models import Value, ValueState

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.history.models import Event


@transaction.atomic
def confirm_value(value: Value, *, by: User, why: str = "") -> Event:
    """Confirm a value. What had been rejected comes back to its place.

    Raises:
        PermissionDenied: They may not.
        AlreadyDecided: It is confirmed already.
    """
    require(by, "register.confirm_value", value)
    return decide(value, Change("value.confirmed", ValueState.CONFIRMED, by, why))

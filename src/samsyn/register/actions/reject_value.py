"""Reject a value: a person says that what was read is wrong."""

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
def reject_value(value: Value, *, by: User, why: str = "") -> Event:
    """Reject a value: its object stands without it. A statement without its kind is kept but not shown.

    Raises:
        PermissionDenied: They may not.
        AlreadyDecided: It is rejected already.
    """
    require(by, "register.reject_value", value)
    return decide(value, Change("value.rejected", ValueState.REJECTED, by, why))

"""End a role: from a day on somebody no longer has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.errors import RoleUnusable
from samsyn.register.models import Role

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User


@transaction.atomic
def end_role(role: Role, *, on: date, by: User, why: str = "") -> Event:
    """Let a role end.

    Args:
        role: One that has not ended on that day.
        on: First day without the role; one that begins later is never in force.
        by: Who ends it.
        why: In their words.

    Raises:
        PermissionDenied: They may not.
        RoleUnusable: It has ended already.
    """
    require(by, "register.end_role", role)
    role = Role.objects.select_for_update().get(pk=role.pk)
    if role.end_on is not None and role.end_on <= on:
        raise RoleUnusable("Rollen är redan avslutad: ladda om sidan.")
    before = role.end_on.isoformat() if role.end_on else None
    role.end_on = max(on, role.start_on)
    role.save(update_fields=["end_on"])
    return Event.objects.create(
        by=by,
        what="role.ended",
        subject_type="role",
        subject_id=role.pk,
        before={"end_on": before},
        after={"end_on": role.end_on.isoformat()},
        why=why,
    )

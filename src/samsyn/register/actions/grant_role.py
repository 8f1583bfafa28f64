"""Give somebody a role, for a body, an organisation or all, from a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.errors import RoleUnusable
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import Role, RoleKind

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.register.models import Body, Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWanted:
    """A role that is to be given.

    Attributes:
        end_on: First day without it; None until further notice.
    """

    kind: RoleKind
    start_on: date
    end_on: date | None = None
    body: Body | None = None
    organisation: Organisation | None = None


@transaction.atomic
def grant_role(user: User, wanted: RoleWanted, *, by: User, why: str = "") -> Role:
    """Give a role.

    Raises:
        PermissionDenied: They may not.
        RoleUnusable: It is for the wrong thing, ends before it begins, or the user has it already.
    """
    require(by, "register.grant_role", wanted)
    return record_role(user, wanted, by=by, why=why)


def record_role(user: User, wanted: RoleWanted, *, by: User, why: str = "") -> Role:
    """Write a role that `by` has been asked about.

    Raises:
        RoleUnusable: It is for the wrong thing, ends before it begins, or the user has it already.
    """
    wait_for_turn()
    _check(user, wanted)
    role = Role.objects.create(
        user=user,
        kind=wanted.kind,
        body=wanted.body,
        organisation=wanted.organisation,
        start_on=wanted.start_on,
        end_on=wanted.end_on,
        granted_by=by,
    )
    Event.objects.create(
        by=by, what="role.granted", subject_type="role", subject_id=role.pk, after=columns(role), why=why
    )
    return role


def columns(role: Role) -> dict[str, Any]:
    """A role as the history keeps it."""
    return {
        "user": role.user_id,
        "kind": role.kind,
        "body": role.body_id,
        "organisation": role.organisation_id,
        "start_on": role.start_on.isoformat(),
        "end_on": role.end_on.isoformat() if role.end_on else None,
    }


def _check(user: User, wanted: RoleWanted) -> None:
    """Refuse a role that could not be, or is there already."""
    if wanted.kind == RoleKind.CONTRIBUTOR and wanted.organisation is None:
        raise RoleUnusable("Välj vilken organisation uppgiftslämnaren lämnar uppgifter för.")
    if wanted.organisation is not None and wanted.kind != RoleKind.CONTRIBUTOR:
        raise RoleUnusable("Bara uppgiftslämnare har en organisation: lämna fältet tomt.")
    if wanted.body is not None and wanted.kind != RoleKind.SECRETARY:
        raise RoleUnusable("Bara sekreterare har ett organ: lämna fältet tomt.")
    if wanted.end_on is not None and wanted.end_on <= wanted.start_on:
        raise RoleUnusable("Rollen slutar innan den börjar: ändra en av dagarna.")
    same = Role.objects.filter(
        user=user, kind=wanted.kind, body=wanted.body, organisation=wanted.organisation
    )
    overlapping = same.filter(Q(end_on=None) | Q(end_on__gt=wanted.start_on))
    if wanted.end_on is not None:
        overlapping = overlapping.filter(start_on__lt=wanted.end_on)
    if overlapping.exists():
        raise RoleUnusable(f"{user} har redan den rollen då.")

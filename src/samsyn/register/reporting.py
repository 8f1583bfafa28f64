"""For which organisation somebody tells how an action goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.accounts.permissions import is_administrator
from samsyn.register.models import Attendance, Organisation, RoleKind
from samsyn.register.roles import roles_of, writes

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from samsyn.accounts.models import User
    from samsyn.register.models import Statement


def organisations_told_for(user: User | AnonymousUser) -> list[Organisation]:
    """The organisations that somebody is a contributor for today; none for those who may do everything."""
    if is_administrator(user):
        return []
    roles = [role for role in roles_of(user) if role.kind == RoleKind.CONTRIBUTOR]
    own = [role.organisation_id for role in roles if role.organisation_id]
    return list(Organisation.objects.filter(pk__in=own)) if own else []


def tells_for(user: User | AnonymousUser, statement: Statement) -> Organisation | None:
    """The organisation that somebody tells for, where the action is its own or of a unit below it.

    An action is an organisation's if it owns it, or if the owner came from it to that very meeting.
    """
    own = {one.pk: one for one in organisations_told_for(user)}
    if not own or not statement.is_action:
        return None
    up = _lines_upwards(_owners(statement))
    return next((own[found] for found in up if found in own), None)


def may_report(user: User | AnonymousUser, statement: Statement | None = None) -> bool:
    """Those who write the notes may, and contributors of the organisation; asked without an action, any."""
    if writes(user, statement):
        return statement is None or statement.is_action
    if statement is None:
        return any(role.kind == RoleKind.CONTRIBUTOR for role in roles_of(user))
    return tells_for(user, statement) is not None


def _owners(statement: Statement) -> set[int]:
    owner = statement.owner_organisation_id
    if statement.owner_person_id is None:
        return {owner} if owner else set()
    came = Attendance.objects.filter(meeting=statement.meeting_id, person=statement.owner_person_id)
    found = came.exclude(organisation=None).values_list("organisation", flat=True)
    return {one for one in (owner, *found) if one}


def _lines_upwards(organisations: set[int]) -> list[int]:
    """Some organisations, then those that they belong to, and so on; each once."""
    if not organisations:
        return []
    above = dict(Organisation.objects.order_by().values_list("pk", "parent"))
    found = list(organisations)
    for one in found:  # grows while it is gone through
        parent = above.get(one)
        if parent and parent not in found:
            found.append(parent)
    return found

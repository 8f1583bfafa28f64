"""From a user to the viewer that the user is today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.register.protection import hidden_from
from samsyn.register.roles import roles_of, writes_everywhere
from samsyn.register.sight import is_asked
from samsyn.register.viewers import Viewer

if TYPE_CHECKING:
    from samsyn.accounts.models import User


def viewer_of(user: User) -> Viewer:
    """All that decides what somebody sees, asked anew each time.

    Args:
        user: Signed in and active.
    """
    roles = {(role.kind, role.body_id or 0, role.organisation_id or 0) for role in roles_of(user)}
    address = "" if writes_everywhere(user) or not is_asked(user) else user.email.lower()
    return Viewer(user.is_administrator, tuple(sorted(roles)), address, hidden_from(user))

"""How permission is asked: by name, of the rule that a room has laid down for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rules
from django.core.exceptions import PermissionDenied

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from samsyn.accounts.models import User


class RuleMissing(LookupError):
    """A permission was asked for that no rule speaks of."""


def _is_signed_in(user: User | AnonymousUser) -> bool:
    """Anybody with an account that has not been closed."""
    return user.is_authenticated and user.is_active


def _is_administrator(user: User | AnonymousUser) -> bool:
    """Somebody who may do everything."""
    return user.is_authenticated and user.is_active and user.is_administrator


is_signed_in = rules.predicate(_is_signed_in)
is_administrator = rules.predicate(_is_administrator)

is_oneself = rules.predicate(lambda user, subject: user.is_active and user == subject, name="is_oneself")

rules.add_perm("accounts.change_own", is_oneself)
rules.add_perm("accounts.remove_second_step", is_administrator)
rules.add_perm("accounts.see_sign_ins", is_administrator)
rules.add_perm("accounts.see_users", is_administrator)
rules.add_perm("accounts.close_user", is_administrator)
rules.add_perm("accounts.reset_password", is_administrator)
rules.add_perm("accounts.appoint_administrator", is_administrator)


def may(user: User | AnonymousUser, permission: str, subject: object = None) -> bool:
    """Whether somebody may do something to an object.

    Raises:
        RuleMissing: No rule has that name; a misspelt permission must not be a silent no.
    """
    if not rules.perm_exists(permission):
        raise RuleMissing(permission)
    return bool(rules.has_perm(permission, user, subject))


def require(user: User | AnonymousUser, permission: str, subject: object = None) -> None:
    """Go on only if somebody may do something to an object.

    Raises:
        PermissionDenied: They may not.
    """
    if not may(user, permission, subject):
        raise PermissionDenied(permission)

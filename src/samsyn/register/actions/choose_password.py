"""Choose a password by the link of an invitation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.attempts import WRONG_PASSWORDS
from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.mail.service import use_link, withdraw_links
from samsyn.register.actions.invite_user import PURPOSE

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.mail.service import Link


@transaction.atomic
def choose_password(link: Link, password: str, *, by: User, on: date) -> Event:
    """Give oneself a password, which ends all sessions; neither this link nor others like it work any more.

    Args:
        link: As `find_link` gave it.
        password: One that has been held against the rules for passwords.
        by: Whose link it is.
        on: Today.

    Raises:
        PermissionDenied: The link is somebody else's, or the account is closed.
        LinkUnusable: It works no more.
    """
    require(by, "accounts.change_own", link.user)
    use_link(link, on=on)
    by.set_password(password)
    by.save(update_fields=["password"])
    withdraw_links(PURPOSE, subject=by)
    WRONG_PASSWORDS.forget(by.email)
    return Event.objects.create(by=by, what="user.password_chosen", subject_type="user", subject_id=by.pk)

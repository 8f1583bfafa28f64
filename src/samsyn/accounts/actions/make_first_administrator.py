"""The first administrator is made when the server starts with nobody who can sign in."""

from __future__ import annotations

from django.db import transaction

from samsyn.accounts.models import User
from samsyn.accounts.passwords import make_password
from samsyn.history.models import Event

EMAIL = "admin@localhost"


@transaction.atomic
def make_first_administrator(*, email: str = "", password: str = "") -> tuple[User, str] | None:
    """Make an administrator if there is no user at all.

    Args:
        email: The address to sign in with; `EMAIL` where none is given.
        password: The password; one is made where none is given.

    Returns:
        The administrator and the password, to be shown once; None if somebody is there already.
    """
    if User.objects.exists():
        return None
    password = password or make_password()
    user = User.objects.create_administrator(email=email or EMAIL, password=password, name="Administratör")
    Event.objects.create(
        what="user.made", subject_type="user", subject_id=user.pk, after={"email": user.email}
    )
    return user, password

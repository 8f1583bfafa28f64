"""Give somebody an account, with a first password that is shown once."""

from __future__ import annotations

from django.db import transaction

from samsyn.accounts.errors import AddressTaken
from samsyn.accounts.models import User
from samsyn.accounts.passwords import make_password
from samsyn.accounts.permissions import require
from samsyn.history.models import Event


@transaction.atomic
def add_user(*, email: str, name: str, by: User) -> tuple[User, str]:
    """Make an account without roles; gives it with its password, to be shown once.

    Raises:
        PermissionDenied: They may not.
        AddressTaken: The address has an account, maybe a closed one.
    """
    require(by, "accounts.add_user")
    address = email.strip().lower()
    if User.objects.filter(email=address).exists():
        raise AddressTaken(f"{address} har redan ett konto: sök upp det i listan.")
    password = make_password()
    user = User.objects.create_user(email=address, name=name.strip(), password=password)
    Event.objects.create(
        by=by,
        what="user.made",
        subject_type="user",
        subject_id=user.pk,
        after={"email": user.email, "name": user.name},
    )
    return user, password

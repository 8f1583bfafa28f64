"""The second step of sign-in: whether somebody has one, and taking it away from one who has lost it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator

if TYPE_CHECKING:
    from samsyn.accounts.models import User

FIRST_CHOICE = (
    Authenticator.Type.TOTP,
    Authenticator.Type.WEBAUTHN,
)  # recovery codes are for when these are lost


def has_second_step(user: User) -> bool:
    """Whether sign-in asks for more than the password."""
    return bool(Authenticator.objects.filter(user=user, type__in=FIRST_CHOICE).exists())

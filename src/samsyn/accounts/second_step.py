"""The second step of sign-in: whether somebody has one, and taking it away from one who has lost it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.cache import cache

from samsyn.history.models import Event

if TYPE_CHECKING:
    from typing import Any

    from samsyn.accounts.models import User

HALF_MINUTE = 30  # seconds
FIRST_CHOICE = (
    Authenticator.Type.TOTP,
    Authenticator.Type.WEBAUTHN,
)  # recovery codes are for when these are lost


def is_first_use(user: User, code: str) -> bool:
    """Whether a code of an app is used for the first time, as far as it would still be right.

    What an app shows is right for the half minutes before and after, too; allauth remembers it for one alone.
    """
    digits = "".join(filter(str.isdigit, code))
    half_minutes = 2 * settings.MFA_TOTP_TOLERANCE + 2
    return bool(cache.add(f"app-code-{user.pk}-{digits}", 1, timeout=half_minutes * HALF_MINUTE))


def has_second_step(user: User) -> bool:
    """Whether sign-in asks for more than the password."""
    return bool(Authenticator.objects.filter(user=user, type__in=FIRST_CHOICE).exists())


def record_added(*, user: User, authenticator: Authenticator, **_: Any) -> None:
    """Somebody has chosen an app or a key, or got new recovery codes."""
    Event.objects.create(
        by=user,
        what="user.second_step_added",
        subject_type="user",
        subject_id=user.pk,
        after={"kinds": [authenticator.type]},
    )


def record_removed(*, user: User, authenticator: Authenticator, **_: Any) -> None:
    """Somebody does without an app, a key or the recovery codes from now on."""
    Event.objects.create(
        by=user,
        what="user.second_step_removed",
        subject_type="user",
        subject_id=user.pk,
        before={"kinds": [authenticator.type]},
    )

"""The log of sign-ins: who came in, and who tried."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter
from django.utils import timezone

from samsyn.accounts.models import SignIn, User

if TYPE_CHECKING:
    from django.http import HttpRequest

KEPT = timedelta(days=365)


def log_signed_in(*, request: HttpRequest, user: User, **_: Any) -> None:
    """Somebody came in, past all steps."""
    _log(request, user, SignIn.Outcome.IN)


def log_wrong_password(*, credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """A password was wrong. Only tries at accounts are kept: people write passwords in the address field."""
    address = str(credentials.get("username") or credentials.get("email") or "").strip().lower()
    user = User.objects.filter(email=address).first()
    if request is not None and user is not None:
        _log(request, user, SignIn.Outcome.WRONG_PASSWORD)


def log_wrong_code(*, request: HttpRequest, user: User, **_: Any) -> None:
    """The password was right, and the code was not."""
    _log(request, user, SignIn.Outcome.WRONG_CODE)


def _log(request: HttpRequest, user: User, outcome: SignIn.Outcome) -> None:
    """Keep a row for a year."""
    SignIn.objects.filter(user=user, at__lt=timezone.now() - KEPT).delete()
    SignIn.objects.create(
        user=user,
        outcome=outcome,
        address=get_adapter().get_client_ip(request),
        browser=request.headers.get("User-Agent", "")[:300],
    )

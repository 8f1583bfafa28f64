"""What allauth asks of us: who may sign up (nobody), its messages in Swedish, secrets kept unreadable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.accounts import encryption

if TYPE_CHECKING:
    from django.http import HttpRequest

    from samsyn.accounts.models import User

PAUSED = gettext_lazy("Det har blivit fel för många gånger. Vänta en kvart och försök igen.")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are given by administrators."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_password": gettext_lazy("Lösenordet stämmer inte. Försök igen."),
        "too_many_login_attempts": PAUSED,
        "rate_limited": PAUSED,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth gives it
        """Never: there is no page for it either."""
        return False


class SecondStepAdapter(DefaultMFAAdapter):
    """The second step of sign-in."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("Koden stämmer inte. Vänta på nästa kod och försök igen."),
    }

    def encrypt(self, text: str) -> str:
        """A secret as it is kept."""
        return encryption.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """A secret as it was."""
        return encryption.decrypt(encrypted_text)

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002
        """What a passkey is called until somebody names it."""
        n = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Nyckel %(n)d") % {"n": n}

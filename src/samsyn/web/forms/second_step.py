"""The code of the second step, each of which opens once."""

from __future__ import annotations

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms
from allauth.mfa.models import Authenticator

from samsyn.accounts.second_step import is_first_use


class UsedOnce(forms.BaseAuthenticateForm):
    """A code that somebody has looked over a shoulder for opens nothing."""

    def clean_code(self) -> str:
        """The code, if it is right and has not been used.

        Raises:
            ValidationError: It is wrong, or was used.
        """
        code: str = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP and not is_first_use(self.user, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SecondStepForm(UsedOnce, forms.AuthenticateForm):
    """Between the password and the first page."""


class ConfirmForm(UsedOnce, forms.ReauthenticateForm):
    """Before the account itself is changed."""

"""The second step of sign-in, by allauth's views with our pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCodeView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, ReauthenticateWebAuthnView, RemoveWebAuthnView
from django.contrib.auth.decorators import login_not_required
from django.urls import reverse_lazy

from samsyn.web.pages import frame_context, plain_context

if TYPE_CHECKING:
    from django.http import HttpRequest


class Framed:
    """A view whose page has the frame of all pages."""

    request: HttpRequest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the frame."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return context | frame_context(self.request, "account")


class SecondStep(AuthenticateView):
    """Between the password and the first page: a code, or a passkey."""

    template_name = "web/account/second_step.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the bare page needs."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        kinds = set(Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True))
        return (
            context
            | plain_context(self.request)
            | {
                "has_app": Authenticator.Type.TOTP in kinds,
                "has_key": Authenticator.Type.WEBAUTHN in kinds,
            }
        )


class ConfirmByPassword(Framed, ReauthenticateView):
    """The password once more, before the account itself is changed."""

    template_name = "web/account/confirm.html"


class ConfirmByCode(Framed, ReauthenticateByCodeView):
    """A code instead of the password."""

    template_name = "web/account/confirm.html"


class ActivateApp(Framed, ActivateTOTPView):
    """Choose an app that shows codes."""

    template_name = "web/account/app.html"


class RemoveApp(Framed, DeactivateTOTPView):
    """Do without the app."""

    template_name = "web/account/remove_app.html"


class Codes(Framed, ViewRecoveryCodesView):
    """The codes for when phone and key are lost."""

    template_name = "web/account/codes.html"


class NewCodes(Framed, GenerateRecoveryCodesView):
    """New codes, which make the old ones worthless."""

    template_name = "web/account/new_codes.html"


class ConfirmByKey(Framed, ReauthenticateWebAuthnView):
    """A passkey instead of the password."""

    template_name = "web/account/confirm_by_key.html"


class NewKey(Framed, AddWebAuthnView):
    """Choose a passkey."""

    template_name = "web/account/new_key.html"


class RemoveKey(Framed, RemoveWebAuthnView):
    """Do without a passkey."""

    template_name = "web/account/remove_key.html"
    success_url = reverse_lazy("mfa_index")


second_step = login_not_required(SecondStep.as_view())
confirm_by_password = ConfirmByPassword.as_view()
confirm_by_code = ConfirmByCode.as_view()
activate_app = ActivateApp.as_view()
remove_app = RemoveApp.as_view()
codes = Codes.as_view()
new_codes = NewCodes.as_view()
confirm_by_key = ConfirmByKey.as_view()
new_key = NewKey.as_view()
remove_key = RemoveKey.as_view()

"""Sign-in, its first step, and sign-out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.utils import perform_login
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samsyn.accounts.attempts import WRONG_PASSWORDS
from samsyn.web.pages import plain_context

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class SignInForm(AuthenticationForm):
    """E-mail address and password; the answer never tells which of them was wrong."""

    def __init__(self, request: HttpRequest | None = None, *args: Any, **kwargs: Any) -> None:
        """Tell browsers what the fields are for, so that they can fill them in."""
        super().__init__(request, *args, **kwargs)
        self.error_messages = {
            "invalid_login": _("Adressen och lösenordet hör inte ihop. Kontrollera båda och försök igen."),
            "inactive": _("Kontot är stängt. Fråga den som sköter Samsyn hos er."),
            "paused": _("Det har blivit fel för många gånger. Vänta en kvart och försök igen."),
        }
        self.fields["username"].error_messages["required"] = str(_("Skriv din e-postadress."))
        self.fields["password"].error_messages["required"] = str(_("Skriv ditt lösenord."))

    def clean(self) -> dict[str, Any]:
        """Try the password, unless too many have been wrong for this address."""
        email = self.cleaned_data.get("username", "")
        if WRONG_PASSWORDS.are_too_many(email):
            raise ValidationError(self.error_messages["paused"], code="paused")
        try:
            cleaned: dict[str, Any] = super().clean()
        except ValidationError:
            WRONG_PASSWORDS.note(email)
            raise
        if self.get_user() is not None:
            WRONG_PASSWORDS.forget(email)
        return cleaned


class SignIn(LoginView):
    """The sign-in page; who is signed in already goes on."""

    template_name = "web/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Go on with the second step where there is one, else in."""
        response: HttpResponse = perform_login(
            self.request, form.get_user(), redirect_url=self.get_success_url()
        )
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the bare page needs."""
        return super().get_context_data(**kwargs) | plain_context(self.request)


sign_in = SignIn.as_view()
sign_out = LogoutView.as_view()

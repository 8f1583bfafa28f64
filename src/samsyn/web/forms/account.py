"""The forms for one's own password."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.accounts.attempts import WRONG_PASSWORDS
from samsyn.web.forms.plain import PlainForm, email_field

if TYPE_CHECKING:
    from samsyn.accounts.models import User


class ChangePasswordForm(PasswordChangeForm):
    """The old password, and the new one twice."""

    use_required_attribute = False

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        """Say in plain words what the fields are and what is missing."""
        super().__init__(user, *args, **kwargs)
        self.error_messages = {**self.error_messages}
        self.error_messages["password_incorrect"] = _("Det nuvarande lösenordet stämmer inte.")
        old = self.fields["old_password"]
        old.label = _("Nuvarande lösenord")
        old.error_messages["required"] = _("Skriv ditt nuvarande lösenord.")
        old.widget.attrs.pop("autofocus", None)
        name_new_password(self)
        self.error_messages["paused"] = _(
            "Det har blivit fel för många gånger. Vänta en kvart och försök igen."
        )
        self.fields["new_password1"].help_text = _("Minst tolv tecken. Gärna flera ord som inte hör ihop.")

    def clean_old_password(self) -> str:
        """The present password; whoever has found an open page must not guess at it.

        Raises:
            ValidationError: It is wrong, or too many were.
        """
        if WRONG_PASSWORDS.are_too_many(self.user.email):
            raise forms.ValidationError(self.error_messages["paused"], code="paused")
        try:
            return super().clean_old_password()
        except forms.ValidationError:
            WRONG_PASSWORDS.note(self.user.email)
            raise


class ForgottenPasswordForm(PlainForm):
    """The address of whoever has forgotten the password."""

    email = email_field(missing=gettext_lazy("Skriv din e-postadress."))


def name_new_password(form: SetPasswordForm[User]) -> SetPasswordForm[User]:
    """Say in plain words what the two fields of a new password are, and what is missing or wrong."""
    form.use_required_attribute = False
    form.error_messages = {**form.error_messages, "password_mismatch": _("De två nya lösenorden är olika.")}
    for name, label, missing in (
        ("new_password1", _("Nytt lösenord"), _("Skriv ett nytt lösenord.")),
        ("new_password2", _("Nytt lösenord en gång till"), _("Skriv det nya lösenordet en gång till.")),
    ):
        form.fields[name].label = label
        form.fields[name].help_text = ""
        form.fields[name].error_messages["required"] = missing
    return form

"""The form for one's own password."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.forms import PasswordChangeForm
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from samsyn.accounts.models import User


class ChangePasswordForm(PasswordChangeForm):
    """The old password, and the new one twice."""

    use_required_attribute = False

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        """Say in plain words what the fields are and what is missing."""
        super().__init__(user, *args, **kwargs)
        self.error_messages = {
            "password_incorrect": _("Det nuvarande lösenordet stämmer inte."),
            "password_mismatch": _("De två nya lösenorden är olika."),
        }
        for name, label, missing in (
            ("old_password", _("Nuvarande lösenord"), _("Skriv ditt nuvarande lösenord.")),
            ("new_password1", _("Nytt lösenord"), _("Skriv ett nytt lösenord.")),
            ("new_password2", _("Nytt lösenord en gång till"), _("Skriv det nya lösenordet en gång till.")),
        ):
            self.fields[name].label = label
            self.fields[name].help_text = ""
            self.fields[name].error_messages["required"] = missing
            self.fields[name].widget.attrs.pop("autofocus", None)
        self.fields["new_password1"].help_text = _("Minst tolv tecken. Gärna flera ord som inte hör ihop.")

"""The forms for accounts and roles."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Body, Organisation, RoleKind
from samsyn.register.service import RoleWanted
from samsyn.web import words


def role_choices() -> list[tuple[str, str]]:
    """The kinds of role by their words on screen."""
    return [(kind.value, _(words.ROLES[kind.value])) for kind in RoleKind]


class DateInput(forms.DateInput):
    """A day as the browser's own field for days gives it."""

    input_type = "date"

    def __init__(self) -> None:
        """Write days as browsers read them."""
        super().__init__(format="%Y-%m-%d")


class RoleForm(forms.Form):
    """A role, what it is for, and for how long."""

    use_required_attribute = False

    kind = forms.ChoiceField(label=gettext_lazy("Roll"), choices=role_choices, initial=RoleKind.READER.value)
    body = forms.ModelChoiceField(
        alphabetical(Body.objects.all()),
        label=gettext_lazy("Organ"),
        required=False,
        empty_label=gettext_lazy("Alla"),
        help_text=gettext_lazy("För en sekreterare: vilket organs anteckningar rollen gäller."),
    )
    organisation = forms.ModelChoiceField(
        alphabetical(Organisation.objects.all()),
        label=gettext_lazy("Organisation"),
        required=False,
        empty_label=gettext_lazy("Ingen"),
        help_text=gettext_lazy("För en uppgiftslämnare: vilken organisation rollen gäller."),
    )
    start_on = forms.DateField(
        label=gettext_lazy("Från och med"), widget=DateInput, initial=timezone.localdate
    )
    end_on = forms.DateField(
        label=gettext_lazy("Till"),
        widget=DateInput,
        required=False,
        help_text=gettext_lazy("Första dagen utan rollen. Tomt betyder tills vidare."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say in plain words what is missing."""
        super().__init__(*args, **kwargs)
        self.fields["start_on"].error_messages |= {
            "required": _("Skriv vilken dag rollen börjar."),
            "invalid": _("Skriv dagen som 2026-08-31."),
        }
        self.fields["end_on"].error_messages["invalid"] = _("Skriv dagen som 2026-08-31.")

    def wanted(self) -> RoleWanted:
        """The role that a checked form asks for."""
        filled = self.cleaned_data
        return RoleWanted(
            kind=RoleKind(filled["kind"]),
            body=filled["body"],
            organisation=filled["organisation"],
            start_on=filled["start_on"],
            end_on=filled["end_on"],
        )


class NewUserForm(RoleForm):
    """Somebody new, with their first role."""

    name = forms.CharField(label=gettext_lazy("Namn"), max_length=200)
    email = forms.EmailField(label=gettext_lazy("E-postadress"), max_length=254)

    field_order = ("name", "email", "kind", "body", "organisation", "start_on", "end_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say in plain words what is missing."""
        super().__init__(*args, **kwargs)
        self.fields["name"].error_messages["required"] = _("Skriv personens namn.")
        self.fields["email"].error_messages |= {
            "required": _("Skriv personens e-postadress."),
            "invalid": _("Skriv en hel e-postadress, till exempel anna@exempel.se."),
        }

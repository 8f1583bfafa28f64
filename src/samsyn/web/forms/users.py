"""The forms for accounts and roles."""

from __future__ import annotations

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Body, RoleKind
from samsyn.register.service import RoleWanted
from samsyn.web import words
from samsyn.web.forms.plain import PlainForm, day_field, email_field, name_field, organisation_field

LONGEST_NAME = 200  # of an account


def role_choices() -> list[tuple[str, str]]:
    """The kinds of role by their words on screen."""
    return [(kind.value, _(words.ROLES[kind.value])) for kind in RoleKind]


class RoleForm(PlainForm):
    """A role, what it is for, and for how long."""

    kind = forms.ChoiceField(label=gettext_lazy("Roll"), choices=role_choices, initial=RoleKind.READER.value)
    body = forms.ModelChoiceField(
        alphabetical(Body.objects.all()),
        label=gettext_lazy("Organ"),
        required=False,
        empty_label=gettext_lazy("Alla"),
        help_text=gettext_lazy("För en sekreterare: vilket organs anteckningar rollen gäller."),
    )
    organisation = organisation_field(
        gettext_lazy("Organisation"),
        none=gettext_lazy("Ingen"),
        help_text=gettext_lazy("För en uppgiftslämnare: vilken organisation rollen gäller."),
    )
    start_on = day_field(
        gettext_lazy("Från och med"),
        missing=gettext_lazy("Skriv vilken dag rollen börjar."),
        initial=timezone.localdate,
    )
    end_on = day_field(
        gettext_lazy("Till"), help_text=gettext_lazy("Första dagen utan rollen. Tomt betyder tills vidare.")
    )

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

    name = name_field(
        gettext_lazy("Namn"), missing=gettext_lazy("Skriv personens namn."), max_length=LONGEST_NAME
    )
    email = email_field(missing=gettext_lazy("Skriv personens e-postadress."))

    field_order = ("name", "email", "kind", "body", "organisation", "start_on", "end_on")

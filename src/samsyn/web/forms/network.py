"""The forms for people, bodies and organisations."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from samsyn.web.forms.plain import LONGEST, PlainForm, day_field, email_field, name_field, organisation_field

ORGANISATION_KINDS = {
    "": gettext_lazy("Förvaltning, enhet eller annat"),
    "municipality": gettext_lazy("Kommun"),
    "region": gettext_lazy("Region"),
    "authority": gettext_lazy("Myndighet"),
    "association": gettext_lazy("Förening eller förbund"),
}


def kind_choices() -> list[tuple[str, str]]:
    """What an organisation can be, in the words of the language in use."""
    return [(code, str(word)) for code, word in ORGANISATION_KINDS.items()]


class NameForm(PlainForm):
    """A name alone: of a new body."""

    name = name_field(gettext_lazy("Namn"))


class PersonForm(NameForm):
    """A person, and where notes are sent to them."""

    email = email_field(help_text=gettext_lazy("Föreslås när anteckningar skickas. Konto behövs inte."))


class AliasForm(PlainForm):
    """Another way in which a name is written."""

    name = name_field(
        gettext_lazy("Skrivs också"),
        help_text=gettext_lazy(
            "Anteckningar som använder det namnet känns igen från och med nästa inläsning."
        ),
    )


class RenamingForm(PlainForm):
    """Another name from a day."""

    name = name_field(gettext_lazy("Nytt namn"))
    on = day_field(
        gettext_lazy("Gäller från och med"),
        missing=gettext_lazy("Skriv vilken dag namnet började gälla."),
        help_text=gettext_lazy("Möten före dagen visar det gamla namnet."),
    )
    why = forms.CharField(
        label=gettext_lazy("Varför, om det behöver sägas"), required=False, max_length=LONGEST
    )


class TreeForm(PlainForm):
    """What an organisation is, and what it belongs to."""

    kind = forms.ChoiceField(label=gettext_lazy("Vad det är"), choices=kind_choices, required=False)
    parent = organisation_field(
        gettext_lazy("Hör till"),
        none=gettext_lazy("Ingen annan"),
        help_text=gettext_lazy("Kommunen för en förvaltning, förvaltningen för en enhet."),
    )


class OrganisationForm(NameForm, TreeForm):
    """A new organisation: its name, what it is, and what it belongs to."""

    field_order = ("name", "kind", "parent")

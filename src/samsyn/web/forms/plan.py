"""The forms of a plan: made by hand or from an outline, and its own facts."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from samsyn.plan.service import PartWanted
from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Organisation
from samsyn.web.forms.plain import PlainForm, day_field, name_field

LONGEST = 20_000
LONGEST_NAME = 200


def _lines(rows: int, **attributes: str) -> forms.Textarea:
    return forms.Textarea({"rows": rows, "spellcheck": "true", **attributes})


class NamedForm(PlainForm):
    """A plan's name; the rest comes otherwise."""

    name = name_field(
        gettext_lazy("Planens namn"),
        max_length=LONGEST_NAME,
        missing=gettext_lazy("Skriv vad planen ska heta."),
    )


class OutlineForm(NamedForm):
    """A plan as a pasted outline."""

    outline = forms.CharField(
        label=gettext_lazy("Planen som text"),
        max_length=LONGEST,
        widget=_lines(14),
        error_messages={"required": gettext_lazy("Klistra in områdena med sina steg.")},
        help_text=gettext_lazy(
            "En rad för varje del. Det som står längst till vänster är områden, under dem steg, under stegen "
            "milstolpar. Skriv lydelsen efter kolon. Sist på raden kan inom parentes stå när, "
            "till exempel (till årsskiftet), och vad steget betyder: (test) eller (vardag)."
        ),
    )


class PlanForm(NamedForm):
    """A plan by hand: the same steps in every area to begin with."""

    target = forms.CharField(
        label=gettext_lazy("Målbild"),
        required=False,
        max_length=LONGEST,
        widget=_lines(3),
        help_text=gettext_lazy("Vad som ska vara sant när planen är genomförd. Kan skrivas senare."),
    )
    areas = forms.CharField(
        label=gettext_lazy("Områden, ett på varje rad"),
        max_length=LONGEST,
        widget=_lines(5),
        error_messages={"required": gettext_lazy("Skriv minst ett område.")},
    )
    steps = forms.CharField(
        label=gettext_lazy("Steg, ett på varje rad"),
        max_length=LONGEST,
        widget=_lines(5),
        error_messages={"required": gettext_lazy("Skriv minst ett steg.")},
        help_text=gettext_lazy("De blir desamma i alla områden. Sedan kan varje område få egna."),
    )
    test = forms.IntegerField(
        label=gettext_lazy("Vilket steg är testet? (nummer)"), required=False, min_value=1, max_value=99
    )
    everyday = forms.IntegerField(
        label=gettext_lazy("Vilket steg är en naturlig del av vardagen? (nummer)"),
        required=False,
        min_value=1,
        max_value=99,
    )
    began_on = day_field(gettext_lazy("Börjar"))

    def parts(self) -> tuple[PartWanted, ...]:
        """The target picture, if any, and the areas, each with all steps."""
        sent = self.cleaned_data
        steps = tuple(
            PartWanted("step", line, meaning=self._meaning(number))
            for number, line in enumerate(_split(sent["steps"]), 1)
        )
        areas = tuple(PartWanted("area", line, parts=steps) for line in _split(sent["areas"]))
        target = str(gettext_lazy("Målbild"))
        return (*([PartWanted("target", target, sent["target"])] if sent["target"] else []), *areas)

    def _meaning(self, number: int) -> str:
        if number == self.cleaned_data["test"]:
            return "test"
        return "everyday" if number == self.cleaned_data["everyday"] else ""


class FactsForm(NamedForm):
    """A plan's own facts."""

    began_on = day_field(gettext_lazy("Börjar"))
    evidence_months = forms.IntegerField(
        label=gettext_lazy("Underlag visas som gammalt efter så många månader"),
        min_value=1,
        max_value=60,
        error_messages={
            code: gettext_lazy("Skriv ett antal månader mellan 1 och 60.")
            for code in ("required", "invalid", "min_value", "max_value")
        },
    )


def chosen_organisations(ids: list[int]) -> tuple[Organisation, ...]:
    """Organisations by their ids, in alphabetical order."""
    return tuple(alphabetical(Organisation.objects.filter(pk__in=ids)))


def _split(text: str) -> list[str]:
    return [line for line in map(str.strip, text.splitlines()) if line]

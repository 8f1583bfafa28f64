"""The form of a stretch of time: a term, a holiday, a reform."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy

from samsyn.plan.service import BandWanted
from samsyn.web.forms.plain import PlainForm, day_field, name_field, organisation_field
from samsyn.web.plan_vocabulary import BAND_KINDS

LONGEST = 200


def band_kinds() -> list[tuple[str, str]]:
    """What a stretch of time can be."""
    return list(BAND_KINDS.items())


class BandForm(PlainForm):
    """A stretch of time with its last day, as people say it."""

    kind = forms.ChoiceField(label=gettext_lazy("Vad det är"), choices=band_kinds)
    name = name_field(
        gettext_lazy("Vad det kallas"),
        max_length=LONGEST,
        missing=gettext_lazy("Skriv vad tiden kallas, till exempel Höstlov."),
    )
    start_on = day_field(gettext_lazy("Första dagen"), missing=gettext_lazy("Skriv första dagen."))
    last_on = day_field(gettext_lazy("Sista dagen"), missing=gettext_lazy("Skriv sista dagen."))
    organisation = organisation_field(gettext_lazy("Gäller"), none=gettext_lazy("Hela länet"))

    def wanted(self) -> BandWanted:
        """What was sent; the day after the last one ends it."""
        sent = self.cleaned_data
        last: date = sent["last_on"]
        return BandWanted(
            sent["kind"], sent["name"], sent["start_on"], last + timedelta(days=1), sent["organisation"]
        )

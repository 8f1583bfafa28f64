"""The form for a hand-over written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy

from samsyn.matters.service import HandOverWanted
from samsyn.register.alphabet import alphabetical
from samsyn.register.models import AgendaItem, Body
from samsyn.web.forms.plain import PlainForm, day_field, organisation_field

if TYPE_CHECKING:
    from samsyn.register.models import Meeting, Statement

LONGEST = 1000


class HandOverForm(PlainForm):
    """What is handed over, to whom, and for when."""

    asked = forms.CharField(
        label=gettext_lazy("Vad som lämnas vidare"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Skriv vad som lämnas vidare.")},
    )
    body = forms.ModelChoiceField(
        alphabetical(Body.objects.all()),
        label=gettext_lazy("Till organ"),
        required=False,
        empty_label=gettext_lazy("Välj"),
    )
    with_body = forms.ModelChoiceField(
        alphabetical(Body.objects.all()),
        label=gettext_lazy("Tillsammans med"),
        required=False,
        empty_label=gettext_lazy("Inget annat organ"),
        help_text=gettext_lazy("För ett gemensamt möte."),
    )
    organisation = organisation_field(
        gettext_lazy("Eller till en organisation utanför"), none=gettext_lazy("Ingen")
    )
    item = forms.ModelChoiceField(
        AgendaItem.objects.none(),
        label=gettext_lazy("Från punkt"),
        required=False,
        empty_label=gettext_lazy("Hela mötet"),
    )
    due_on = day_field(gettext_lazy("Tas upp den dag"), help_text=gettext_lazy("Lämna tomt för nästa möte."))

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        """Let the items be those of a meeting."""
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.fields["item"].queryset = meeting.items.order_by("position")  # type: ignore[attr-defined]

    def wanted(self, said: Statement | None) -> HandOverWanted:
        """What was written."""
        found = self.cleaned_data
        bodies = [body for body in (found["body"], found["with_body"]) if body is not None]
        return HandOverWanted(
            meeting=self.meeting,
            item=found["item"],
            statement=said,
            bodies=list(dict.fromkeys(bodies)),
            organisation=None if bodies else found["organisation"],
            asked=found["asked"],
            due_on=found["due_on"],
        )

"""The forms for seats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.register.alphabet import Alphabetical, alphabetical
from samsyn.register.models import Body, Person, Seat
from samsyn.register.queries.people import find_people
from samsyn.register.service import SeatWanted
from samsyn.web.forms.plain import LONGEST, PlainForm, day_field, name_field, organisation_field

if TYPE_CHECKING:
    from collections.abc import Collection


class SeatForm(PlainForm):
    """A seat in a body.

    Args:
        seat: The seat that is changed; whose it is and where is then not asked.
        body: Whose seats can be substituted.
    """

    organisation = organisation_field(gettext_lazy("Från organisation"), none=gettext_lazy("Ej angivet"))
    role = forms.CharField(
        label=gettext_lazy("Roll i organet"),
        required=False,
        max_length=LONGEST,
        help_text=gettext_lazy("Till exempel ordförande eller adjungerad. Tomt betyder ledamot."),
    )
    on_behalf_of = forms.ModelChoiceField(
        alphabetical(Body.objects.all()),
        label=gettext_lazy("Företräder ett annat organ"),
        required=False,
        empty_label=gettext_lazy("Nej"),
    )
    substitute_for = forms.ModelChoiceField(
        Seat.objects.none(),
        label=gettext_lazy("Ersättare för"),
        required=False,
        empty_label=gettext_lazy("Ingen, ordinarie"),
    )
    start_on = day_field(gettext_lazy("Från och med"), help_text=gettext_lazy("Tomt om det inte är känt."))
    end_on = day_field(
        gettext_lazy("Till"),
        help_text=gettext_lazy("Första dagen utan platsen. Tomt betyder tills vidare."),
    )

    def __init__(self, *args: Any, body: Body, seat: Seat | None = None, **kwargs: Any) -> None:
        """Offer the other seats of the body for substitutes."""
        super().__init__(*args, **kwargs)
        others = (
            Seat.objects.filter(body=body)
            .select_related("person")
            .order_by(Alphabetical("person__name"), "pk")
        )
        offered = self.fields["substitute_for"]
        offered.queryset = others.exclude(pk=seat.pk) if seat else others  # type: ignore[attr-defined]
        offered.label_from_instance = lambda one: one.person.name  # type: ignore[attr-defined]

    def wanted(self, person: Person, body: Body) -> SeatWanted:
        """The seat that a checked form asks for."""
        filled = self.cleaned_data
        return SeatWanted(
            person=person,
            body=body,
            organisation=filled["organisation"],
            role=filled["role"],
            on_behalf_of=filled["on_behalf_of"],
            substitute_for=filled["substitute_for"],
            start_on=filled["start_on"],
            end_on=filled["end_on"],
        )


class NewSeatForm(SeatForm):
    """A new seat: also whose it is. With the id of a person only the form's own link says who."""

    person = name_field(gettext_lazy("Person"), missing=gettext_lazy("Skriv vem som har platsen."))
    is_new = forms.BooleanField(
        label=gettext_lazy("Personen finns inte i registret än: lägg till den"), required=False
    )

    field_order = (
        "person",
        "is_new",
        "organisation",
        "role",
        "on_behalf_of",
        "substitute_for",
        "start_on",
        "end_on",
    )

    def __init__(
        self, *args: Any, known: Person | None = None, hidden: Collection[int] = (), **kwargs: Any
    ) -> None:
        """Take the person that the address names, if any; nobody is found of those who are hidden."""
        super().__init__(*args, **kwargs)
        self.known, self.hidden = known, hidden
        self.fields["person"].widget.attrs["list"] = "personer"

    def clean(self) -> dict[str, Any]:
        """Find the person: the one that is known, or the only one of the name."""
        filled = super().clean() or self.cleaned_data
        name = filled.get("person", "")
        if self.known is not None and name == self.known.name:
            filled["found"] = self.known
        elif name and not filled["is_new"]:
            filled["found"] = self._only([one for one in find_people(name) if one.pk not in self.hidden])
        return filled

    def _only(self, found: list[Person]) -> Person | None:
        if len(found) == 1:
            return found[0]
        if found:
            self.add_error("person", ValidationError(
                _("Flera personer heter så. Öppna den rätta personens sida och lägg till platsen därifrån.")
            ))  # fmt: skip
        else:
            self.add_error(
                "person", _("Ingen i registret heter så. Rätta namnet, eller kryssa i att personen är ny.")
            )
        return None

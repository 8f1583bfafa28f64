"""What forms are made of: they say themselves, in plain words, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy

from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Organisation
from samsyn.web.pages import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

LONGEST = 300


class PlainForm(forms.Form):
    """A form that says itself what is missing; `identity_guard` has stopped identity numbers before it."""

    use_required_attribute = False


class DateInput(forms.DateInput):
    """A day as the browser's own field for days gives it."""

    input_type = "date"

    def __init__(self) -> None:
        """Write days as browsers read them."""
        super().__init__(format="%Y-%m-%d")


def day_field(label: _StrPromise, *, missing: _StrPromise | None = None, **more: Any) -> forms.DateField:
    """A day; `missing` is said where it must be given and is not, and without it the day may be left out."""
    wrong = gettext_lazy("Skriv dagen som 2026-08-31.")
    errors = {"invalid": wrong} | ({"required": missing} if missing else {})
    return forms.DateField(
        label=label,
        widget=DateInput,
        required=missing is not None,
        error_messages=errors,
        validators=[MinValueValidator(FIRST_DAY, wrong), MaxValueValidator(LAST_DAY, wrong)],
        **more,
    )


def name_field(label: _StrPromise, *, missing: _StrPromise | None = None, **more: Any) -> forms.CharField:
    """A name that must be given."""
    errors = {"required": missing or gettext_lazy("Skriv ett namn.")}
    return forms.CharField(
        label=label, max_length=more.pop("max_length", LONGEST), error_messages=errors, **more
    )


def email_field(*, missing: _StrPromise | None = None, **more: Any) -> forms.EmailField:
    """An address; `missing` as for `day_field`."""
    said = {"invalid": gettext_lazy("Skriv en hel e-postadress, till exempel anna@exempel.se.")}
    return forms.EmailField(
        label=gettext_lazy("E-postadress"),
        max_length=254,
        required=missing is not None,
        error_messages=said | ({"required": missing} if missing else {}),
        **more,
    )


def organisation_field(
    label: _StrPromise, *, none: _StrPromise, **more: Any
) -> forms.ModelChoiceField[Organisation]:
    """One of the organisations, or `none`."""
    rows = alphabetical(Organisation.objects.all())
    return forms.ModelChoiceField(rows, label=label, required=False, empty_label=none, **more)

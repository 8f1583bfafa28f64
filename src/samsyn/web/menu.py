"""The menu: the pages that are reached from everywhere, in order."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _


class Entry(NamedTuple):
    """A row of the menu; `label` stands above the first of its group."""

    name: str
    word: str
    address: str
    label: str = ""


def menu() -> list[Entry]:
    """The rows, in the words of the language in use."""
    return [
        Entry("overview", _("Läget"), reverse("overview")),
        Entry("meetings", _("Möten"), reverse("meetings"), label=_("Register")),
        Entry("statements", _("Beslut och åtgärder"), reverse("statements")),
        Entry("suggestions", _("Är dessa samma?"), reverse("suggestions")),
    ]

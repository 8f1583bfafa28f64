"""Names given by hand: what they are compared by, and whether they are free."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samsyn.register.errors import NameUnusable
from samsyn.register.models import (
    Body,
    BodyAlias,
    Organisation,
    OrganisationAlias,
    Person,
    PersonAlias,
)
from samsyn.register.recognition import body_key, person_key, plain, recognise

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model

Actor = Person | Organisation | Body


def organisation_key(name: str) -> str:
    """Key of the organisation that a name stands for, also where the name alone would not tell."""
    meant = recognise(name)
    return meant.key if meant is not None else plain(name)


KEYS: dict[str, Callable[[str], str]] = {
    "person": person_key,
    "organisation": organisation_key,
    "body": body_key,
}
MODELS: dict[str, type[Model]] = {"person": Person, "organisation": Organisation, "body": Body}
ALIASES: dict[str, type[Model]] = {
    "person": PersonAlias,
    "organisation": OrganisationAlias,
    "body": BodyAlias,
}


def kind_of(actor: Actor) -> str:
    """Which of the three somebody or something is: "person", "organisation" or "body"."""
    return str(actor._meta.model_name)


def clean_name(kind: str, name: str) -> tuple[str, str]:
    """A name as it is shown, and its key.

    Raises:
        NameUnusable: It is empty, or has no letters.
    """
    shown = " ".join(name.split())
    key = KEYS[kind](shown)
    if not key:
        raise NameUnusable("Skriv ett namn.")
    return shown, key


def refuse_taken(kind: str, key: str, *, by_others_than: Actor | None = None) -> None:
    """Refuse a name that another body or organisation has; two people may have the same.

    Raises:
        NameUnusable: It is taken.
    """
    if kind == "person":
        return
    holder = find_holder(kind, key)
    if holder is not None and holder != by_others_than:
        raise NameUnusable(f"{holder} heter redan så i registret: slå ihop de två i stället.")


def find_holder(kind: str, key: str) -> Any:
    """The body or organisation that has a key, as its name or as another way to write it."""
    holder = MODELS[kind]._default_manager.filter(key=key).first()
    alias = ALIASES[kind]._default_manager.filter(key=key).first()
    return holder or (getattr(alias, kind) if alias else None)

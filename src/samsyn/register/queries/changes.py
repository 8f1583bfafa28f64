"""What belongs to an object when its history is asked for: its own events and those of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.register.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Body,
    Doubt,
    Meeting,
    Organisation,
    Person,
    Seat,
    Statement,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from django.db.models import Model

# By model name: the object's model, and its parts with the lookup that leads from each to the object.
PARTS: Mapping[str, tuple[type[Model], Mapping[type[Model], str]]] = {
    "meeting": (
        Meeting,
        dict.fromkeys((Value, Doubt, Statement, Attendance, AgendaItem, Attachment), "meeting"),
    ),
    "statement": (Statement, {Value: "statement", Doubt: "value__statement"}),
    "person": (Person, {Seat: "person"}),
    "organisation": (Organisation, {Seat: "organisation"}),
    "body": (Body, {Seat: "body"}),
}


def find_subject(kind: str, pk: int) -> Model | None:
    """The object of a kind in `PARTS`; None where there is none."""
    if kind not in PARTS:
        return None
    return PARTS[kind][0]._default_manager.filter(pk=pk).first()


def subjects_of(kind: str, pk: int) -> dict[str, Collection[int]]:
    """Ids of an object and its parts, by model name, as `events_about` takes them."""
    found: dict[str, Collection[int]] = {kind: [pk]}
    for model, lookup in PARTS[kind][1].items():
        ids = model._default_manager.filter(**{lookup: pk}).order_by().values_list("pk", flat=True)
        found[str(model._meta.model_name)] = list(ids)
    return found

"""What belongs to an object when its history is asked for: its own events and those of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.register.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Body,
    Doubt,
    Finalisation,
    Meeting,
    NoSeat,
    NotesComment,
    NotesDraft,
    Organisation,
    Person,
    Seat,
    Statement,
    Value,
)
from samsyn.register.sight import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from django.db.models import Model

    from samsyn.register.sight import Sight

# By model name: the object's model, and its parts with the lookup that leads from each to the object.
PARTS: dict[str, tuple[type[Model], Mapping[type[Model], str]]] = {
    "meeting": (
        Meeting,
        dict.fromkeys((Value, Doubt, Statement, Attendance, AgendaItem, Attachment), "meeting"),
    ),
    "statement": (Statement, {Value: "statement", Doubt: "value__statement"}),
    "person": (Person, {Seat: "person"}),
    "organisation": (Organisation, {Seat: "organisation"}),
    "body": (Body, {Seat: "body"}),
}

OF_PEOPLE: Mapping[type[Model], str] = {
    Seat: "person",
    Attendance: "person",
    Value: "attendance__person",
    Doubt: "value__attendance__person",
}


# What belongs to bodies, with the lookups that lead to a body.
OF_BODIES: Mapping[type[Model], tuple[str, ...]] = {
    Body: ("pk",),
    Seat: ("body",),
    NoSeat: ("body",),
    NotesDraft: ("body", "meeting__bodies"),
    Meeting: ("bodies",),
    **dict.fromkeys(
        (Value, Doubt, Statement, Attendance, AgendaItem, Attachment, NotesComment, Finalisation),
        ("meeting__bodies",),
    ),
}


def changes_of_bodies(bodies: Collection[int]) -> Q:
    """The events about some bodies, their meetings, seats and drafts, as a condition on events."""
    condition = Q(pk__in=())
    for model, lookups in OF_BODIES.items():
        own = Q(pk__in=())
        for lookup in lookups:
            own |= Q(**{f"{lookup}__in": bodies})
        ids = model._default_manager.filter(own).order_by().values("pk")
        condition |= Q(subject_type=str(model._meta.model_name), subject_id__in=ids)
    return condition


def add_parts(parts: Mapping[str, tuple[type[Model], Mapping[type[Model], str]]]) -> None:
    """Let the things of another room have a history too."""
    PARTS.update(parts)


def find_subject(kind: str, pk: int) -> Model | None:
    """The object of a kind in `PARTS`; None where there is none."""
    if kind not in PARTS:
        return None
    return PARTS[kind][0]._default_manager.filter(pk=pk).first()


def subjects_of(
    kind: str, pk: int, *, hidden: Collection[int] = (), sees: Sight = EVERYTHING
) -> dict[str, Collection[int]]:
    """Ids of an object and its parts, by model name, as `events_about` takes them.

    Args:
        kind: As `PARTS` has it.
        pk: The object's id.
        hidden: Ids of people whose seats and attendance are left out: they tell where somebody is from.
        sees: Of unfinished notes, only parts out of those that somebody sees.
    """
    found: dict[str, Collection[int]] = {kind: [pk]}
    for model, lookup in PARTS[kind][1].items():
        rows = model._default_manager.filter(**{lookup: pk}).order_by()
        if hidden and model in OF_PEOPLE:
            rows = rows.exclude(**{f"{OF_PEOPLE[model]}__in": hidden})
        if any(field.name == "meeting" for field in model._meta.concrete_fields):
            rows = rows.filter(sees.seen())
        found[str(model._meta.model_name)] = list(rows.values_list("pk", flat=True))
    return found

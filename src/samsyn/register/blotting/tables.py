"""Which columns of which tables can hold words, and how a row belongs to a meeting.

Every table of ours is looked through, also one that is added tomorrow: only what is named here is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import CharField, ForeignKey, JSONField, Q, QuerySet, TextField
from django.db.models.functions import Cast

from samsyn.register.models import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.db.models import Field, Model

# Seen to in ways of their own, or no words: originals, the index, accounts, and what tells of blotting out.
APART = frozenset(
    ("event", "source", "word", "posting", "indexedmeeting", "user", "signin", "link", "blotting",
     "blottedfile")
)  # fmt: skip
# Who somebody is, is blotted out only where it is asked for.
NAMES = frozenset(
    ("person", "personalias", "organisation", "organisationalias", "body", "bodyalias", "earliername")
)
CODES = frozenset(
    ("kind", "state", "notes_state", "field", "rule", "certainty", "format", "reader_version", "about",
     "precision", "due_precision", "owner_kind", "target", "purpose", "code", "sha256", "token_hash",
     "body_order", "query", "stamp")
)  # fmt: skip


def tables() -> Iterator[type[Model]]:
    """The tables that are looked through for words."""
    for model in apps.get_models():
        ours = model.__module__.startswith("samsyn.")
        if ours and model._meta.model_name not in APART | NAMES and texts_of(model):
            yield model


def texts_of(model: type[Model]) -> list[Field[Any, Any]]:
    """The columns that can hold words."""
    fields = model._meta.concrete_fields
    return [
        field
        for field in fields
        if isinstance(field, (CharField, TextField, JSONField)) and field.name not in CODES
    ]


def way_to_meeting(model: type[Model]) -> str:
    """The lookup from a row to its meeting; empty where it belongs to none."""
    if model is Meeting:
        return "pk"
    pointers = [field for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]
    for field in pointers:
        if field.related_model is Meeting and field.name == "meeting":
            return "meeting"
    for field in pointers:
        columns = field.remote_field.model._meta.concrete_fields
        if any(column.name == "meeting" for column in columns):
            return f"{field.name}__meeting"
    return ""


def rows_with(model: type[Model], parts: Sequence[str]) -> QuerySet[Model]:
    """The rows one of whose texts holds all of some parts, whatever the case; without parts all."""
    rows: QuerySet[Model] = QuerySet(model)
    if not parts:
        return rows
    condition = Q()
    for field in texts_of(model):
        name = field.name
        if isinstance(field, JSONField):
            name = f"{field.name}_as_text"
            rows = rows.annotate(**{name: Cast(field.name, TextField())})
        condition |= Q(*(Q(**{f"{name}__icontains": part}) for part in parts))
    return rows.filter(condition)

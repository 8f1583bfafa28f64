"""What a decision on a value does to the object that it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samsyn.register.intake.columns import search_text
from samsyn.register.models import Body, Meeting, Statement
from samsyn.register.search.keeping import mark_meeting

if TYPE_CHECKING:
    from django.db.models import Model

    from samsyn.register.models import Value

EMPTY: dict[tuple[str, str], dict[str, Any]] = {
    ("meeting", "title"): {"title": ""},
    ("meeting", "held"): {"start_on": None, "end_on": None, "precision": "", "day_words": ""},
    ("meeting", "start"): {"starts_at": None},
    ("meeting", "end"): {"ends_at": None},
    ("meeting", "place"): {"place": ""},
    ("meeting", "chair"): {"chair": None, "chair_name": ""},
    ("meeting", "secretary"): {"secretary": None, "secretary_name": ""},
    ("meeting", "next_meeting"): {"next_meeting": None},
    ("attendance", "name"): {"removed": True},
    ("attendance", "title"): {"title": ""},
    ("attendance", "affiliation"): {"affiliation": "", "organisation": None},
    ("attendance", "on_behalf_of"): {"on_behalf_of": None, "on_behalf_of_words": ""},
    ("attendance", "role"): {"role": ""},
    ("attendance", "substitute_for"): {"substitute_for": ""},
    ("attendance", "part"): {"part": ""},
    ("item", "number"): {"number": ""},
    ("statement", "kind"): {"removed": True},
    ("statement", "text"): {"removed": True},
    ("statement", "owner"): {
        "owner_kind": "",
        "owner_name": "",
        "owner_person": None,
        "owner_organisation": None,
        "owner_body": None,
    },
    ("statement", "due"): {"due_start": None, "due_end": None, "due_precision": "", "due_words": ""},
}
"""The columns of an object, by the value that was found to be wrong, as they are without it."""


def subject_of(value: Value) -> tuple[str, Any]:
    """The object that a value is of, and what it is called."""
    for name in ("attendance", "item", "statement"):
        if getattr(value, f"{name}_id") is not None:
            return name, getattr(value, name)
    return "meeting", value.meeting


def without(value: Value) -> list[tuple[Model, dict[str, Any]]]:
    """The rows that change when a value is rejected, each with its columns as they become."""
    name, subject = subject_of(value)
    rows: list[tuple[Model, dict[str, Any]]] = []
    if (name, value.field) in EMPTY:
        rows.append((subject, EMPTY[name, value.field]))
    if value.field == "reference":
        pointers = value.meeting.references.filter(statement=value.statement, words=value.words)
        rows += [(row, {"removed": True, "target_meeting": None}) for row in pointers]
    if value.field == "presenter" and value.item is not None:
        rows += [(row, {"removed": True}) for row in value.item.presenters.filter(name=value.value)]
    return rows


def columns_of(row: Model, names: list[str]) -> dict[str, Any]:
    """Some columns of a row as JSON: other rows by their id, days and times as text."""
    return {name: _plain(row, name) for name in names}


def set_columns(row: Model, columns: dict[str, Any]) -> None:
    """Set columns as `columns_of` gave them, and write them."""
    if isinstance(row, Meeting) and "bodies" in columns:
        _set_bodies(row, columns["bodies"])
        return
    for name, value in columns.items():
        field = row._meta.get_field(name)
        setattr(row, getattr(field, "attname", name), field.to_python(value) if value is not None else None)  # type: ignore[union-attr]
    changed = list(columns)
    if isinstance(row, Statement):
        row.search_text = search_text(row.text, row.owner_name)
        changed.append("search_text")
    row.save(update_fields=changed)
    if isinstance(row, Statement):
        mark_meeting(row.meeting_id)
    elif isinstance(row, Meeting):
        mark_meeting(row.pk)


def _set_bodies(meeting: Meeting, ids: list[int]) -> None:
    """Set the bodies of a meeting, in order; one that has become another since is left out."""
    known = Body.objects.in_bulk(ids)
    meeting.set_bodies([known[id_] for id_ in ids if id_ in known])
    mark_meeting(meeting.pk)


def _plain(row: Model, name: str) -> Any:
    """A column as JSON; the bodies of a meeting, which are no column, by their ids in order."""
    if isinstance(row, Meeting) and name == "bodies":
        return [body.pk for body in row.named_bodies]
    value = getattr(row, getattr(row._meta.get_field(name), "attname", name))
    return value.isoformat() if hasattr(value, "isoformat") else value

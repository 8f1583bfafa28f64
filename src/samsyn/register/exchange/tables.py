"""What an export holds: every table, in an order in which rows come after those that they point to."""

from __future__ import annotations

from base64 import b64encode
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from samsyn.accounts.models import SavedView, SignIn, User
from samsyn.history.models import Event
from samsyn.mail.models import LetterLink, Link, OutgoingMail
from samsyn.register.models import (
    ActionReport,
    AgendaItem,
    Attachment,
    Attendance,
    BlottedFile,
    Blotting,
    Body,
    BodyAlias,
    BodyTemplate,
    Doubt,
    EarlierName,
    Finalisation,
    Meeting,
    NoSeat,
    NotesComment,
    NotesDraft,
    Organisation,
    OrganisationAlias,
    Person,
    PersonAlias,
    Presenter,
    Publication,
    Reference,
    Role,
    Seat,
    Source,
    SourceVersion,
    Statement,
    Suggestion,
    Value,
    WaitingCorrection,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.db import models

FORMAT, VERSION = "samsyn-export", 6
CHUNK = 500

# Passwords stay: whoever restores an export gives new ones. Originals are files of their own.
LEFT_OUT = {("user", "password"), ("user", "last_login"), ("source", "content")}

TABLES: dict[str, type[models.Model]] = {
    "user": User,
    "saved_view": SavedView,
    "sign_in": SignIn,
    "link": Link,
    "outgoing_mail": OutgoingMail,
    "letter_link": LetterLink,
    "body": Body,
    "body_alias": BodyAlias,
    "organisation": Organisation,
    "organisation_alias": OrganisationAlias,
    "earlier_name": EarlierName,
    "person": Person,
    "person_alias": PersonAlias,
    "seat": Seat,
    "no_seat": NoSeat,
    "role": Role,
    "meeting": Meeting,
    "meeting_body": Meeting.bodies.through,
    "notes_draft": NotesDraft,
    "body_template": BodyTemplate,
    "source": Source,
    "source_version": SourceVersion,
    "finalisation": Finalisation,
    "publication": Publication,
    "waiting_correction": WaitingCorrection,
    "attendance": Attendance,
    "agenda_item": AgendaItem,
    "notes_comment": NotesComment,
    "attachment": Attachment,
    "presenter": Presenter,
    "statement": Statement,
    "action_report": ActionReport,
    "reference": Reference,
    "value": Value,
    "doubt": Doubt,
    "suggestion": Suggestion,
    "blotting": Blotting,
    "blotted_file": BlottedFile,
    "event": Event,
}


def add_tables(tables: Mapping[str, type[models.Model]]) -> None:
    """Let exports hold the tables of another room too, after those that they point to.

    Args:
        tables: By name, in an order in which rows come after those that they point to.
    """
    TABLES.update(tables)
    TABLES["event"] = TABLES.pop("event")  # last, as it was


def columns(table: str) -> list[str]:
    """The columns of a table that an export holds, in the model's order."""
    fields = TABLES[table]._meta.concrete_fields
    return [field.attname for field in fields if (table, field.attname) not in LEFT_OUT]


def rows(table: str) -> Iterator[dict[str, Any]]:
    """The rows of a table in order of id, as JSON."""
    names = columns(table)
    found = TABLES[table]._default_manager.order_by("pk").values_list(*names)
    for row in found.iterator(chunk_size=CHUNK):
        yield dict(zip(names, map(_plain, row), strict=True))


def model_row(table: str, row: dict[str, Any]) -> models.Model:
    """A row as its model, from what `rows` gave.

    Raises:
        ValueError: The columns are others than the table's.
    """
    model = TABLES[table]
    if not isinstance(row, dict) or set(row) != set(columns(table)):
        raise ValueError(table)
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return model(**{name: fields[name].to_python(value) for name, value in row.items()})


def _plain(value: Any) -> Any:
    """A column's value as JSON, without loss."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return b64encode(value).decode()
    return str(value) if isinstance(value, UUID) else value

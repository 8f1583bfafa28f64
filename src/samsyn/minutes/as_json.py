"""The whole reading as JSON, by the schema `schema/minutes-1.json`.

The schema's number rises when a field changes its meaning or goes; new fields may come without.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from samsyn.minutes.reader import READER_VERSION
from samsyn.reading import Span

if TYPE_CHECKING:
    from samsyn.minutes.records import Minutes
    from samsyn.reading import Document

JSON: TypeAlias = "bool | int | str | list[JSON] | dict[str, JSON] | None"

SCHEMA_VERSION = 1


def to_json(minutes: Minutes, document: Document, *, name: str = "") -> dict[str, JSON]:
    """A reading as JSON.

    Args:
        minutes: What was read.
        document: What it was read from; its text is given along, so that every span can be cut.
        name: Name of the file.

    Returns:
        An object by the schema: days as ISO dates, times as HH:MM, spans as [start, end) in code
        points of `text`.
    """
    head: dict[str, JSON] = {
        "schema": SCHEMA_VERSION,
        "reader": READER_VERSION,
        "file": name,
        "format": document.format,
        "text": document.text,
    }
    return head | {field.name: _json(getattr(minutes, field.name)) for field in fields(minutes)}


def _json(value: object) -> JSON:
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, (Enum, str)):
        return str(value)
    if isinstance(value, (Span, tuple)):
        return [_json(part) for part in value]
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: _json(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(value)

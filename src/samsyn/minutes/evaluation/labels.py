"""The labels of a note: a record, read or expected, in a form that can be compared.

An expected reading has the keys of a record, and may hold other right answers: `alt` (for single values),
`span_alt` (for decisions and the like), keys that end in `_alt` beside a value, and under `optional` what a
reader may or may not list.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

VALUES = ("body", "title", "date", "start", "end", "place", "chair", "secretary", "next_meeting")
PEOPLE = ("present", "absent")
TEXTS = ("items", "decisions", "agreements", "actions")
FIELDS = (*VALUES, *PEOPLE, *TEXTS)
"""The fields that are compared, in the order in which they are shown."""

PARTS = {
    "present": ("affiliation",),
    "absent": ("affiliation",),
    "items": ("number",),
    "actions": ("responsible", "due"),
}
"""What entries of a list have besides their text; judged on the entries that were found."""

_TEXT_KEYS = {"present": "name", "absent": "name", "items": "heading"}


class NoExpectedReading(Exception):
    """The text is no expected reading."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: its text and parts, each with all right answers, the first as labelled."""

    texts: tuple[str, ...]
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expected:
    """All labels of one note.

    Attributes:
        values: Right answers by field; the first is the labelled one, "" where it is left empty.
        lists: Entries by field.
        optional: Entries by field that count neither way.
    """

    values: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, tuple[Entry, ...]]
    optional: Mapping[str, tuple[Entry, ...]]


def read_expected(text: str) -> Expected:
    """The labels in the text of a file.

    Raises:
        NoExpectedReading: The text is no JSON object.
    """
    try:
        record = json.loads(text)
    except ValueError as error:
        raise NoExpectedReading from error
    if not isinstance(record, dict):
        raise NoExpectedReading
    return labels_of(record)


def labels_of(record: Mapping[str, object]) -> Expected:
    """The labels that a record holds; keys that are missing count as empty."""
    alternatives, optional = _object(record.get("alt")), _object(record.get("optional"))
    spans = _object(record.get("span_alt"))
    values = {
        name: (_text(record.get(name)), *_texts(alternatives.get(name)))
        for name in VALUES
    }  # fmt: skip
    lists = {name: tuple(_entries(name, record.get(name), spans)) for name in (*PEOPLE, *TEXTS)}
    free = {name: tuple(_entries(name, optional.get(name), {})) for name in (*PEOPLE, *TEXTS)}
    return Expected(values, lists, free)


def _entries(name: str, listed: object, spans: Mapping[str, object]) -> Iterator[Entry]:
    key = _TEXT_KEYS.get(name, "text")
    for one in listed if isinstance(listed, list) else []:
        said = one if isinstance(one, dict) else {key: one}
        text = _text(said.get(key))
        if text:
            parts = {
                part: (_text(said.get(part)), *_texts(said.get(f"{part}_alt")))
                for part in PARTS.get(name, ())
            }
            yield Entry(
                (
                    text,
                    *_texts(said.get(f"{key}_alt")),
                    *_texts(said.get("text_alt")),
                    *_texts(spans.get(text)),
                ),
                parts,
            )


def _object(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _texts(value: object) -> tuple[str, ...]:
    """All of a list, or the one value, without what is empty."""
    several = value if isinstance(value, list) else [value]
    return tuple(text for text in map(_text, several) if text)

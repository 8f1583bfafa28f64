"""The JSON of a reading, and the schema that describes it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from tests.minutes.specimens import IDS, NOTES, reading

from samsyn.minutes import READER_VERSION, SCHEMA_VERSION, to_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMA: dict[str, Any] = json.loads(
    (files("samsyn.minutes") / "schema" / f"minutes-{SCHEMA_VERSION}.json").read_text("utf-8")
)


def written(path: Path) -> dict[str, Any]:
    """The JSON of a note, written out and read back."""
    document, minutes = reading(path)
    back: dict[str, Any] = json.loads(json.dumps(to_json(minutes, document, name=path.name)))
    return back


def found(value: Any) -> Iterator[dict[str, Any]]:
    """Every value with words and span in the JSON."""
    if isinstance(value, dict):
        if {"words", "span"} <= value.keys():
            yield value
        yield from (one for inner in value.values() for one in found(inner))
    elif isinstance(value, list):
        yield from (one for inner in value for one in found(inner))


def test_the_schema_is_sound() -> None:
    """The schema keeps the rules for schemas."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_a_reading_fits_the_schema(path: Path) -> None:
    """What is written is what the schema promises."""
    errors = Draft202012Validator(SCHEMA).iter_errors(written(path))
    assert [(list(error.path), error.message[:200]) for error in errors] == []


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_every_span_in_the_json_cuts_its_words(path: Path) -> None:
    """Whoever has the JSON alone can find each value's place in its text."""
    value = written(path)
    wrong = [one for one in found(value) if value["text"][slice(*one["span"])] != one["words"]]
    assert wrong == []


def test_the_json_names_schema_and_reader() -> None:
    """A file tells by which schema and reader it was made."""
    value = written(NOTES[0])
    assert (value["schema"], value["reader"], value["file"]) == (
        SCHEMA_VERSION,
        READER_VERSION,
        NOTES[0].name,
    )


@pytest.mark.parametrize("field", ["held", "statements", "text"])
def test_the_schema_refuses_what_lacks_a_field(field: str) -> None:
    """The schema is strict: a field left out is found."""
    value = written(NOTES[0])
    del value[field]
    assert not Draft202012Validator(SCHEMA).is_valid(value)


def test_the_schema_refuses_an_unknown_kind() -> None:
    """Kinds are a closed list."""
    value = written(NOTES[0])
    value["statements"][0]["kind"]["value"] = "rumour"
    assert not Draft202012Validator(SCHEMA).is_valid(value)

"""The specimens and the example: whether the labels are sound, and how well the notes are read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests import scoring

import samsyn
from samsyn.minutes import NotMeetingNotes, to_record
from samsyn.reading import is_readable_name, read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

SPECIMENS = Path(__file__).parent
EXAMPLE = Path(samsyn.__file__).parent / "example"
NOTES = [
    *sorted(SPECIMENS.glob("*/source.*")),
    *(path for path in sorted(EXAMPLE.iterdir()) if is_readable_name(path.name)),
]
IDS = [path.parent.name if path.stem == "source" else path.stem for path in NOTES]


def expected_of(path: Path) -> scoring.Record:
    """The expected reading beside a note."""
    name = "expected.json" if path.stem == "source" else f"{path.stem}.json"
    return scoring.read_expected(path.with_name(name))


def quoted(record: scoring.Record) -> Iterator[str]:
    """All that an expected reading claims to quote."""
    yield from (person["name"] for field in ("present", "absent") for person in record[field])
    yield from (item["heading"] for item in record["items"])
    yield from (entry["text"] for field in scoring.LISTS[3:] for entry in scoring.entries(record, field))


def squeezed(words: str) -> str:
    """Words without spaces and case, so that layout does not matter."""
    return re.sub(r"\s+", "", words.casefold())


def holds(text: str, words: str) -> bool:
    """Whether a text has the words, a name's parts in any order."""
    return squeezed(words) in squeezed(text) or set(scoring.tokens(words)) <= set(scoring.tokens(text))


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_an_expected_reading_quotes_its_note(path: Path) -> None:
    """What a specimen claims to be read stands in its text."""
    text = read_document(path).text
    assert [words for words in quoted(expected_of(path)) if not holds(text, words)] == []


def reading_of(path: Path) -> scoring.Record:
    """What is read out of a note; nothing, where it is taken for no note."""
    try:
        return {**to_record(samsyn.read_minutes(path))}
    except NotMeetingNotes:
        return {}


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_a_note_is_known_as_one(path: Path) -> None:
    """No layout is taken for something else than notes."""
    assert reading_of(path) != {}


@pytest.fixture(scope="module")
def scores() -> dict[str, scoring.Score]:
    """The scores of all notes together."""
    table = scoring.add_up(scoring.score_record(reading_of(path), expected_of(path)) for path in NOTES)
    print("\n" + scoring.as_table(table))  # noqa: T201
    return table


FLOORS = {
    "date": 1.0,
    "start": 0.97,
    "end": 0.95,
    "chair": 0.94,
    "secretary": 0.92,
    "next_meeting": 0.95,
    "body": 0.95,
    "title": 0.94,
    "place": 0.90,
    "present": 0.98,
    "present.affiliation": 0.98,
    "absent": 0.94,
    "absent.affiliation": 0.93,
    "items": 0.91,
    "decisions": 0.95,
    "agreements": 0.95,
    "actions": 0.96,
    "actions.responsible": 0.97,
    "actions.due": 0.96,
}


@pytest.mark.parametrize(("field", "floor"), FLOORS.items(), ids=FLOORS)
def test_each_field_is_read_well(scores: dict[str, scoring.Score], field: str, floor: float) -> None:
    """No field is read worse than it once was."""
    assert scores[field].f1 >= floor


def test_the_whole_is_read_well(scores: dict[str, scoring.Score]) -> None:
    """All fields together are not read worse than they once were."""
    assert scoring.overall(scores).f1 >= 0.96

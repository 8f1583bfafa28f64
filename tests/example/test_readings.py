"""The example county: whether its expected readings are sound, and how well its notes are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.example.notes import EXAMPLE, IDS, NOTES, expected_of, record_of, text_of

from samsyn.minutes.evaluation import Comparison, add_up, compare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samsyn.minutes.evaluation import Expected

# Old Word files are turned over by an office program and the scan is read word by word: seconds each.
pytestmark = pytest.mark.slow


def quoted(expected: Expected) -> Iterator[str]:
    """All that an expected reading claims to quote."""
    for lists in (expected.lists, expected.optional):
        yield from (entry.texts[0] for entries in lists.values() for entry in entries)


def squeezed(words: str) -> str:
    """Words without spaces and case, so that layout does not matter."""
    return re.sub(r"\s+", "", words.casefold())


def words_of(text: str) -> set[str]:
    """The words and numbers of a text, in small letters."""
    return set(re.findall(r"\w+", text.casefold()))


def holds(text: str, words: str) -> bool:
    """Whether a text has the words, a name's parts in any order."""
    return squeezed(words) in squeezed(text) or words_of(words) <= words_of(text)


def test_every_expected_reading_has_its_note() -> None:
    """No expected reading stands alone, and no file is passed over for its ending."""
    assert sorted(path.stem for path in EXAMPLE.glob("*.json")) == IDS


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_an_expected_reading_quotes_its_note(path: Path) -> None:
    """What an expected reading claims stands in the note."""
    assert [words for words in quoted(expected_of(path)) if not holds(text_of(path), words)] == []


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_a_note_is_known_as_one(path: Path) -> None:
    """No layout is taken for something else than notes."""
    assert record_of(path) != {}


@pytest.fixture(scope="module")
def found() -> Comparison:
    """All notes of the example together."""
    return add_up(compare(record_of(path), expected_of(path)) for path in NOTES)


FLOORS = {
    "date": 1.0,
    "start": 0.98,
    "end": 0.96,
    "chair": 0.98,
    "secretary": 0.96,
    "next_meeting": 0.98,
    "body": 0.96,
    "title": 0.98,
    "place": 0.98,
    "present": 0.98,
    "absent": 0.98,
    "items": 0.98,
    "decisions": 0.98,
    "agreements": 0.98,
    "actions": 0.95,
}


@pytest.mark.parametrize(("field", "floor"), FLOORS.items(), ids=FLOORS)
def test_each_field_is_read_well(found: Comparison, field: str, floor: float) -> None:
    """No field is read worse than it once was."""
    assert (found.scores[field].f1 or 0) >= floor


def test_the_whole_is_read_well(found: Comparison) -> None:
    """All fields together are not read worse than they once were."""
    assert (found.whole.f1 or 0) >= 0.98

"""The specimens: whether the labels are sound, and how well the notes are read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import samsyn
from samsyn.minutes import NotMeetingNotes, to_record
from samsyn.minutes.evaluation import Comparison, add_up, compare, read_expected
from samsyn.reading import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.evaluation import Expected

SPECIMENS = Path(__file__).parent
NOTES = sorted(SPECIMENS.glob("*/source.*"))
IDS = [path.parent.name for path in NOTES]


def expected_of(path: Path) -> Expected:
    """The expected reading beside a note."""
    return read_expected(path.with_name("expected.json").read_text("utf-8"))


def quoted(expected: Expected) -> Iterator[str]:
    """All that an expected reading claims to quote."""
    yield from (entry.texts[0] for entries in expected.lists.values() for entry in entries)


def words_of(text: str) -> set[str]:
    """The words and numbers of a text, in small letters."""
    return set(re.findall(r"\w+", text.casefold()))


def squeezed(words: str) -> str:
    """Words without spaces and case, so that layout does not matter."""
    return re.sub(r"\s+", "", words.casefold())


def holds(text: str, words: str) -> bool:
    """Whether a text has the words, a name's parts in any order."""
    return squeezed(words) in squeezed(text) or words_of(words) <= words_of(text)


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_an_expected_reading_quotes_its_note(path: Path) -> None:
    """What a specimen claims to be read stands in its text."""
    text = read_document(path).text
    assert [words for words in quoted(expected_of(path)) if not holds(text, words)] == []


def reading_of(path: Path) -> dict[str, object]:
    """What is read out of a note; nothing, where it is taken for no note."""
    try:
        return {**to_record(samsyn.read_minutes(path))}
    except NotMeetingNotes:
        return {}


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_a_note_is_known_as_one(path: Path) -> None:
    """No layout is taken for something else than notes."""
    assert reading_of(path) != {}


def comparison(notes: Sequence[Path]) -> Comparison:
    """The readings of some notes beside the expected ones."""
    return add_up(compare(reading_of(path), expected_of(path)) for path in notes)


@pytest.fixture(scope="module")
def found() -> Comparison:
    """All specimens together."""
    return comparison(NOTES)


FLOORS = {
    "date": 1.0,
    "start": 0.97,
    "end": 0.94,
    "chair": 0.97,
    "secretary": 0.94,
    "next_meeting": 0.95,
    "body": 0.95,
    "title": 0.93,
    "place": 0.90,
    "present": 0.98,
    "absent": 0.93,
    "items": 0.90,
    "decisions": 0.94,
    "agreements": 1.0,
    "actions": 0.95,
}
SHARES = {
    "present.affiliation": 0.98,
    "absent.affiliation": 0.90,
    "items.number": 0.97,
    "actions.responsible": 0.98,
    "actions.due": 0.92,
}


@pytest.mark.parametrize(("field", "floor"), FLOORS.items(), ids=FLOORS)
def test_each_field_is_read_well(found: Comparison, field: str, floor: float) -> None:
    """No field is read worse than it once was."""
    assert (found.scores[field].f1 or 0) >= floor


@pytest.mark.parametrize(("part", "floor"), SHARES.items(), ids=SHARES)
def test_the_parts_of_entries_are_read_well(found: Comparison, part: str, floor: float) -> None:
    """Organisations, numbers, owners and dues are not read worse than they once were."""
    assert (found.parts[part].value or 0) >= floor


def test_the_whole_is_read_well(found: Comparison) -> None:
    """All fields together are not read worse than they once were."""
    assert (found.whole.f1 or 0) >= 0.95


def test_what_is_read_is_right(found: Comparison) -> None:
    """Hardly anything is read that does not stand there."""
    assert (found.whole.precision or 0) >= 0.98

"""The story's threads: what they claim stands in the notes, in the item that they name."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import pytest
from tests.example.notes import EXAMPLE, NOTES, text_of

pytestmark = pytest.mark.slow  # all notes are read, some by way of other programs

THREADS = tomllib.loads((EXAMPLE / "threads.toml").read_text("utf-8"))
MATTERS = {matter["name"]: matter["knots"] for matter in THREADS["matter"]}
SENT = [hand_over["from"] for hand_over in THREADS["hand_over"]]
KNOTS = [*(knot for knots in MATTERS.values() for knot in knots), *SENT]
BY_NAME = {path.stem: path for path in NOTES}


def items_of(note: str) -> set[str]:
    """Numbers and headings of a note's items, as a careful reader finds them; "" where it has none."""
    record = json.loads((EXAMPLE / f"{note}.json").read_text("utf-8"))
    named = {item["number"] or item["heading"] for item in record["items"]}
    return named or {""}


def squeezed(words: str) -> str:
    """Words without spaces and hyphens, which a line's end may have put there."""
    return re.sub(r"[\s-]+", "", words)


@pytest.mark.parametrize("knot", KNOTS, ids=lambda knot: f"{knot['note']}-{knot['item']}")
def test_a_knot_stands_in_its_note(knot: dict[str, str]) -> None:
    """The words of a knot are words of the note."""
    assert squeezed(knot["words"]) in squeezed(text_of(BY_NAME[knot["note"]]))


@pytest.mark.parametrize("knot", KNOTS, ids=lambda knot: f"{knot['note']}-{knot['item']}")
def test_a_knot_names_an_item(knot: dict[str, str]) -> None:
    """The item of a knot is one that a careful reader finds."""
    assert knot["item"] in items_of(knot["note"])


def test_a_thread_goes_forward() -> None:
    """The knots of a matter follow each other in time."""
    days = {name: [knot["note"][:10] for knot in knots] for name, knots in MATTERS.items()}
    assert {name: sorted(found) for name, found in days.items()} == days


@pytest.mark.parametrize("hand_over", THREADS["hand_over"], ids=lambda row: row["from"]["note"])
def test_a_hand_over_belongs_to_its_matter(hand_over: dict[str, Any]) -> None:
    """What was sent, and where it was taken up, are knots of the matter; a missed one has no knot there."""
    notes = {knot["note"] for knot in MATTERS[hand_over["matter"]]}
    taken = hand_over["became"] != "missed"
    assert (hand_over["from"]["note"] in notes, hand_over["at"]["note"] in notes) == (True, taken)


@pytest.mark.parametrize("pointer", THREADS["pointer"], ids=lambda row: f"{row['note']}-{row['to']}")
def test_a_pointer_stands_in_its_note(pointer: dict[str, Any]) -> None:
    """The words that name another meeting's day are words of the note."""
    assert squeezed(pointer["words"]) in squeezed(text_of(BY_NAME[pointer["note"]]))


def test_related_matters_exist() -> None:
    """Only matters of the story are related."""
    assert {name for pair in THREADS["related"] for name in pair["matters"]} <= set(MATTERS)

"""The rules in the code are the rules in docs/reading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.minutes.specimens import IDS, NOTES, reading, rules

import samsyn.minutes
from samsyn.minutes.rules import rule_groups

DOCS = Path(__file__).parents[2] / "docs" / "reading"
SOURCE = Path(samsyn.minutes.__file__).parent
SWEDISH = SOURCE / "rules"
NUMBER = re.compile(r"(?<!\w)([ABDHIKNOPRSY]\d{1,2}[a-z§]?)(?!\w)")
ROW = re.compile(r"^\| ([A-Z]\d{1,2}[a-z§]?) \|(?P<cells>.*)\|$", re.MULTILINE)
TEXTS = [path.read_text("utf-8") for path in sorted(DOCS.glob("*.md"))]
DOCUMENTED = [(match[1], match["cells"]) for text in TEXTS for match in ROW.finditer(text)]
NUMBERS = [number for number, _ in DOCUMENTED]


def in_source() -> set[str]:
    """Every rule's number that the code, its comments and its tables name; not the sentences about rules."""
    paths = [path for path in (*SOURCE.rglob("*.py"), *SOURCE.rglob("*.toml")) if path.parent != SWEDISH]
    return {number for path in paths for number in NUMBER.findall(path.read_text("utf-8"))}


def proofs() -> set[str]:
    """What may show a rule: specimens, notes of the example, files of tests."""
    return {*IDS, *(path.name for path in Path(__file__).parent.glob("test_*.py"))}


def test_every_rule_of_the_code_is_described_and_no_other() -> None:
    """What the code names stands in the documents, and what stands there is in the code."""
    assert set(NUMBERS) == in_source()


def test_every_described_rule_is_told_in_swedish_and_no_other() -> None:
    """A row in docs/reading has a sentence in src/samsyn/minutes/rules, for the pages and --explain."""
    told = [rule.number for group in rule_groups() for rule in group.rules]
    assert (set(told) ^ set(NUMBERS), len(told)) == (set(), len(NUMBERS))


def test_no_number_is_used_twice() -> None:
    """A number means one rule."""
    assert sorted(set(NUMBERS)) == sorted(NUMBERS)


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_a_reading_names_described_rules_only(path: Path) -> None:
    """Each value and doubt names a rule that can be looked up."""
    assert rules(reading(path)[1]) - set(NUMBERS) == set()


@pytest.mark.parametrize(("number", "cells"), DOCUMENTED, ids=NUMBERS)
def test_what_shows_a_rule_exists(number: str, cells: str) -> None:
    """The last column names a specimen, a note of the example or a test."""
    shown = re.findall(r"`([^`]+)`", cells.rsplit("|", 1)[-1])
    assert [name for name in shown if name in proofs()] == shown != []


SHOWN = [(number, cells.rsplit("|", 1)[-1].strip(" `")) for number, cells in DOCUMENTED]
BY_NOTE = [(number, name) for number, name in SHOWN if name in IDS]
# Rules that steer the reading, and leave no number of their own in it.
SILENT = {"H1", "H16", "A12", "A14", "A15", "I6", "S5", "S20"}


@pytest.mark.parametrize(("number", "name"), BY_NOTE, ids=[number for number, _ in BY_NOTE])
def test_a_note_shows_the_rule_that_it_stands_for(number: str, name: str) -> None:
    """The note in the last column is read by the rule in the first."""
    used = rules(reading(NOTES[IDS.index(name)])[1])
    assert number in used | SILENT

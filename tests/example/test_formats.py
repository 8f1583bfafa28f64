"""The example's notes, turned into other formats by an office program, give the same record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.example.notes import record_of
from tests.example.office import ORIGINS, TEXTS, write_all

if TYPE_CHECKING:
    from pathlib import Path

# All notes are turned into six formats and back from three: half a minute.
pytestmark = pytest.mark.slow

HEADER = {"start", "end", "place", "chair", "secretary"}
PEOPLE = {"present", "absent"}
SAID = {"items", "decisions", "agreements", "actions"}
# Layouts that tell something by more than words, and how a note's text shows that it has one.
LAYOUTS = {
    "table": re.compile(r"^\|", re.MULTILINE),
    "columns by tabs": re.compile(r"\t"),
    "struck words": re.compile("~~"),
    "page head": re.compile(r"^@header", re.MULTILINE),
    "paragraphs in one cell": re.compile(r"^\|.* // ", re.MULTILINE),
    "lines broken within a paragraph": re.compile(r"[^\n|]\n(?![\n|@#-])(?=.)"),
    "headings without number": re.compile(r"\A(?!.*^#+ (?:\d|§)).*^#+ .*^#+ ", re.MULTILINE | re.DOTALL),
}
# What a format cannot carry: the fields that are left aside for notes of a layout. Spaces never count.
ASIDE: dict[str, dict[str, set[str]]] = {
    "docx": {},
    "odt": {},
    "odt and back": {},
    "doc and back": {},
    "rtf and back": {},
    # A tab in a page is a space: names and organisations, labels and values run together.
    "html": {"columns by tabs": HEADER | PEOPLE | {"actions"}},
    # Columns are gaps between words, a broken line looks like a full one, also in a cell.
    "pdf": {
        "columns by tabs": PEOPLE | {"place"},
        "paragraphs in one cell": {"chair"},
        "lines broken within a paragraph": {"decisions"},
    },
    # Cells become lines one below the other; strokes, headings and what stands on each page are gone, and a
    # broken line ends a paragraph.
    "txt": {
        "table": HEADER | PEOPLE | SAID,
        "struck words": PEOPLE,
        "page head": {"body"},
        "lines broken within a paragraph": PEOPLE | SAID,
        "headings without number": {"items"},
    },
}
NOTES = {
    **dict.fromkeys(ASIDE, ORIGINS),
    # Of what stands in Markdown and on pages the writer of plain text keeps the least.
    "txt": {path.stem: path for path in TEXTS},
}
CASES = [(form, note) for form in ASIDE for note in NOTES[form]]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All notes in all formats."""
    made = tmp_path_factory.mktemp("formats")
    write_all(made)
    return made


def compared(record: dict[str, object], form: str, note: str) -> dict[str, str]:
    """What of a record is compared, without spaces."""
    text = ORIGINS[note].read_text("utf-8")
    found = (fields for name, fields in ASIDE[form].items() if LAYOUTS[name].search(text))
    aside = set().union(*found)
    return {name: re.sub(r"\s+", "", repr(value)) for name, value in record.items() if name not in aside}


def origin_of(note: str, folder: Path) -> Path:
    """The file that the others are compared with: the note itself, or the Word file of its text."""
    path = ORIGINS[note]
    return folder / "docx" / f"{note}.docx" if path in TEXTS else path


@pytest.mark.parametrize(("form", "note"), CASES, ids=[f"{form}-{note}" for form, note in CASES])
def test_a_note_gives_the_same_record_in_another_format(form: str, note: str, folder: Path) -> None:
    """All fields that the format can carry for the note's layout agree."""
    turned = next(path for path in (folder / form).iterdir() if path.stem == note)
    expected = compared(record_of(origin_of(note, folder)), form, note)
    assert compared(record_of(turned), form, note) == expected != {}


@pytest.mark.parametrize("form", ["doc", "rtf"])
@pytest.mark.parametrize("note", ["2026-05-26-styrgrupp", "2026-06-11-sams-gruppen"])
def test_old_word_files_are_read_as_they_stand(form: str, note: str, folder: Path) -> None:
    """Struck names and tables come through from the files themselves too."""
    assert record_of(folder / form / f"{note}.{form}") == record_of(origin_of(note, folder))

"""The notes of the example county: those with an expected reading beside them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import samsyn
from samsyn.minutes import NotMeetingNotes, read_notes_file, to_record
from samsyn.minutes.evaluation import read_expected
from samsyn.reading import is_readable_name, read_document

if TYPE_CHECKING:
    from samsyn.minutes import Notes
    from samsyn.minutes.evaluation import Expected

EXAMPLE = Path(samsyn.__file__).parent / "example"
NOTES = [
    path
    for path in sorted(EXAMPLE.iterdir())
    if is_readable_name(path.name) and path.with_suffix(".json").exists()
]
IDS = [path.stem for path in NOTES]


def expected_of(path: Path) -> Expected:
    """The expected reading beside a note."""
    return read_expected(path.with_suffix(".json").read_text("utf-8"))


@cache
def notes_of(path: Path) -> Notes | None:
    """The notes of a file, read once: some formats take a second or two. None, where it is taken for none."""
    try:
        return read_notes_file(path).notes[0]
    except NotMeetingNotes:
        return None


def text_of(path: Path) -> str:
    """The words of a note."""
    notes = notes_of(path)
    return notes.document.text if notes else read_document(path).text


def record_of(path: Path) -> dict[str, object]:
    """What is read out of a note; nothing, where it is taken for no note."""
    notes = notes_of(path)
    return {**to_record(notes.minutes)} if notes else {}

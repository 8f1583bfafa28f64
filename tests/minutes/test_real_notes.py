"""Real notes, where a folder of them is at hand: they stay outside the project, and so do their words.

The folder holds `minutes`, notes as Markdown with their expected records beside them, and `formats`, the same
notes as Word files.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from samsyn.minutes import Record, read_minutes, to_record
from samsyn.minutes.evaluation import compare, read_expected
from samsyn.reading import read_document

FOLDER = Path(os.environ.get("SAMSYN_NOTES", "/nowhere"))
NOTES = sorted((FOLDER / "minutes").glob("2026-*.md"))
OTHERS = [
    path for ending in ("docx", "pdf") for path in sorted((FOLDER / "formats").glob(f"2026-*.{ending}"))
]
FIELDS = ("present", "absent", "decisions", "agreements", "next_meeting")

pytestmark = pytest.mark.skipif(not NOTES, reason="SAMSYN_NOTES names no folder of notes")


def record(path: Path) -> Record:
    """The record of a note."""
    return to_record(read_minutes(read_document(path), name=path.name))


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("number", range(len(NOTES)))
def test_a_real_note_is_read_right(number: int, field: str) -> None:
    """Who was there, what was decided and agreed, and when the next meeting is: all of it, nothing else."""
    expected = read_expected(NOTES[number].with_suffix(".json").read_text("utf-8"))
    assert compare({**record(NOTES[number])}, expected).scores[field].wrong == 0


@pytest.mark.parametrize("number", range(len(OTHERS)))
def test_a_real_note_reads_alike_in_all_formats(number: int) -> None:
    """A note in another format gives the record of its Markdown."""
    assert record(OTHERS[number]) == record(FOLDER / "minutes" / f"{OTHERS[number].stem}.md")

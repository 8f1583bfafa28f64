"""Chair and secretary whom only the head of the notes names were in the room."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests import make

from samsyn.register.models import Meeting
from samsyn.register.queries import coverage, decided_without
from samsyn.register.service import find_files, import_files

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db

LILL = make.Came(name="Lill Fors", affiliation="Flens kommun")


def meeting_of(folder: Path, *, head: str, absent: str = "Bo Ek, Trosa") -> Meeting:
    """The meeting of a note with lines in its head, taken in as a file."""
    note = folder / "note.txt"
    note.write_text(
        f"Minnesanteckningar Länsgruppen\nDatum: 2026-05-05\n{head}\nNärvarande: Nils Rask, Gnesta\n"
        f"Frånvarande: {absent}\n\n1. Val\nBeslut: Rutan målas röd.\n",
        "utf-8",
    )
    list(import_files(find_files([note])))
    return Meeting.objects.get(start_on=date(2026, 5, 5))


def missing(meeting: Meeting) -> list[str]:
    """Organisations that had nobody in the room."""
    return [str(row.organisation) for row in coverage(meeting) if row.is_missing]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("Ordförande: Lill Fors, Trosa", id="chair"),
        pytest.param("Sekreterare: Lill Fors (Trosa kommun)", id="secretary"),
    ],
)
def test_who_stands_in_the_head_was_in_the_room(tmp_path: Path, head: str) -> None:
    """An organisation whose chair or secretary stands in the head alone had somebody there."""
    assert missing(meeting_of(tmp_path, head=head)) == []


def test_who_is_absent_was_not_in_the_room(tmp_path: Path) -> None:
    """A chair who is listed as absent was not there."""
    meeting = meeting_of(tmp_path, head="Ordförande: Lill Fors, Trosa", absent="Lill Fors, Trosa")
    assert missing(meeting) == ["Trosa kommun"]


def test_where_a_chair_came_from_before(tmp_path: Path) -> None:
    """Without an organisation in the head, the one that the person came from last is meant."""
    make.meeting(bodies=("Länsgruppen",), on=date(2026, 2, 2), came=(LILL,))
    assert missing(meeting_of(tmp_path, head="Ordförande: Lill Fors", absent="Bo Ek, Gnesta")) == []


def test_nothing_was_decided_without_the_chair(tmp_path: Path) -> None:
    """What needs attention does not say that the chair's organisation had nobody there."""
    meeting_of(tmp_path, head="Ordförande: Lill Fors, Trosa")
    assert decided_without(on=date(2026, 6, 1)) == []

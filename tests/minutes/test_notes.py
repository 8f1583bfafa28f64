"""The notes in a file: one in most, several in a mail."""

from __future__ import annotations

import pytest
from tests.reading.make_eml import PICTURE, eml

from samsyn.minutes import NotMeetingNotes, read_notes
from samsyn.reading import DamagedFile

NOTES = """Minnesanteckningar Styrgruppen

Datum: 2026-03-10

Närvarande: Rut Vifell, Tage Wrangmark

1. Läget

Gruppen enades om en gemensam blankett.

2. Tidsplan
"""
OTHER = NOTES.replace("2026-03-10", "2026-04-14").replace("Styrgruppen", "Länsstyrgruppen")
COVER = "Hej!\n\nHär kommer minnesanteckningar från styrgruppens möte 2026-03-10.\n"


@pytest.mark.parametrize(
    ("mail", "names", "others"),
    [
        pytest.param(eml(NOTES), ["brev.eml"], [], id="letter"),
        pytest.param(eml(NOTES, bild__png=PICTURE), ["brev.eml"], ["bild.png"], id="letter-with-picture"),
        pytest.param(eml(COVER, a__txt=NOTES.encode()), ["a.txt"], [], id="enclosed"),
        pytest.param(
            eml(COVER, a__txt=NOTES.encode(), b__txt=OTHER.encode()),
            ["a.txt", "b.txt"],
            [],
            id="two-enclosed",
        ),
        pytest.param(
            eml(NOTES, b__txt=OTHER.encode(), c__txt=b"Hej"), ["brev.eml", "b.txt"], ["c.txt"], id="both"
        ),
        pytest.param(eml("", a__txt=NOTES.encode()), ["a.txt"], [], id="empty-letter"),
        pytest.param(
            eml("Se nedan", b__eml=eml(COVER, a__txt=NOTES.encode(), c__png=PICTURE)),
            ["a.txt"],
            ["c.png"],
            id="mail-in-a-mail",
        ),
        pytest.param(NOTES.encode(), ["brev.eml"], [], id="no-mail"),
    ],
)
def test_each_part_of_a_mail_that_is_notes_is_notes(mail: bytes, names: list[str], others: list[str]) -> None:
    """A letter that only tells what came with it is none."""
    found = read_notes(mail, name="brev.eml")
    assert [notes.name for notes in found.notes] == names
    assert [one.name for one in found.others] == others


def test_a_forwarded_head_tells_no_attendance_and_no_day() -> None:
    """Who sent it when says nothing of the meeting."""
    head = "Från: Siv Fjällgren\nSkickat: den 11 mars 2026\nTill: Olle Ekeving\nÄmne: Anteckningar\n\n"
    (notes,) = read_notes(eml(head + NOTES.replace("Datum: 2026-03-10\n", "")), name="brev.eml").notes
    assert [one.name.value for one in notes.minutes.attendees] == ["Rut Vifell", "Tage Wrangmark"]
    assert notes.minutes.held is None


@pytest.mark.parametrize(
    ("mail", "error"),
    [
        pytest.param(eml("Hej!", bild__png=PICTURE), NotMeetingNotes, id="nothing-there"),
        pytest.param(eml("Hej!", a__docx=b"PK\x03\x04" + bytes(200)), DamagedFile, id="damaged-file"),
    ],
)
def test_a_mail_without_notes_says_what_is_wrong(mail: bytes, error: type[Exception]) -> None:
    """A file with the mail that should have been read is named before the letter."""
    with pytest.raises(error):
        read_notes(mail, name="brev.eml")

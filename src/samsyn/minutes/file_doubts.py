"""What the reading of the file itself had to decide, asked about (rules H10-H13 and H20-H23)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.records import Doubt
from samsyn.reading import Remark

if TYPE_CHECKING:
    from samsyn.reading import Document


class _Question(NamedTuple):
    rule: str
    reason: str


_QUESTIONS = {
    Remark.TRACKED_CHANGES_ACCEPTED: _Question(
        "H10", "Filen har spårade ändringar. De är lästa som om de vore godkända. Ska de gälla?"
    ),
    Remark.BROKEN_CHARACTERS: _Question(
        "H11", "Filen har tecken som inte gick att läsa. Saknas något i texten?"
    ),
    Remark.OLD_ENCODING: _Question(
        "H12", "Filen är sparad med en äldre teckentabell. Ser å, ä och ö rätt ut?"
    ),
    Remark.PAGES_WITHOUT_TEXT: _Question(
        "H13", "Filen har sidor som är bilder där ingen text gick att läsa. Står något på dem?"
    ),
    Remark.PAGES_NOT_OPENED: _Question(
        "H20", "Filen har sidor som är skadade och inte gick att öppna. Saknas något i texten?"
    ),
    Remark.SCANS_NOT_READ: _Question(
        "H21",
        "Filen har sidor som är bilder. De är inte lästa, för Tesseract med svenska är inte installerat "
        "(i Debian: apt-get install tesseract-ocr tesseract-ocr-swe). Står något på dem?",
    ),
    Remark.READ_FROM_PICTURE: _Question(
        "H22", "Texten är läst ur en bild av sidan (läst med OCR). Stämmer namn, datum och beslut med bilden?"
    ),
    Remark.UNCLEAR_WORDS: _Question("H23", "Några ord var svåra att läsa i bilden. Är de rätt lästa?"),
}


def read_file_doubts(document: Document) -> list[Doubt]:
    """A doubt for each kind of remark that the reading of the file made, where it first applies."""
    first = {seen.remark: seen for seen in reversed(document.observations)}
    asked = [(remark, _QUESTIONS[remark]) for remark in Remark if remark in first]
    return [Doubt(question.reason, "text", first[remark].at, question.rule) for remark, question in asked]

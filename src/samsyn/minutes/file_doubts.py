"""What the reading of the file itself had to decide, asked about (rules H10-H13 and H20-H24)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.records import Doubt
from samsyn.reading import Remark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.reading import Document, Observation

MOST_TOLD = 20  # stretches of pages that are named one by one


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
        "H13", "På {pages} finns en bild där ingen text gick att läsa. Står något där?"
    ),
    Remark.PAGES_UNREADABLE: _Question(
        "H20", "På {pages} gick inget att läsa, för filen är skadad där. Saknas något i texten?"
    ),
    Remark.SCANS_NOT_READ: _Question(
        "H21",
        "På {pages} finns en bild som inte är läst, för Tesseract med svenska är inte installerat "
        "(i Debian: apt-get install tesseract-ocr tesseract-ocr-swe). Står något där?",
    ),
    Remark.READ_FROM_PICTURE: _Question(
        "H22",
        "Texten på {pages} är läst ur en bild (läst med OCR). Stämmer namn, datum och beslut med bilden?",
    ),
    Remark.UNCLEAR_WORDS: _Question("H23", "Några ord var svåra att läsa i bilden. Är de rätt lästa?"),
    Remark.FILES_WITHIN: _Question(
        "H24", "Filen har andra filer inuti sig. De är inte lästa. Hör de till mötet?"
    ),
}


def read_file_doubts(document: Document) -> list[Doubt]:
    """A doubt for each kind of remark that the reading of the file made, where it first applies."""
    seen: dict[Remark, list[Observation]] = defaultdict(list)
    for one in document.observations:
        seen[one.remark].append(one)
    doubts = []
    for remark in Remark:
        if remark in seen:
            question, first = _QUESTIONS[remark], seen[remark][0]
            pages = {one.page for one in seen[remark] if one.page is not None}
            reason = question.reason.format(pages=_in_words(sorted(pages)))
            doubts.append(Doubt(reason, "text", first.at, question.rule))
    return doubts


def _in_words(pages: Sequence[int]) -> str:
    """Some pages as people count them: "sida 2", "sida 2, 5–7 och 9"."""
    stretches: list[list[int]] = []
    for page in pages:
        if stretches and page == stretches[-1][-1] + 1:
            stretches[-1].append(page)
        else:
            stretches.append([page])
    told = [f"{one[0] + 1}" if len(one) == 1 else f"{one[0] + 1}–{one[-1] + 1}" for one in stretches]
    if len(told) > MOST_TOLD:
        told = [*told[:MOST_TOLD], "flera"]
    *others, last = told or ["flera"]
    return f"sida {', '.join(others)} och {last}" if others else f"sida {last}"

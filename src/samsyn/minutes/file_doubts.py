"""What the reading of the file itself had to decide, asked about (rules H10-H13)."""

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
        "H13", "Filen har sidor som är bilder utan text. De är inte lästa. Står något på dem?"
    ),
}


def read_file_doubts(document: Document) -> list[Doubt]:
    """A doubt for each kind of remark that the reading of the file made, where it first applies."""
    first = {seen.remark: seen for seen in reversed(document.observations)}
    asked = [(remark, _QUESTIONS[remark]) for remark in Remark if remark in first]
    return [Doubt(question.reason, "text", first[remark].at, question.rule) for remark, question in asked]

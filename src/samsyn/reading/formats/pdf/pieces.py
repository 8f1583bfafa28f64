"""Lines -> pieces: words of one look with what stands between them, each with its place on the page."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from samsyn.reading.building import Look, Piece
from samsyn.reading.documents import Origin
from samsyn.reading.formats.pdf.geometry import SHOWN_GAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samsyn.reading.formats.pdf.geometry import Line, Word

PART = "page"
BLANKS = " \u00a0\u2007\u202f"
WIDE_BLANK = "   "
LOOK, GAP = attrgetter("bold", "italic", "struck"), attrgetter("offset", "x0", "x1", "size", "glued")


def pieces_of(
    lines: Sequence[Line], texts: Mapping[int, str], hard: Iterable[int], skip: int = 0
) -> list[Piece]:
    """The words of some lines as pieces, with what stands between them.

    Args:
        lines: The lines of a block.
        texts: Each page's characters.
        hard: Numbers of the lines that were ended on purpose: their breaks are kept.
        skip: Words of the first line that are left out.
    """
    pieces: list[Piece] = []
    hard = set(hard)
    for number, line in enumerate(lines):
        words = line.words if number else line.words[skip:]
        if pieces and not _is_parted_number(pieces[-1].text, words[0].text):
            pieces.append(_break(pieces, hard=number - 1 in hard))
        whole = _whole_line(words, texts) if line.runs_on else None
        if whole is None:
            _append_line(pieces, words, texts)
        else:
            pieces.append(whole)
    return pieces


def _is_parted_number(before: str, after: str) -> bool:
    """Whether a line ended within "250401-250630", where nothing stood at the hyphen."""
    return before.endswith("-") and before[-2:-1].isdigit() and after[0].isdigit()


def _break(pieces: Sequence[Piece], *, hard: bool) -> Piece:
    """What stands for the end of a line: a space, or a line feed where it is kept or parts a word."""
    last = pieces[-1]
    origin = last.origin._replace(offset=last.origin.offset + len(last.text))
    parted = last.text.endswith("-") and last.text[-2:-1].isalpha()
    return Piece("\n" if hard or parted else " ", origin, last.look, copied=False)


def _whole_line(words: Sequence[Word], texts: Mapping[int, str]) -> Piece | None:
    """The words of a line that runs on as one piece, where spaces are all that stands between them."""
    first = words[0]
    whole = texts[first.page][first.offset : words[-1].end]
    return _piece(whole, first) if whole.count(" ") == len(words) - 1 else None


def _append_line(pieces: list[Piece], words: Sequence[Word], texts: Mapping[int, str]) -> None:
    """Add the words of a line; what goes on in one look, on the page and here, is one piece."""
    first = before = words[0]
    text, look, edge, end = texts[first.page], LOOK(first), first.x1, first.end
    for word in words[1:]:
        offset, x0, x1, size, glued = GAP(word)
        is_wide = SHOWN_GAP * size < x0 - edge > SHOWN_GAP * before.size
        between = text[end:offset]
        shown = "" if glued or (between == " " and not is_wide) else _shown_gap(between, is_wide=is_wide)
        if shown or LOOK(word) != look or (glued and offset != end):
            pieces.append(_piece(text[first.offset : end if shown or glued else offset], first))
            if shown:
                pieces.append(Piece(shown, Origin(PART, before.page, end), _look(before), copied=False))
            first, look = word, LOOK(word)
        before, edge, end = word, x1, offset + len(word.text)
    pieces.append(_piece(text[first.offset : end], first))


def _piece(words: str, first: Word) -> Piece:
    return Piece(words, Origin(PART, first.page, first.offset), _look(first))


def _look(word: Word) -> Look:
    return Look(word.bold, word.italic, word.struck)


def _shown_gap(between: str, *, is_wide: bool) -> str:
    """What is shown between two words; nothing where the blanks of the page do."""
    is_blank = bool(between) and not between.strip(BLANKS)
    if is_wide and not (is_blank and len(between) > 2):
        return WIDE_BLANK
    return "" if is_blank else " "

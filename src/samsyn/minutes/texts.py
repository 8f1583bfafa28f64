"""Words in normal form, and where sentences begin and end."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_BROKEN_WORD = re.compile(r"(?<=[a-zåäöé])-[ \t]*\n[ \t]*(?=[a-zåäöé])(?!(?:och|eller|samt|resp)\b)")
_BROKEN_DOUBLE = re.compile(r"(?<=\w)-[ \t]*\n[ \t]*(?=[A-ZÅÄÖÉ])")
_UNEVEN = re.compile(r"[\n\t\u00ad\u00a0]|  ")
_MARKS = re.compile(r"[*_~`]+")


def normal(words: str) -> str:
    """The words on one line: gaps folded, words broken over lines joined again.

    A hyphen before a line break is kept where a capital follows ("Sten-/Åke") or where it stands
    for a left-out word ("vård-/och omsorg").
    """
    if not _UNEVEN.search(words):
        return words.strip()
    if "\n" in words:
        words = _BROKEN_DOUBLE.sub("-", _BROKEN_WORD.sub("", words))
    return " ".join(words.replace("\u00ad", "").split())


def lower(text: str) -> str:
    """The text in lower case, of the same length, so that places in it are places in the text."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def folded(words: str) -> str:
    """The words in normal form and lower case, without marks and closing signs: for comparison."""
    return _MARKS.sub("", normal(words)).strip(" .,:;\t").casefold()


@cache
def _abbreviation() -> re.Pattern[str]:
    words = sorted(lexicon().words("words", "abbreviations"), key=len, reverse=True)
    return re.compile(r"(?:^|[\s(])(?:" + "|".join(map(re.escape, words)) + r"|[A-ZÅÄÖ])\.$", re.IGNORECASE)


_STOP = re.compile(r"[.!?…]+[”\"’)\]]*(?=\s+[”\"“‘(\[]?[A-ZÅÄÖÉ0-9–—-])")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a passage stand, as (start, end) without surrounding gaps.

    A full stop ends a sentence where a gap and a capital, a figure or a dash follow, unless it
    belongs to an abbreviation, an initial or an ordinal number ("den 3. april").
    """
    begin = 0
    for stop in _STOP.finditer(text):
        if stop[0] == "." and _abbreviation().search(text, max(0, stop.start() - 14), stop.end()):
            continue
        yield from _trimmed(text, begin, stop.end())
        begin = stop.end()
    yield from _trimmed(text, begin, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        lead = len(piece) - len(piece.lstrip())
        yield start + lead, start + len(piece.rstrip())

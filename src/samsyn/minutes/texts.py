"""Words in normal form, and where sentences begin and end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST_ABBREVIATION = 14
_LONGEST_LOWERED = 2000  # characters of a text that is kept in lower case
_LONGEST_KEPT = 4000  # characters of a passage whose sentences are kept

_BROKEN_DOUBLE = re.compile(r"(?<=\w)-[ \t]*\n[ \t]*(?=[A-ZÅÄÖÉ])")
_MARKS = ("*", "_", "~", "`")


def normal(words: str) -> str:
    """The words on one line: gaps folded, words broken over lines joined again.

    A hyphen before a line break is kept where a capital follows ("Sten-/Åke") or where it stands
    for a left-out word ("vård-/och omsorg").
    """
    if "  " not in words and words.isprintable():  # most have no gaps but single spaces: a quick look
        return words.strip(" ")
    if "\n" in words:
        words = _BROKEN_DOUBLE.sub("-", lexicon().pattern("broken_word").sub("", words))
    if "\u00ad" in words:
        words = words.replace("\u00ad", "")
    return " ".join(words.split())


def lower(text: str) -> str:
    """The text in lower case, of the same length, so that places in it are places in the text."""
    return _kept_lower(text) if len(text) <= _LONGEST_LOWERED else _lower(text)


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


_kept_lower = lru_cache(maxsize=64)(_lower)  # several rules ask for the same sentence in a row


def folded(words: str) -> str:
    """The words in normal form and lower case, without marks and closing signs: for comparison."""
    for mark in _MARKS:
        if mark in words:
            words = words.replace(mark, "")
    return normal(words).strip(" .,:;").casefold()


def words_around(stems: Iterable[str], lowered: str) -> list[Span]:
    """The words of a lower-case text that hold one of the stems, in order."""
    found: set[Span] = set()
    for stem in stems:
        if stem not in lowered:  # most are not: this is twice as fast as to find
            continue
        at = lowered.find(stem)
        while at >= 0:
            word = _word_around(lowered, at)
            found.add(word)
            at = lowered.find(stem, word.end)
    return sorted(found) if found else []


def _word_around(text: str, at: int) -> Span:
    start = at
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    end = _WORD.match(text, at)
    return Span(start, end.end() if end else at)


_WORDS_OF_A_LETTER = frozenset("iåö")
_WORD = re.compile(r"\w*")
# The first of several stops: what stands before it is looked at last, which is far faster.
_STOP = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*+[”\"’)\]]*+(?=\s+[”\"“‘(\[@]?[A-ZÅÄÖÉ0-9–—-])")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a passage stand, as (start, end) without surrounding gaps.

    A full stop ends a sentence where a gap and a capital, a figure or a dash follow, unless it
    belongs to an abbreviation, an initial or an ordinal number ("den 3. april").
    """
    if len(text) > _LONGEST_KEPT:
        return tuple(_sentences(text))
    return _kept_sentences(text)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for stop in _STOP.finditer(text):
        if stop[0] == "." and _is_abbreviation(text, stop.start()):
            continue
        yield from _trimmed(text, begin, stop.end())
        begin = stop.end()
    yield from _trimmed(text, begin, len(text))


@lru_cache(maxsize=256)
def _kept_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Several rules ask for the sentences of the same passage."""
    return tuple(_sentences(text))


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether the words before a full stop are shortened, or one letter."""
    before = lower(text[max(0, stop - _LONGEST_ABBREVIATION) : stop]).replace("(", " ").split()
    if not before:
        return False
    known = lexicon().words("words", "abbreviations")
    if len(before) == 1 and before[0].isdigit() and len(before[0]) <= 2:
        return not text[:stop].strip().removesuffix(before[0])
    if len(before[-1]) == 1 and before[-1].isalpha():
        if text[stop - 1] in _WORDS_OF_A_LETTER:
            return False
        return before[-2:-1] not in ([word] for word in lexicon().words("words", "lettered"))
    return any(" ".join(before[-count:]) in known for count in (1, 2, 3))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        lead = len(piece) - len(piece.lstrip())
        yield start + lead, start + len(piece.rstrip())

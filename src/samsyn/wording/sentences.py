"""A text cut into sentences and words, every one with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Span(NamedTuple):
    """A half-open stretch of a text, in code points: 0 <= start <= end."""

    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """First position after it."""
        return self.start + len(self.text)


class Word(NamedTuple):
    """A word of a sentence, and where it begins in it."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """First position after it."""
        return self.start + len(self.text)


# A full stop after these is the abbreviation's own, whatever follows.
_ABBREVIATIONS = (
    r"t\.ex|bl\.a|m\.a\.o|f\.d|s\.k|d\.v\.s|dvs|p\.g\.a|fr\.o\.m|t\.o\.m|f\.n|o\.d|e\.d|kl|nr|ca|resp|inkl|exkl|jfr|"
    r"ev|tel|dr|st|sid|s|max|min|avd|kap|prop|dnr|ang|bil"
)
_ABBREVIATED = re.compile(rf"(?:^|[\s(])(?:{_ABBREVIATIONS})$", re.IGNORECASE)
_NUMBER_ONLY = re.compile(r"\s{0,80}\d{1,2}$")
# A run of marks is looked at once, from its first: else its time grows with its square.
_MARK = re.compile(r"(?<![.!?…])[.!?…]+[”\"’')\]]*(?=\s)|\n")
_LONGEST_ABBREVIATION = 10  # characters, with what stands before it
_OPENS = re.compile(r"\s*(?:[-–•*·”\"’(\[]+\s*)?[A-ZÅÄÖ0-9]")
_NEW_LINE = re.compile(r"[ \t]*(?:\n|[-–•*·]\s|\d{1,2}[.)]\s|[A-ZÅÄÖ])")
_WORD = re.compile(r"[^\W_]+(?:[-'’:.&/][^\W_]+)*")
_WORD_OR_MARK = re.compile(rf"{_WORD.pattern}|[,;:()–]")
_LEAD = re.compile(r"[\s\-–•*·]*(?:\d{1,2}[.)]\s+)?")


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences of a text in order.

    A sentence ends at a full stop, question mark or exclamation mark before a capital or a figure, never
    after a usual abbreviation; and at the end of a line, where the next begins with a capital, a bullet or
    nothing.
    Bullets and white space around it do not belong to it.
    """
    begin = 0
    for mark in _MARK.finditer(text):
        if _ends(text, begin, mark):
            yield from _trimmed(text, begin, mark.end())
            begin = mark.end()
    yield from _trimmed(text, begin, len(text))


def _ends(text: str, begin: int, mark: re.Match[str]) -> bool:
    """Whether a sentence ends at a mark."""
    if mark.group() == "\n":
        return bool(_NEW_LINE.match(text, mark.end())) or mark.end() == len(text)
    near = text[max(begin, mark.start() - _LONGEST_ABBREVIATION) : mark.start()]
    if mark.group() == "." and (_ABBREVIATED.search(near) or _NUMBER_ONLY.match(text, begin, mark.start())):
        return False
    return bool(_OPENS.match(text, mark.end()))


def _trimmed(text: str, begin: int, end: int) -> Iterator[Sentence]:
    """A stretch without what stands around its words; nothing where it has none."""
    lead = _LEAD.match(text, begin, end)
    start = lead.end() if lead else begin
    words = text[start:end].rstrip()
    if _WORD.search(words):
        yield Sentence(words, start)


def words_and_marks(text: str) -> list[Word]:
    """The words of a text and the commas, colons and brackets between them, each as a word of its own."""
    return [Word(found.group(), found.start()) for found in _WORD_OR_MARK.finditer(text)]


def words_of(text: str) -> list[Word]:
    """The words of a text; a number is a word, "1–3" are two."""
    return [Word(found.group(), found.start()) for found in _WORD.finditer(text)]

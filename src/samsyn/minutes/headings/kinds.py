"""A heading, and the number it may carry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line


_MARKER = re.compile(r"\d+[.)]?")
_DIGITS = re.compile(r"\d+")
_LONGEST_DATE = 40


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line.

    Attributes:
        line: Position of the line among the document's lines.
        last_line: Position of the last line that the heading takes up.
        start: Where its words begin in `Document.text`, half-open with `end`.
        number: As written, without § and full stop.
        number_at: Place of the number in `Document.text`.
        level: Depth in the file (heading level; 9 for bold lines and plain lines).
        rule: The rule that made it a heading.
        told: Whether running text below shows that it heads an item, though its words mostly frame notes.
        stop: Where what it heads ends, as that of a row of a table does; None for the next heading.
    """

    line: int
    last_line: int
    start: int
    end: int
    text: str
    level: int
    rule: str
    number: str | None = None
    number_at: tuple[int, int] | None = None
    told: bool = False
    stop: int | None = None


def number_in(text: str) -> re.Match[str] | None:
    """The number that a line begins with, as the groups section, prefix, number, sign and heading."""
    return lexicon().pattern("numbered").match(text)


def is_signed(match: re.Match[str]) -> bool:
    """Whether a sign or word makes the number that of an item ("§ 4", "4.", "Punkt 4")."""
    return bool(match["section"] or match["sign"].strip() or match["prefix"] or "/" in match["number"])


def last_of_block(lines: Sequence[Line], at: int) -> int:
    """Position of the last line of the block that a line stands in."""
    last = at
    while last + 1 < len(lines) and lines[last + 1].block == lines[at].block:
        last += 1
    return last


def heading_of(lines: Sequence[Line], at: int, last: int, rule: str, level: int) -> Heading:
    """The heading that takes up the lines from `at` to `last`, with the number before or beside it."""
    line, end = lines[at], lines[last].end
    match = number_in(line.text)
    bare = (line.heading or line.heads) and match is not None and match["heading"][:1].isupper()
    if match and (is_signed(match) or bare) and match["heading"] and not begins_with_date(line.text):
        skip = match.start("heading")
        words = words_between(lines, at, last, skip)
        number_at = (line.start + match.start("number"), line.start + match.end("number"))
        return Heading(at, last, line.start + skip, end, words, level, rule, match["number"], number_at)
    number = line.marker.rstrip(".)") if _MARKER.fullmatch(line.marker) else None
    return Heading(at, last, line.start, end, words_between(lines, at, last, 0), level, rule, number)


def words_between(lines: Sequence[Line], at: int, last: int, skip: int) -> str:
    """The words of some lines, without the first `skip` letters."""
    return "\n".join([lines[at].text[skip:], *(line.text for line in lines[at + 1 : last + 1])])


def begins_with_date(text: str) -> bool:
    """Whether a line begins with a day, and so with no number of an item."""
    return any(mention.start == 0 and mention.first for mention in find_mentions(text[:_LONGEST_DATE]))


def leading_number(number: str) -> int:
    """The first part of a number ("4.2" gives 4)."""
    digits = _DIGITS.match(number)
    return int(digits[0]) if digits else 0

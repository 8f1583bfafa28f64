"""A heading, and the number it may carry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line


NUMBERED = re.compile(
    r"^(?:(?P<section>§+)\s*|(?P<prefix>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}(?:/[A-Za-zÅÄÖåäö]+)?|[Pp](?:kt|unkt)?\.?)\s+)?"
    r"(?P<number>\d{1,3}(?:\.\d{1,2})*(?!\d|[.:]\d|\s?[-–]\s?\d)[a-z]?)(?P<sign>\s*[.:)](?=\s|$|[A-ZÅÄÖ])|/(?=\s)|\s*§|(?=\s|$))\s*(?P<heading>.*)$",
    re.DOTALL,
)


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


def last_of_block(lines: Sequence[Line], at: int) -> int:
    last = at
    while last + 1 < len(lines) and lines[last + 1].block == lines[at].block:
        last += 1
    return last


def heading_of(lines: Sequence[Line], at: int, last: int, rule: str, level: int) -> Heading:
    line, stop = lines[at], lines[last]
    match = NUMBERED.match(line.text)
    if (
        match
        and (match["section"] or match["sign"].strip() or match["prefix"])
        and match["heading"]
        and not begins_with_date(line.text)
    ):
        begin = line.start + match.start("heading")
        at_number = (line.start + match.start("number"), line.start + match.end("number"))
        words = (
            line.text[match.start("heading") :]
            if last == at
            else words_between(lines, at, last, match.start("heading"))
        )
        return Heading(at, last, begin, stop.end, words, level, rule, match["number"], at_number)
    words = line.text if last == at else words_between(lines, at, last, 0)
    if line.marker and re.fullmatch(r"\d+[.)]?", line.marker):
        return Heading(at, last, line.start, stop.end, words, level, rule, line.marker.rstrip(".)"))
    return Heading(at, last, line.start, stop.end, words, level, rule)


def words_between(lines: Sequence[Line], at: int, last: int, skip: int) -> str:
    return "\n".join([lines[at].text[skip:], *(line.text for line in lines[at + 1 : last + 1])])


def begins_with_date(text: str) -> bool:
    return any(mention.start == 0 and mention.first for mention in find_mentions(text[:40]))


def leading_number(number: str) -> int:
    digits = re.match(r"\d+", number)
    return int(digits[0]) if digits else 0

"""Headings by their number on plain lines and in lists (rules I3, I4)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samsyn.minutes.headings.kinds import (
    Heading,
    begins_with_date,
    is_signed,
    leading_number,
    number_in,
)
from samsyn.minutes.headings.lines_below import heading_on_line
from samsyn.minutes.labels import field_of, find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line


_MARKER = re.compile(r"(?:§\s*)?\d{1,3}[.):]?")
_NO_DIGIT = re.compile(r"\D")
_FIRST = re.compile(r"1\D")
_OPENS = re.compile(r"[A-ZÅÄÖÉ\"”“(]")
_BARE = re.compile(r"(?P<number>\d{1,3})(?:\s+|(?=[A-ZÅÄÖ][a-zåäö]))(?P<heading>[A-ZÅÄÖ][^.!?\t]{2,110})")
_LETTERED = re.compile(r"(?P<number>[A-ZÅÄÖ])[.)]\s+(?P<heading>[A-ZÅÄÖ][^.!?]{2,80})")
_MIN_BARE = 3
_MOST_LEFT_OUT = 60
_FULL_LINE = 60  # letters: a shorter line ends where the writer wanted it


@dataclass(slots=True)
class _Count:
    """The number that numbered lines have come to; a lower one starts no item unless it is 1."""

    last: int = 0
    sections: bool = False

    def goes_on_with(self, number: int) -> bool:
        """Whether a number is the next, or leaves some out."""
        return 0 < number - self.last <= _MOST_LEFT_OUT


def numbered_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    """Headings on numbered lines of plain text, and numbered list entries on the outermost level."""
    found: list[Heading] = []
    count = _Count()
    points = _points_below_labels(lines)
    for at in range(first, len(lines)):
        heading = _numbered_line(lines, at)
        if heading is None or heading.number is None:
            continue
        number, section = leading_number(heading.number), heading.rule == "I3§"
        if (count.sections and not section) or at in points:
            continue
        if section or count.goes_on_with(number) or (number == 1 and _starts_afresh(lines, at)):
            found.append(heading)
            count.last, count.sections = number, count.sections or section
    if count.sections:
        return [heading for heading in found if heading.rule == "I3§"]
    return found if _look_like_headings(lines, found) else []


def _points_below_labels(lines: Sequence[Line]) -> set[int]:
    """The numbered lines that are points below a label alone on its line ("Beslut / 1. …")."""
    points: set[int] = set()
    for at in range(1, len(lines)):
        before = lines[at - 1]
        label = find_label(before, "statement_labels")
        if label and label.value_at >= len(before.text):
            if _FIRST.match(lines[at].marker or lines[at].text):
                points.add(at)
        elif at - 1 in points and not _is_prefixed(lines[at]) and (before.marker or number_in(before.text)):
            points.add(at)
    return points


def _is_prefixed(line: Line) -> bool:
    """Whether a word stands before the number of a line, as before items ("KPR 12 …")."""
    match = number_in(line.text) if line.first and not line.marker else None
    return match is not None and match["prefix"] is not None


def bare_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I3b: numbers without sign, each one more than the last, at the head of a block."""
    found: list[Heading] = []
    for at in range(first, len(lines)):
        line = lines[at]
        opens = line.cell is None and not line.marker and (line.first or _after_break(lines, at))
        match = _BARE.fullmatch(line.text) if opens else None
        if match is None or begins_with_date(line.text):
            continue
        number, begin = match["number"], line.start + match.start("heading")
        if not found or int(number) == leading_number(found[-1].number or "") + 1:
            place = (line.start, line.start + len(number))
            found.append(Heading(at, at, begin, line.end, match["heading"], 9, "I3b", number, place))
    return found if len(found) >= _MIN_BARE else []


def lettered_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I3c: letters from A on, each on a short line at the head of a block."""
    found: list[Heading] = []
    for at in range(first, len(lines)):
        line = lines[at]
        match = (
            _LETTERED.fullmatch(line.text) if line.first and line.cell is None and not line.marker else None
        )
        if match and ord(match["number"]) == ord("A") + len(found):
            place = (line.start, line.start + 1)
            begin = line.start + match.start("heading")
            found.append(Heading(at, at, begin, line.end, match["heading"], 9, "I3c", match["number"], place))
    return found if len(found) >= _MIN_BARE else []


def _starts_afresh(lines: Sequence[Line], at: int) -> bool:
    """Whether a list that starts again at 1 does so below a frame or a blank, not below "Beslut"."""
    before = lines[at - 1] if at else None
    return before is None or (lines[at].first and field_of(before.text, "statement_labels") is None)


def _look_like_headings(lines: Sequence[Line], found: Sequence[Heading]) -> bool:
    """Numbered lines are headings if most are short or have text below."""
    if not found:
        return False
    short = sum(1 for heading in found if len(heading.text.split()) <= 8)
    next_lines = [*(heading.line for heading in found[1:]), len(lines)]
    followed = sum(1 for one, after in zip(found, next_lines, strict=True) if after > one.last_line + 1)
    return short * 2 >= len(found) or followed * 2 > len(found)


def _numbered_line(lines: Sequence[Line], at: int) -> Heading | None:
    """The heading on a numbered line; None where the line has no number of an item."""
    line = lines[at]
    if line.cell is not None:
        return None
    if line.kind is BlockKind.LIST_ENTRY:
        if line.level or not _MARKER.fullmatch(line.marker):
            return None
        return replace(heading_on_line(lines, at, 0), number=_NO_DIGIT.sub("", line.marker), rule="I4")
    match = number_in(line.text)
    if match is None or not _numbers_item(match) or begins_with_date(line.text):
        return None
    if not (line.first or match["section"] or _after_break(lines, at)):
        return None
    heading = heading_on_line(lines, at, match.start("heading"))
    place = (line.start + match.start("number"), line.start + match.end("number"))
    return replace(heading, number=match["number"], number_at=place, rule="I3§" if match["section"] else "I3")


def _numbers_item(match: re.Match[str]) -> bool:
    """Whether number and words are those of an item: signed, and words in capitals unless a section."""
    words = match["heading"]
    if match["prefix"] and match["prefix"].casefold().strip(".") in lexicon().words("title", "no_numbering"):
        return False
    if not words:
        return bool(match["section"])
    if match["section"] and lexicon().pattern("case_number").match(words):
        return True
    return is_signed(match) and _OPENS.match(words) is not None and not (match["prefix"] and words[0] == "(")


def _after_break(lines: Sequence[Line], at: int) -> bool:
    before = lines[at - 1].text
    return before.endswith((".", "!", "?", ":")) or len(before) < _FULL_LINE

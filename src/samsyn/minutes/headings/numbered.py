"""Headings by their number on plain lines and in lists (rules I3, I4)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samsyn.minutes.headings.counted import after_break, bare_headings
from samsyn.minutes.headings.kinds import (
    Heading,
    begins_with_date,
    is_signed,
    leading_number,
    number_in,
)
from samsyn.minutes.headings.lines_below import heading_on_line
from samsyn.minutes.headings.points import is_prefixed, points_below
from samsyn.minutes.labels import field_of
from samsyn.minutes.lexicon import lexicon
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line


_MARKER = re.compile(r"(?:§\s*)?\d{1,3}[.):]?")
_NO_DIGIT = re.compile(r"\D")
_OPENS = re.compile(r"[A-ZÅÄÖÉ\"”“(]")
_MOST_LEFT_OUT = 60
_FEW_LEFT_OUT = 5


@dataclass(slots=True)
class _Count:
    """The number that numbered lines have come to; a lower one starts no item unless it is 1."""

    last: int = 0
    below: int = 0
    sections: bool = False

    def goes_on_with(self, number: int) -> bool:
        """Whether a number is the next, or leaves some out."""
        return 0 < number - self.last <= _MOST_LEFT_OUT

    def goes_deeper(self, number: str) -> bool:
        """Whether a number of two parts is the next below the last item ("2.1" below 2)."""
        first, _, second = number.partition(".")
        deeper = first == str(self.last) and second == str(self.below + 1)
        self.below += int(deeper)
        return deeper


def numbered_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    """Headings on numbered lines of plain text, and numbered list entries on the outermost level."""
    found: list[Heading] = []
    count = _Count()
    points = points_below(lines)
    for at in range(first, len(lines)):
        heading = _numbered_line(lines, at)
        if heading is None or heading.number is None:
            continue
        number, section = leading_number(heading.number), heading.rule == "I3§"
        if (count.sections and not section) or at in points:
            continue
        if "." in heading.number:
            if count.goes_deeper(heading.number):
                found.append(heading)
            continue
        opens = section or (not found and is_prefixed(lines[at]))
        if opens or count.goes_on_with(number) or (number == 1 and _starts_afresh(lines, at)):
            found.append(heading)
            count.last, count.below, count.sections = number, 0, count.sections or section
    if count.sections:
        found = [heading for heading in found if heading.rule == "I3§"]
        return found + _bare_behind(lines, found[-1])
    return _before_colons(found) if _look_like_headings(lines, found) else []


_LED = re.compile(r"(?P<head>[^:.!?]{2,60}):\s+(?P<text>\S.*)", re.DOTALL)
_MIN_LED = 3


def _before_colons(found: list[Heading]) -> list[Heading]:
    """The headings without the sentences behind their colons, where most have one ("1. Läget: Flen …")."""
    led = {heading.line: match for heading in found if (match := _LED.fullmatch(heading.text))}
    told = [match for match in led.values() if lexicon().pattern("finite_verb").search(match["text"])]
    if len(told) < _MIN_LED or len(told) * 2 < len(found):
        return found
    return [
        replace(heading, text=match["head"], end=heading.start + match.end("head"))
        if (match := led.get(heading.line)) and heading.last_line == heading.line
        else heading
        for heading in found
    ]


def _bare_behind(lines: Sequence[Line], last: Heading) -> list[Heading]:
    """Rule I3b behind sections: items without decisions that go on with their numbers ("15  Ombyggnad")."""
    found = bare_headings(lines, last.last_line + 1)
    begun = leading_number(found[0].number or "") - leading_number(last.number or "") if found else 0
    return found if 0 < begun <= _FEW_LEFT_OUT else []


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
    section = _is_section(match)
    if not (line.first or section or after_break(lines, at)):
        return None
    heading = heading_on_line(lines, at, match.start("heading"))
    place = (line.start + match.start("number"), line.start + match.end("number"))
    return replace(heading, number=match["number"], number_at=place, rule="I3§" if section else "I3")


def _is_section(match: re.Match[str]) -> bool:
    """Whether a section sign stands before the number, or behind it as the old way has it ("15 §")."""
    return bool(match["section"]) or match["sign"].strip() == "§"


def _numbers_item(match: re.Match[str]) -> bool:
    """Whether number and words are those of an item: signed, and words in capitals unless a section."""
    words = match["heading"]
    if match["prefix"] and match["prefix"].casefold().strip(".") in lexicon().words("title", "no_numbering"):
        return False
    if not words:
        return _is_section(match)
    if match["section"] and lexicon().pattern("case_number").match(words):
        return True
    return (
        (is_signed(match) or "." in match["number"])
        and _OPENS.match(words) is not None
        and not (match["prefix"] and words[0] == "(")
    )

"""Headings counted without a sign, with letters or with Roman numerals (rules I3b, I3c)."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from samsyn.minutes.headings.kinds import Heading, begins_with_date, leading_number
from samsyn.minutes.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_BARE = re.compile(r"(?P<number>\d{1,3})(?:\s+|(?=[A-ZÅÄÖ][a-zåäö]))(?P<heading>[A-ZÅÄÖ][^.!?\t]{2,110})")
_DEEPER = re.compile(r"(?P<number>\d{1,3}\.\d{1,2})\s+(?P<heading>[A-ZÅÄÖ][^.!?\t]{1,60})")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_IN_ROMAN = re.compile(r"(?P<number>[IVX]{1,5})[.)]\s+(?P<heading>[A-ZÅÄÖ][^.!?]{2,80})")
_LETTERED = re.compile(r"(?P<number>[A-ZÅÄÖ])[.)]\s+(?P<heading>[A-ZÅÄÖ][^.!?]{2,80})")
_MIN_BARE = 3
_FULL_LINE = 60  # letters: a shorter line ends where the writer wanted it


def bare_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I3b: numbers without sign, each one more than the last, at the head of a block."""
    found: list[Heading] = []
    for at in range(first, len(lines)):
        line = lines[at]
        opens = line.cell is None and not line.marker and (line.first or after_break(lines, at))
        text = lexicon().pattern("reference_behind").sub("", line.text) if opens else ""
        match = _BARE.fullmatch(text) if text else None
        if match is None or begins_with_date(line.text):
            continue
        number, begin = match["number"], line.start + match.start("heading")
        if not found or int(number) == leading_number(found[-1].number or "") + 1:
            place = (line.start, line.start + len(number))
            end = line.start + match.end("heading")
            found.append(Heading(at, at, begin, end, match["heading"], 9, "I3b", number, place))
    return _with_deeper(lines, found) if len(found) >= _MIN_BARE else []


def _with_deeper(lines: Sequence[Line], found: list[Heading]) -> list[Heading]:
    """With the sub-headings that count on below each number ("2.1 Flen", "2.2 Trosa" below "2 Läget")."""
    deeper: list[Heading] = []
    for heading, stop in zip(found, [*(one.line for one in found[1:]), len(lines)], strict=True):
        count = 0
        for at in range(heading.last_line + 1, stop):
            line = lines[at]
            match = _DEEPER.fullmatch(line.text) if line.cell is None and not line.marker else None
            if match and match["number"] == f"{heading.number}.{count + 1}":
                count += 1
                place = (line.start, line.start + match.end("number"))
                begin = line.start + match.start("heading")
                deeper.append(
                    Heading(at, at, begin, line.end, match["heading"], 9, "I3b", match["number"], place)
                )
    return sorted([*found, *deeper], key=lambda one: one.line)


def lettered_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I3c: letters from A on or Roman numerals, each on a short line at the head of a block."""
    letters = _in_order(lines, first, _LETTERED, string.ascii_uppercase)
    return letters or _in_order(lines, first, _IN_ROMAN, _ROMAN)


def _in_order(
    lines: Sequence[Line], first: int, pattern: re.Pattern[str], numbers: Sequence[str]
) -> list[Heading]:
    """Lines that open with the numbers in order, at least three."""
    found: list[Heading] = []
    for at in range(first, len(lines)):
        line = lines[at]
        opens = line.first and line.cell is None and not line.marker and len(found) < len(numbers)
        match = pattern.fullmatch(line.text) if opens else None
        if match and match["number"] == numbers[len(found)]:
            place = (line.start, line.start + len(match["number"]))
            begin = line.start + match.start("heading")
            found.append(Heading(at, at, begin, line.end, match["heading"], 9, "I3c", match["number"], place))
    return found if len(found) >= _MIN_BARE else []


def after_break(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above one ended where the writer wanted it."""
    before = lines[at - 1].text
    return before.endswith((".", "!", "?", ":")) or len(before) < _FULL_LINE

"""Headings in the rows of a table that holds the meeting itself (rule I8)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.headings.kinds import Heading, is_signed, number_in, words_between
from samsyn.minutes.item_tables import find_item_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.item_tables import ItemRow
    from samsyn.minutes.lines import Line
    from samsyn.reading import Position

_DIGITS = re.compile(r"\d+")
_BARE = re.compile(r"\d{1,3}\s+(?=[A-ZÅÄÖ])")


def table_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    """The headings in tables from line `first` on, with the number beside or before the words."""
    rows = [row for row in find_item_rows(lines) if row.heading[0] >= first]
    return [replace(_heading(lines, row), stop=_end_of_row(lines, row)) for row in rows]


def _end_of_row(lines: Sequence[Line], row: ItemRow) -> int:
    at = row.heading[-1]
    place = lines[at].cell
    while at + 1 < len(lines) and place and _is_beside(lines[at + 1].cell, place):
        at += 1
    return max(lines[at].end, *(lines[told].end for told, _, _ in row.texts), 0)


def _is_beside(cell: Position | None, place: Position) -> bool:
    return cell is not None and (cell.table, cell.row) == (place.table, place.row)


def _heading(lines: Sequence[Line], row: ItemRow) -> Heading:
    at, last = row.heading[0], row.heading[-1]
    line, end = lines[at], lines[last].end
    if row.number is not None:
        digits = _DIGITS.search(lines[row.number].text)
        if digits:
            place = (lines[row.number].start + digits.start(), lines[row.number].start + digits.end())
            words = words_between(lines, at, last, 0)
            return Heading(at, last, line.start, end, words, 9, "I8", digits[0], place)
    match = number_in(line.text)
    if match and match["heading"] and (is_signed(match) or _BARE.match(line.text)):
        skip = match.start("heading")
        place = (line.start + match.start("number"), line.start + match.end("number"))
        words = words_between(lines, at, last, skip)
        return Heading(at, last, line.start + skip, end, words, 9, "I8", match["number"], place)
    return Heading(at, last, line.start, end, words_between(lines, at, last, 0), 9, "I8")

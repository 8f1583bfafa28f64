"""An agenda set as a table, where what was said stands below it without headings (rule I11)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.headings.kinds import Heading
from samsyn.minutes.item_tables import find_columns
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_DIGITS = re.compile(r"\d{1,3}")
_FEWEST = 3


def agenda_rows(lines: Sequence[Line], first: int, stop: int) -> list[Heading]:
    """The rows of a table that names points by number or time, and tells nothing of them.

    Args:
        lines: All lines.
        first: The first line behind the title.
        stop: The line where what was said begins.
    """
    tables: dict[int, list[int]] = {}
    for at in range(first, stop):
        cell = lines[at].cell
        if cell is not None:
            tables.setdefault(cell.table, []).append(at)
    found = (_rows(lines, places) for places in tables.values())
    return next((rows for rows in found if len(rows) >= _FEWEST), [])


def _rows(lines: Sequence[Line], places: Sequence[int]) -> list[Heading]:
    columns = find_columns(lines, places)
    if columns is None:
        return []
    headings: list[Heading] = []
    for at in places:
        cell = lines[at].cell
        if cell is None or cell.column != columns.heading or cell.row == columns.first:
            continue
        line = lines[at]
        heading = Heading(at, at, line.start, line.end, line.text, 9, "I11")
        beside = (lines[one] for one in places if (other := lines[one].cell) and other.row == cell.row)
        number = next((one for one in beside if one.cell and one.cell.column == columns.number), None)
        digits = _DIGITS.match(number.text) if number else None
        if number and digits:
            heading = replace(
                heading, number=digits[0], number_at=(number.start, number.start + digits.end())
            )
        if folded(line.text) not in lexicon().words("tables", "pauses"):
            headings.append(heading)
    return headings

"""Lists in columns that a flat text holds: side by side (rule A22), or one after the other (A9)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.attendance.leads import begins_with_name, name_length, tells_of_person
from samsyn.minutes.attendance.names import is_strong_organisation
from samsyn.minutes.attendance.pieces import Entry
from samsyn.minutes.attendance.tables import heads_marks
from samsyn.minutes.labels import field_of, find_label
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.attendance.region import Region
    from samsyn.minutes.lines import Line

_LISTS = frozenset({"present", "absent"})
_CELL = re.compile(r"\S+(?:[^\S\t]{1,2}\S+)*")
_LEAST_GAP = re.compile(r"\S(?:\s{3,}|\s*\t\s*)\S")
_WIDE = re.compile(r"\s(?:(?<=\t)|\s\s)")  # far faster than to look for what stands around a gap
_NEAR = 4  # letters that a cell may stand off its column
_MIN_COLUMN = 3
_MIN_BESIDE = 4  # two labels, each with a name
_PARTS = re.compile(r"[,()]")


class _Column(NamedTuple):
    """A column by the place where its head begins on the line, and its lines."""

    at: int
    lines: list[Line]


def columns_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, with lists that stand side by side one after the other (rule A22).

    Two or more labels of lists on one line head columns; so do two groups above lines with as many names.
    """
    found: list[Line] = []
    at = 0
    while at < len(lines):
        columns = _columns(lines, at)
        if not columns:
            found.append(lines[at])
            at += 1
            continue
        at += 1
        while at < len(lines) and _take_row(columns, lines[at]):
            at += 1
        found.extend(chain.from_iterable(column.lines for column in columns))
    return found


def cells_of(line: Line) -> list[Line]:
    """The pieces of a line between wide gaps, as lines of their own."""
    text = line.text
    if line.cell is not None or ("   " not in text and text.isprintable()):  # no wide gap
        return [line]
    if not (_WIDE.search(text) and _LEAST_GAP.search(text)):
        return [line]
    return [
        replace(
            line,
            text=match[0],
            start=line.start + match.start(),
            indent=line.indent + match.start(),
            bold_end=0,
            labels={},
        )
        for match in _CELL.finditer(line.text)
    ]


def _place(line: Line) -> int:
    return line.indent


def _columns(lines: Sequence[Line], at: int) -> list[_Column]:
    """The columns that a line begins: heads, or labels of lists with the first name beside each."""
    if lists_beside(lines[at]):
        cells = cells_of(lines[at])
        return [
            _Column(_place(one), [one, value]) for one, value in zip(cells[::2], cells[1::2], strict=True)
        ]
    return [_Column(_place(line), [line]) for line in _heads(lines, at)]


def lists_beside(line: Line) -> bool:
    """Whether labels of lists share a line, the first name beside each ("Här:   Rut Ek   Ej:   Jon Ås")."""
    cells = cells_of(line)
    return (
        len(cells) >= _MIN_BESIDE
        and len(cells) % 2 == 0
        and all(field_of(cell.text) in _LISTS for cell in cells[::2])
        and all(begins_with_name(cell.text) for cell in cells[1::2])
    )


def _heads(lines: Sequence[Line], at: int) -> list[Line]:
    """The heads of columns that stand on a line; none where it heads no columns."""
    cells = cells_of(lines[at])
    if len(cells) < 2 or at + 1 >= len(lines):
        return []
    if all(field_of(cell.text) in _LISTS and not heads_marks(cell.text) for cell in cells):
        return cells
    below = cells_of(lines[at + 1])
    grouped = len(below) >= len(cells) and all(begins_with_name(cell.text) for cell in below)
    plain = find_label(lines[at]) is None and not any(begins_with_name(cell.text) for cell in cells)
    return cells if grouped and plain else []


def _take_row(columns: list[_Column], line: Line) -> bool:
    """Put the cells of a line into their columns; False where the line belongs to none of them."""
    cells = cells_of(line)
    label = find_label(line)
    if (label and label.field not in _LISTS) or line.heading or line.cell is not None:
        return False
    near = [
        columns[order]
        if len(cells) == len(columns)  # tabs tell the column by its order
        else next((column for column in reversed(columns) if _place(cell) >= column.at - _NEAR), None)
        for order, cell in enumerate(cells)
    ]
    if None in near:
        return False
    if len(cells) == 1 and near[0] is columns[0] and (label or not begins_with_name(line.text)):
        return False
    for column, cell in zip(near, cells, strict=True):
        if column:
            column.lines.append(cell)
    return True


def names_then_organisations(regions: Sequence[Region]) -> list[tuple[Entry, bool]]:
    """Persons of lists whose organisations follow behind the last name in the same order (rule A9).

    Returns:
        Each person, and whether present; empty where the lists are not set so.
    """
    if any(region.skip for region in regions):
        return []
    lines = [(line, region.present) for region in regions for line in region.lines]
    size = next((at for at, (line, _) in enumerate(lines) if not _is_bare_name(line)), len(lines))
    rest = [line for line, _ in lines[size:] if line.block == lines[size][0].block]
    names_behind = any(begins_with_name(line.text) for line, _ in lines[size + len(rest) :])
    if not size or len(rest) != size or names_behind or any(map(_is_bare_name, rest)):
        return []
    strong = all(is_strong_organisation(normal(line.text.split(",")[0])) for line in rest)
    if size < _MIN_COLUMN and not strong:
        return []
    return [
        (Entry(_name(line), (other.start, other.end), "A9", more=(_name(line)[1], line.end)), present)
        for (line, present), other in zip(lines[:size], rest, strict=True)
    ]


def _is_bare_name(line: Line) -> bool:
    """Whether a line holds a name, and nothing behind it that could be an organisation."""
    if line.cell is not None or not begins_with_name(line.text):
        return False
    rest = [part.strip() for part in _PARTS.split(line.text[name_length(line.text) :]) if part.strip()]
    return all(map(tells_of_person, rest))


def _name(line: Line) -> tuple[int, int]:
    return line.start, line.start + name_length(line.text)

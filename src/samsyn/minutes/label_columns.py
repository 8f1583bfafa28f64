"""Labels that stand apart from their values in a flat text, brought together again (rule H30).

Text taken out of columns has the labels first and their values after them, or a row of labels above a row
of values; a form has a label in the middle of a line, with its value behind it or below it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.columns import cells_of
from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.labels import field_of, find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_DATED = frozenset({"date", "time", "place_and_time"})
_PERSONS = frozenset({"chair", "secretary", "adjuster"})
_VALUES = _DATED | _PERSONS | {"place", "body"}
_FIELDS = _VALUES | {"other", "title"}
_LISTS = frozenset({"present", "absent"})
_HEAD, _FOOT = 40, 15  # lines of the notes that may hold such labels
_MOST_LABELS = 12
_NEAR = 4  # letters that a value may stand before its label's column


def labels_beside_values(lines: Sequence[Line]) -> list[Line]:
    """The lines, with each label that stands apart straight before its value."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        taken = 0
        if at < _HEAD or at >= len(lines) - _FOOT:
            pieces, taken = _stacked(lines, at)
            if not taken:
                pieces, taken = _in_row(lines, at)
            found.extend(pieces)
        if not taken:
            found.append(lines[at])
        at += taken or 1
    return found


def _bare_field(line: Line) -> str:
    """The field of a label without a value; empty for other lines."""
    label = find_label(line) if line.cell is None and not line.heading else None
    return label.field if label and label.value_at >= len(line.text) else ""


def _stacked(lines: Sequence[Line], at: int) -> tuple[list[Line], int]:
    """Two or more labels on lines of their own, and as many values on the lines below."""
    size = 0
    while size < _MOST_LABELS and at + size < len(lines) and _bare_field(lines[at + size]) in _FIELDS:
        size += 1
    labels = list(lines[at : at + size])
    if size and at + size < len(lines) and _bare_field(lines[at + size]) in _LISTS:
        labels.append(lines[at + size])
    values = lines[at + len(labels) : at + 2 * len(labels)]
    fields = [_bare_field(line) for line in labels]
    if len(labels) < 2 or len(values) < len(labels) or not _DATED.intersection(fields):
        return [], 0
    if not all(_fits(field, value) for field, value in zip(fields, values, strict=True)):
        return [], 0
    return list(chain.from_iterable(zip(labels, values, strict=True))), 2 * len(labels)


def _fits(field: str, value: Line) -> bool:
    """Whether a line can be the value of a label: a day or time has figures, a person is a name."""
    if find_label(value) or value.heading or value.cell:
        return False
    if field in _DATED:
        return any(letter.isdigit() for letter in value.text)
    return field not in _PERSONS or is_name(normal(value.text.split(",")[0]).strip("."))


def _in_row(lines: Sequence[Line], at: int) -> tuple[list[Line], int]:
    """Labels on a line of several pieces: all of them with values below, or one beside or above its value."""
    cells = cells_of(lines[at])
    if len(cells) < 2:
        return [], 0
    fields = [field_of(cell.text) or "" for cell in cells]
    below = cells_of(lines[at + 1]) if at + 1 < len(lines) else []
    if set(fields) <= _VALUES:
        pairs = list(_pairs(cells, below))
        return (pairs, 2) if pairs else ([], 0)
    if fields[0] in _VALUES | _LISTS:
        return [], 0
    for order, cell in enumerate(cells[1:], 1):
        label = find_label(cell)
        if label and label.field in _VALUES and not is_name(normal(cells[order - 1].text)):
            return (cells, 1) if label.value_at < len(cell.text) else _around(cells, order, below)
    return [], 0


def _pairs(heads: Sequence[Line], below: Sequence[Line]) -> list[Line]:
    """Each label with the value below it."""
    if not below or any(find_label(cell) for cell in below):
        return []
    found: list[Line] = []
    for order, head in enumerate(heads):
        end = heads[order + 1].indent if order + 1 < len(heads) else None
        values = [
            cell
            for cell in below
            if head.indent - _NEAR <= cell.indent and (end is None or cell.indent < end - _NEAR)
        ]
        found.extend([head, *values])
    return found


def _around(cells: Sequence[Line], at: int, below: Sequence[Line]) -> tuple[list[Line], int]:
    """The pieces of a line with a label in the middle, the label before the value beside or below it."""
    label, rest = cells[at], list(cells[at + 1 :])
    field = field_of(label.text) or ""
    if rest and _fits(field, rest[0]) and not lexicon().pattern("page_number").fullmatch(rest[0].text):
        width = rest[0].indent - label.indent
        value = replace(label, text=f"{label.text:{width}}{rest[0].text}", labels={})
        return [*cells[:at], value, *rest[1:]], 1
    under = [cell for cell in below if abs(cell.indent - label.indent) <= _NEAR]
    if not under or not _fits(field, under[0]):
        return [], 0
    return [*cells[:at], label, *under, *rest, *(cell for cell in below if cell not in under)], 2

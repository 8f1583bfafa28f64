"""Lists of persons in tables: by the heads of the columns, or each in a column of its own (rule A15)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.columns import cells_of
from samsyn.minutes.attendance.region import Region
from samsyn.minutes.attendance.tables import heads_attendance
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.labels import Label
    from samsyn.minutes.lines import Line


def lists_in_columns(lines: Sequence[Line]) -> list[Region]:
    """Lists in the columns of one table, each below its label (rule A15)."""
    tables = {line.cell.table for at, line in enumerate(lines) if line.cell and heads_table(lines, at)}
    tables |= _with_marks(lines)
    heads = [
        (line, line.cell, label)
        for line in lines
        if line.cell and line.cell.table not in tables and (label := _list_label(line))
    ]
    return [
        Region(
            label.field == "present",
            label.words,
            [
                line
                for line in lines
                if line.cell
                and line.cell.row > cell.row
                and (line.cell.table, line.cell.column) == (cell.table, cell.column)
            ],
            head=head,
        )
        for head, cell, label in heads
        if any((cell.table, cell.row) == (other.table, other.row) for _, other, _ in heads if other != cell)
    ]


def _with_marks(lines: Sequence[Line]) -> set[int]:
    """The tables that hold marks, so that a label at their head is no list's."""
    marks = lexicon().words("attendance", "yes_marks")
    return {line.cell.table for line in lines if line.cell and line.cell.row and folded(line.text) in marks}


def _list_label(line: Line) -> Label | None:
    label = find_label(line)
    alone = label is not None and label.field in {"present", "absent"} and label.value_at >= len(line.text)
    return label if alone else None


_MOST_COLUMNS = 8


def heads_table(lines: Sequence[Line], at: int) -> bool:
    """Whether a line without a label begins a table of attendance, by the heads of its columns."""
    line = lines[at]
    if line.cell is None:
        return heads_attendance(cells_of(line))
    before = lines[at - 1].cell if at else None
    if line.cell.row or (line.cell.column and before and before.table == line.cell.table):
        return False
    row = [
        other
        for other in lines[at : at + _MOST_COLUMNS]
        if other.cell and (other.cell.table, other.cell.row) == (line.cell.table, 0)
    ]
    return heads_attendance(row)


_WIDE = re.compile(r"\s{3,}|\t")


def heads_marks(line: Line) -> bool:
    """Whether a label is the head of a column beside others of marks ("Ledamöter   Närvaro   Frånvaro")."""
    return bool(line.cell is None and _WIDE.search(line.text)) and heads_attendance(cells_of(line))

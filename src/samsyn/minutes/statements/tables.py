"""Actions in tables: what, who, when, status, in any order of columns (rule S35)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.columns import cells_of
from samsyn.minutes.days import find_mentions
from samsyn.minutes.item_tables import find_item_rows
from samsyn.minutes.labels import field_of
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samsyn.minutes.lines import Line

_GAP = "   "
_FEWEST_WORDS = 3  # of a cell that tells something, and is no mere status
_NEAR = 4  # letters that a piece may stand before its column


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One row: what is to be done, by whom and when, whether it has been done, and cells that tell more."""

    what: tuple[Line, ...]
    who: tuple[Line, ...] = ()
    when: Line | None = None
    done: bool = False
    beside: tuple[tuple[Line, ...], ...] = ()


def action_rows(lines: Sequence[Line], first: int) -> Iterator[ActionRow]:
    """The rows of all action tables from line `first` on."""
    tables: dict[int, dict[int, dict[int, list[Line]]]] = {}
    for line in lines[first:]:
        if line.cell is not None:
            tables.setdefault(line.cell.table, {}).setdefault(line.cell.row, {}).setdefault(
                line.cell.column, []
            ).append(line)
    yield from flat_action_rows(lines[first:])
    of_items = {lines[row.heading[0]].cell for row in find_item_rows(lines)}
    taken = {cell.table for cell in of_items if cell is not None}
    for number, rows in tables.items():
        if number not in taken:
            yield from _rows(rows)


def action_tables(lines: Sequence[Line], first: int) -> set[int]:
    """The numbers of the tables from line `first` on whose rows are actions."""
    what = (row.what[0].cell for row in action_rows(lines, first))
    return {cell.table for cell in what if cell is not None}


def _rows(rows: dict[int, dict[int, list[Line]]]) -> Iterator[ActionRow]:
    head = rows[min(rows)]
    columns = _columns(head)
    if not _tells_tasks(head, columns) or _is_agenda(rows, columns.get("when")):
        return
    for number in sorted(rows)[1:]:
        if found := _action_row(rows[number], columns):
            yield found


_CLOCK = re.compile(r"(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?!\d)")


def _is_agenda(rows: Mapping[int, Mapping[int, Sequence[Line]]], when: int | None) -> bool:
    """Whether most rows tell a time of day, as the points of an agenda do, and no day."""
    told = [row[when][0].text for row in list(rows.values())[1:] if when in row and when is not None]
    return bool(told) and sum(1 for text in told if _CLOCK.match(text)) * 2 > len(told)


def _action_row(row: Mapping[int, Sequence[Line]], columns: Mapping[str, int]) -> ActionRow | None:
    """What one row says; the status may tell the time, or that it has been done."""
    what = tuple(row.get(columns["what"], ()))
    if not what:
        return None
    status = next(iter(_filled(row, columns.get("status"))), None)
    when = next(iter(_filled(row, columns.get("when"))), None)
    if when is None and status is not None and find_mentions(status.text):
        when = status
    done = status is not None and folded(status.text) in lexicon().words("tables", "done")
    used = {columns["what"], columns.get("who"), columns.get("when")}
    beside = tuple(tuple(cell) for column, cell in row.items() if column not in used and _tells(cell, when))
    return ActionRow(what, _filled(row, columns.get("who")), when, done, beside)


def _tells(cell: Sequence[Line], when: Line | None) -> bool:
    """Whether a cell that is neither task, owner nor day tells something in words of its own."""
    return when not in cell and len(" ".join(line.text for line in cell).split()) >= _FEWEST_WORDS


def _tells_tasks(head: Mapping[int, Sequence[Line]], columns: Mapping[str, int]) -> bool:
    """Whether a table tells what is to be done: by whom or when beside it, or a status beside "Åtgärd"."""
    if "what" not in columns:
        return False
    if {"who", "when"} & columns.keys():
        return True
    key = folded(" ".join(line.text for line in head[columns["what"]]))
    return "status" in columns and field_of(key, "statement_labels") == "assignment"


def flat_action_rows(lines: Sequence[Line]) -> Iterator[ActionRow]:
    """The rows of action tables that are set with tabs or gaps alone, below a line with their heads."""
    for head, rows in find_flat_tables(lines):
        columns = _columns({at: [cell] for at, cell in enumerate(head)})
        for row in rows:
            cells = {at: [cell] for at, cell in enumerate(row) if cell}
            if found := _action_row(cells, columns):
                yield found


def find_flat_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], list[list[Line | None]]]]:
    """Action tables without cells: the heads, and for each row the pieces below them."""
    at = 0
    while at < len(lines):
        head = cells_of(lines[at]) if "\t" in lines[at].text or _GAP in lines[at].text else []
        at += 1
        columns = _columns({order: [cell] for order, cell in enumerate(head)}) if len(head) > 1 else {}
        if "what" not in columns or not ({"who", "when"} & columns.keys()):
            continue
        rows: list[list[Line | None]] = []
        while at < len(lines) and (row := _flat_row(head, lines[at])):
            rows.append(row)
            at += 1
        if rows:
            yield head, rows


def _flat_row(head: Sequence[Line], line: Line) -> list[Line | None]:
    """The pieces of a line, each in the column that its head stands over; none where it has but one piece."""
    cells = cells_of(line)
    if len(cells) < 2:
        return []
    row: list[Line | None] = [None] * len(head)
    tabs = line.text.count("\t")
    for cell in cells:
        if tabs:
            column = line.text[: cell.start - line.start].count("\t")
        else:
            column = max((at for at, one in enumerate(head) if cell.indent >= one.indent - _NEAR), default=0)
        if column < len(head):
            row[column] = row[column] or cell
    return row


def _columns(head: Mapping[int, Sequence[Line]]) -> dict[str, int]:
    found: dict[str, int] = {}
    followed: list[int] = []
    for column, cell in head.items():
        key = folded(" ".join(line.text for line in cell))
        if key in lexicon().words("tables", "followed"):
            followed.append(column)
        for kind in ("what", "who", "when", "status"):
            if key in lexicon().words("tables", kind):
                found.setdefault(kind, column)
                break
    if followed and "what" not in found and {"who", "status"} <= found.keys():
        found["what"] = followed[0]
    return found


def _filled(row: Mapping[int, Sequence[Line]], column: int | None) -> tuple[Line, ...]:
    """The lines of a cell; none where it is empty, or holds a sign for nothing."""
    lines = tuple(row.get(column, ())) if column is not None else ()
    return () if lines and folded(lines[0].text) in lexicon().words("tables", "empty") else lines

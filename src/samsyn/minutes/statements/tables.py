"""Actions in tables: what, who, when, status, in any order of columns (rule S35)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.columns import cells_of
from samsyn.minutes.item_tables import find_item_rows
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line

_GAP = "   "
_NEAR = 4  # letters that a piece may stand before its column


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One row: the cells that hold what is to be done, by whom and when."""

    what: tuple[Line, ...]
    who: Line | None
    when: Line | None


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


def _rows(rows: dict[int, dict[int, list[Line]]]) -> Iterator[ActionRow]:
    head = rows[min(rows)]
    columns = _columns(head)
    if "what" not in columns or not ({"who", "when"} & columns.keys()):
        return
    for number in sorted(rows)[1:]:
        row = rows[number]
        what = tuple(row.get(columns["what"], ()))
        if what:
            yield ActionRow(what, _filled(row, columns.get("who")), _filled(row, columns.get("when")))


def flat_action_rows(lines: Sequence[Line]) -> Iterator[ActionRow]:
    """The rows of action tables that are set with tabs or gaps alone, below a line with their heads."""
    for head, rows in find_flat_tables(lines):
        columns = _columns({at: [cell] for at, cell in enumerate(head)})
        for row in rows:
            what = row[columns["what"]]
            if what is not None:
                cells = {at: [cell] for at, cell in enumerate(row) if cell}
                who, when = (_filled(cells, columns.get(name)) for name in ("who", "when"))
                yield ActionRow((what,), who, when)


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


def _columns(head: dict[int, list[Line]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, cell in head.items():
        key = folded(" ".join(line.text for line in cell))
        for kind in ("what", "who", "when", "status"):
            if key in lexicon().words("tables", kind):
                found.setdefault(kind, column)
                break
    return found


def _filled(row: dict[int, list[Line]], column: int | None) -> Line | None:
    if column is None or column not in row:
        return None
    line = row[column][0]
    return None if folded(line.text) in lexicon().words("tables", "empty") else line

"""Actions in tables: what, who, when, status, in any order of columns (rule S35)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.minutes.item_tables import find_item_rows
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line


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

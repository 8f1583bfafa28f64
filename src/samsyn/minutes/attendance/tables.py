"""Attendance in tables: a row a person, columns for organisation and for a mark (rule A8)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.days import find_mentions
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded, normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line


_KINDS = ("name", "organisation", "title", "mark", "absence_mark")


@dataclass(frozen=True, slots=True)
class Row:
    """One person's cells, as lines of the document; None where the table has no such column."""

    name: Line
    organisation: Line | None = None
    title: Line | None = None
    mark: Line | None = None
    extra: tuple[Line, ...] = ()
    part: Line | None = None

    @property
    def present(self) -> bool | None:
        """Whether the mark says present; None where the row has no mark that says so."""
        if self.mark is None:
            return None
        key = folded(self.mark.text)
        if key in lexicon().words("attendance", "yes_marks") or key.startswith(("x", "ja")):
            return True
        return False if key in lexicon().words("attendance", "no_marks") or key.startswith("nej") else None


def rows_of(cells: Sequence[Line]) -> dict[int, dict[int, Line]]:
    """The first line of every cell by row and column."""
    rows: dict[int, dict[int, Line]] = {}
    for line in cells:
        if line.cell is not None:
            rows.setdefault(line.cell.row, {}).setdefault(line.cell.column, line)
    return rows


def read_rows(cells: Sequence[Line]) -> Iterator[Row]:
    """The persons in a table of attendance; nothing where it is no such table."""
    rows = rows_of(cells)
    columns = _columns(rows)
    if columns is None:
        return
    marked = "mark" in columns
    for number in sorted(rows):
        row = rows[number]
        name = row.get(columns["name"])
        listed = _listed_in_row(cells, row, number, columns)
        if listed:
            yield from listed
            continue
        if name is None or not is_name(normal(name.text.split(",")[0].split("(")[0])):
            continue
        marks = [row[column] for kind, column in columns.items() if kind.startswith("mark") and column in row]
        mark = next((line for line in marks if Row(name, mark=line).present), marks[0] if marks else None)
        others = tuple(line for column, line in row.items() if column not in columns.values())
        yield Row(
            name,
            _cell(row, columns, "organisation"),
            _cell(row, columns, "title"),
            mark or (_no_mark(name) if marked else None),
            others,
        )


_SEVERAL = 2
_LISTED = re.compile(r"[^,;&]+?(?=\s*(?:[,;&]|\boch\b|$))")


def _listed_in_row(
    cells: Sequence[Line], row: dict[int, Line], number: int, columns: dict[str, int]
) -> list[Row]:
    """Those of an organisation with a row of its own: several in a cell, or absent ones in a column."""
    if columns.keys() - {"name", "organisation", "absence_mark"} or "organisation" not in columns:
        return []
    organisation = _cell(row, columns, "organisation")
    there = _names_in_cell(cells, number, columns["name"])
    gone = _names_in_cell(cells, number, columns["absence_mark"]) if "absence_mark" in columns else []
    if len(there) < _SEVERAL and not gone:
        return []
    return [
        *(Row(one, organisation) for one in there),
        *(Row(one, organisation, mark=_no_mark(one)) for one in gone),
    ]


def _names_in_cell(cells: Sequence[Line], number: int, column: int) -> list[Line]:
    """The names that the cell of a row holds; none where it holds something else."""
    found: list[Line] = []
    for line in cells:
        if line.cell is None or (line.cell.row, line.cell.column) != (number, column):
            continue
        for piece in _LISTED.finditer(line.text):
            words = piece[0].strip()
            words = words.removeprefix("och ")
            at = line.text.index(words, piece.start())
            if not is_name(normal(words.split("(")[0])):
                return []
            found.append(replace(line, text=words, start=line.start + at, labels={}))
    return found


def _is_day(words: str) -> bool:
    """Whether the head of a column is a day of a meeting that took several."""
    return any(one.start == 0 and one.end == len(words) for one in find_mentions(words))


def _no_mark(name: Line) -> Line:
    """An empty cell where the mark would stand: the person was not there."""
    return type(name)("-", name.end, name.block, name.first, name.last, name.kind)


def _cell(row: dict[int, Line], columns: dict[str, int], key: str) -> Line | None:
    return row.get(columns[key]) if key in columns else None


def kinds_of(heads: Sequence[Line]) -> list[str]:
    """What the columns hold by their heads, empty where the words do not tell; each kind once, marks more."""
    found: list[str] = []
    for line in heads:
        if _is_day(line.text):
            found.append(f"mark{len(found)}" if "mark" in found else "mark")
            continue
        key = folded(line.text)
        named = (kind for kind in _KINDS if key in lexicon().words("attendance", f"columns_{kind}"))
        more = "mark" in found and key in lexicon().words("attendance", "columns_mark")
        found.append(next((kind for kind in named if kind not in found), f"mark{len(found)}" if more else ""))
    return found


def heads_marks(words: str) -> bool:
    """Whether words head a column of marks and no list ("Närv")."""
    key = folded(words)
    lists = lexicon().words("attendance", "columns_name")
    return key in lexicon().words("attendance", "columns_mark") and key not in lists


def heads_attendance(heads: Sequence[Line]) -> bool:
    """Whether the heads of columns are those of a table of attendance: names with marks or organisations."""
    kinds = kinds_of(heads)
    marked = "absence_mark" in kinds or all(kind.startswith("mark") for kind in kinds)
    if heads and heads[0].cell and heads[0].cell.column and marked:
        return True  # the names stand below an empty head
    return "name" in kinds and ("mark" in kinds or "organisation" in kinds)


def _below_empty_head(rows: dict[int, dict[int, Line]], found: dict[str, int]) -> dict[str, int]:
    """The columns where nothing heads the first: names beside marks, or organisations beside names."""
    if "mark" in found:
        return {**found, "name": 0}
    if "absence_mark" not in found:
        return {}
    if _holds_name(rows, found.get("name", -1)):
        return {**found, "organisation": 0}
    return {"name": 0, "mark": found.get("name", found.get("mark", 1))}


def _holds_name(rows: dict[int, dict[int, Line]], column: int) -> bool:
    """Whether a cell of a column below its head holds a name."""
    below = [rows[number][column] for number in sorted(rows)[1:] if column in rows[number]]
    return any(is_name(normal(line.text.split(",")[0])) for line in below)


def _columns(rows: dict[int, dict[int, Line]]) -> dict[str, int] | None:
    """Which column holds what, by the head row; by the cells themselves where there is none."""
    head = rows.get(min(rows)) if rows else None
    if head is None:
        return None
    kinds = kinds_of(list(head.values()))
    found = {kind: column for kind, column in zip(kinds, head, strict=True) if kind}
    if "name" in found and (0 in head or "absence_mark" not in found):
        return found
    beside = _below_empty_head(rows, found) if 0 not in head else {}
    if beside:
        return beside
    names = [
        sum(1 for row in rows.values() if column in row and is_name(normal(row[column].text)))
        for column in range(max(map(len, rows.values())))
    ]
    best = max(range(len(names)), key=names.__getitem__)
    if names[best] * 2 < len(rows):
        return None
    others = [column for column in sorted(head) if column != best]
    return {"name": best, "organisation": others[0]} if others else {"name": best}

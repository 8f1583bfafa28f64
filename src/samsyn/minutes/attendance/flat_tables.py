"""Attendance in a table that is set with gaps alone, or with a mark behind each name (rule A8)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.columns import cells_of
from samsyn.minutes.attendance.leads import begins_with_name
from samsyn.minutes.attendance.tables import Row, kinds_of
from samsyn.minutes.days import find_mentions
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_Columns = list[tuple[str, int]]  # what each column holds, and where it begins on the line
_NEAR = 3  # letters that a cell may stand before its column
_MARKED = re.compile(
    r"(?P<name>.+?)"
    r"(?:\s{2,}|\t\s*|\s(?=\S+$|[Xx✓✔](?:,| \()|(?i:anmält|meddelat|har|ej|inte|lämnat)\s\S+$))"
    r"(?P<mark>(?P<sign>[^\s,(]+)(?:(?:,| (?=\())(?P<part>.+))?|\S.*)"
)
_MIN_MARKED = 2


def flat_rows(head: Line | None, lines: Sequence[Line]) -> list[Row]:
    """The persons of a table without cells; empty where it is no such table.

    Args:
        head: The line with the label of the list, which may head columns.
        lines: The lines of the list.
    """
    columns = _columns(head) if head else []
    if not columns and lines and (columns := _day_columns(lines[0], lines[1:])):
        head = lines[0]
    if not columns:
        return _marked(lines)
    below = [line for line in lines if line is not head]
    return _marks_apart(columns, below) or [row for line in below if (row := _row(columns, line))]


def _marks_apart(columns: _Columns, lines: Sequence[Line]) -> list[Row]:
    """Names one below the other, and as many marks in their columns below them.

    Where there are more or fewer marks than names, they tell of nobody.
    """
    marks = [line for line in lines if _says_yes(line)]
    names = [line for line in _joined(lines) if begins_with_name(line.text)]
    if len(marks) < _MIN_MARKED or not names or names[-1].start > marks[0].start:
        return []
    if len(marks) != len(names):
        return [Row(name) for name in names]
    kinds = [
        next((kind for kind, at in reversed(columns) if mark.indent >= at - _NEAR), "") for mark in marks
    ]
    return [
        Row(name, mark=replace(mark, text="-", labels={}) if kind == "absence_mark" else mark)
        for name, mark, kind in zip(names, marks, kinds, strict=True)
    ]


def _joined(lines: Sequence[Line]) -> list[Line]:
    """The lines, with a name that a hyphen breaks over two of them as one."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        if above and above.text.endswith("-") and line.text[0].islower() and line.start == above.end + 1:
            found[-1] = replace(above, text=f"{above.text}\n{line.text}", labels={})
        else:
            found.append(line)
    return found


def _columns(head: Line) -> _Columns:
    """The columns under a head with marks of attendance; the first holds the names."""
    cells = cells_of(head)
    kinds = kinds_of(cells)
    if len(cells) < 2 or not {"mark", "absence_mark"} & set(kinds) or begins_with_name(cells[-1].text):
        return []
    if "name" not in kinds:
        kinds[0] = "name"
    return [(kind, cell.indent) for kind, cell in zip(kinds, cells, strict=True)]


def _day_columns(head: Line, lines: Sequence[Line]) -> _Columns:
    """Columns of marks below the days of a meeting that took several ("26/1   27/1", "Lördag   Söndag")."""
    cells = cells_of(head)
    weekday = lexicon().pattern("weekday")
    days = all(weekday.fullmatch(cell.text) or _is_day(cell.text) for cell in cells)
    if len(cells) < 2 or not days or not lines:
        return []
    first = min(line.indent for line in lines)
    return [("name", first), *(("mark", cell.indent) for cell in cells)] if first < cells[0].indent else []


def _is_day(text: str) -> bool:
    return any(mention.start == 0 and mention.end == len(text) for mention in find_mentions(text))


def _row(columns: _Columns, line: Line) -> Row | None:
    cells: dict[str, Line] = {}
    for order, cell in enumerate(cells_of(line)):
        if "\t" in line.text:
            kind = columns[order][0] if order < len(columns) else ""
        else:
            kind = next((kind for kind, at in reversed(columns) if cell.indent >= at - _NEAR), "")
        if kind != "mark" or "mark" not in cells or _says_yes(cell):
            cells[kind] = cells.get(kind, cell) if kind != "mark" else cell
    name = cells.get("name")
    if name is None or not begins_with_name(name.text):
        return None
    absent = "absence_mark" in cells or "mark" not in cells
    mark = replace(name, text="-", start=name.end, labels={}) if absent else cells["mark"]
    return Row(name, cells.get("organisation"), cells.get("title"), mark)


def _says_yes(cell: Line) -> bool:
    return folded(cell.text.split(",")[0]) in lexicon().words("attendance", "yes_marks")


def _marked(lines: Sequence[Line]) -> list[Row]:
    """Names with a mark behind each: at least one says present, and none says anything else."""
    lines = [line for line in lines if not line.text.endswith(":") and not _names_group(line)]
    found = [_MARKED.fullmatch(line.text) for line in lines]
    marks = [_mark(match) if match else "?" for match in found]
    yes, no = lexicon().words("attendance", "yes_marks"), lexicon().words("attendance", "no_marks")
    told = yes.intersection(marks) and yes.union(no).issuperset(marks)
    if len(lines) < _MIN_MARKED or not told:
        return []
    return [
        Row(
            replace(line, text=match["name"], labels={}),
            mark=replace(line, text=mark or "-", start=line.start + match.start("mark"), labels={}),
            part=_part(line, match) if mark in yes else None,
        )
        for line, match, mark in zip(lines, found, marks, strict=True)
        if match and begins_with_name(match["name"])
    ]


def _names_group(line: Line) -> bool:
    """Whether a single word stands between names with marks, for those below it ("Sekretariatet")."""
    return " " not in line.text and len(line.text) > 1


def _mark(match: re.Match[str]) -> str:
    """The mark behind a name: all words ("anmält förhinder"), or the sign that opens them ("X, ej § 4")."""
    whole = folded(match["mark"])
    known = (*lexicon().words("attendance", "yes_marks"), *lexicon().words("attendance", "no_marks"))
    return whole if whole in known or match["sign"] is None else folded(match["sign"])


def _part(line: Line, match: re.Match[str]) -> Line | None:
    """The part of the meeting that stands behind a mark."""
    if match["part"] is None:
        return None
    words = match["part"].strip(" ()")
    start = line.start + match.start("part") + match["part"].index(words)
    return replace(line, text=words, start=start, labels={})

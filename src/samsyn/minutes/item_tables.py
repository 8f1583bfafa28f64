"""Tables that hold the meeting itself: a row an item, what was said and decided in its cells (rule I8)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.labels import field_of
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samsyn.minutes.lines import Line

_NUMBER = re.compile(r"(?:§\s*)?\d{1,3}[.):]?")
_NUMBERED = re.compile(r"(?:§\s*)?\d{1,3}[.):]?\s+\S")
_MOST_WORDS = 14  # a cell that heads an item holds no more
_MIN_WORDS = 6  # running text without a head above it has more, in most cells
_KINDS = frozenset(
    {"decision", "agreed_outcome", "next_step", "assignment", "proposal", "comment", "information"}
)

Cells = dict[int, list[int]]  # positions of lines by column


class _Column(NamedTuple):
    role: str
    kind: str = ""
    head: int | None = None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item of such a table; lines are given by their position.

    Attributes:
        heading: Lines of the cell that names the item.
        number: Line of the number, where it has a cell of its own.
        texts: Lines of running text, each with the kind and the line of its column's head ("" and None where
            the head gives no kind).
        who: Lines that name who is to act.
        when: Lines that tell by when.
    """

    heading: tuple[int, ...]
    number: int | None
    texts: tuple[tuple[int, str, int | None], ...]
    who: tuple[int, ...] = ()
    when: tuple[int, ...] = ()


def find_item_rows(lines: Sequence[Line]) -> list[ItemRow]:
    """The items in tables, in order; most notes have no such table."""
    tables: dict[int, dict[int, Cells]] = {}
    for at, line in enumerate(lines):
        cell = line.cell
        if cell is not None:
            tables.setdefault(cell.table, {}).setdefault(cell.row, {}).setdefault(cell.column, []).append(at)
    return [row for table in tables.values() for row in _rows(lines, table)]


def _rows(lines: Sequence[Line], table: Mapping[int, Cells]) -> Iterator[ItemRow]:
    numbers = sorted(table)
    columns = _headed(lines, table[numbers[0]])
    if columns:
        numbers = numbers[1:]
    else:
        columns = _unheaded(lines, table)
    for number in numbers if columns else ():
        row = _row(lines, table[number], columns)
        if row:
            yield row


def _headed(lines: Sequence[Line], head: Cells) -> dict[int, _Column]:
    """The columns by the words of the head row; empty where they are not those of items."""
    columns = {column: _column(lines, cell) for column, cell in head.items()}
    roles = [column.role for column in columns.values()]
    # A list of tasks has a number, a matter, a description and a day too, but what was said and what came of
    # it stand beside one another only where items are told.
    several = roles.count("text") > 1 and "number" in roles
    told = "text" in roles and ("when" not in roles or several)
    decided = any(column.kind in {"decision", "agreed_outcome"} for column in columns.values())
    return columns if roles.count("heading") == 1 and (told or decided) else {}


def _column(lines: Sequence[Line], cell: Sequence[int]) -> _Column:
    key = folded(" ".join(lines[at].text for at in cell))
    for role in ("number", "heading", "text"):
        if key in lexicon().words("tables", f"item_{role}"):
            return _Column(role)
    kind = field_of(key, "statement_labels")
    if kind in _KINDS:
        return _Column("kind", kind or "", cell[0])
    return next(
        (_Column(role) for role in ("who", "when") if key in lexicon().words("tables", role)), _Column("")
    )


def _unheaded(lines: Sequence[Line], table: Mapping[int, Cells]) -> dict[int, _Column]:
    """Two or three columns without a head: short cells that name items, and running text beside them."""
    width = max(max(row) for row in table.values()) + 1
    found = {2: ("heading", "text"), 3: ("number", "heading", "text")}.get(width)
    if found is None or len(table) < 2:
        return {}
    columns = {column: _Column(role) for column, role in enumerate(found)}
    rows = [row for row in table.values() if _may_be_item(lines, row, columns)]
    told = sum(
        1
        for row in rows
        if len(" ".join(lines[at].text for at in row.get(width - 1, ())).split()) >= _MIN_WORDS
    )
    return columns if len(rows) * 5 >= len(table) * 3 and told * 2 >= len(table) else {}


def _may_be_item(lines: Sequence[Line], row: Cells, columns: Mapping[int, _Column]) -> bool:
    cells = {column.role: row.get(at, []) for at, column in columns.items()}
    first = lines[cells["heading"][0]].text if cells["heading"] else ""
    if "number" in cells and not (cells["number"] and _NUMBER.fullmatch(lines[cells["number"][0]].text)):
        return False
    if not first or field_of(first) or len(first.split()) > _MOST_WORDS or first.endswith("."):
        return False
    return "number" in cells or _NUMBERED.match(first) is not None


def _row(lines: Sequence[Line], row: Cells, columns: Mapping[int, _Column]) -> ItemRow | None:
    """The item of one row; None where the row names none."""
    named = {column.role: row[at] for at, column in columns.items() if at in row and column.role != "kind"}
    heading = named.get("heading", [])
    if not heading or field_of(lines[heading[0]].text) in {"date", "time", "place", "present", "absent"}:
        return None
    if sum(len(lines[at].text.split()) for at in heading) > _MOST_WORDS:
        heading = heading[:1]
    texts = [
        (at, column.kind, column.head)
        for number, column in columns.items()
        if column.role in {"text", "kind"}
        for at in row.get(number, ())
    ]
    rest = [(at, "", None) for at in named["heading"][len(heading) :]]
    number = next(iter(named.get("number", ())), None)
    who, when = (_filled(lines, named.get(role)) for role in ("who", "when"))
    told = " ".join(lines[at].text for at in who)
    if who and lexicon().whole_words("verbs", "task").search(told):
        texts += [(at, "", None) for at in who]  # "Rut ringer rektorn" is a sentence of its own
        who = ()
    return ItemRow(tuple(heading), number, tuple(sorted([*rest, *texts])), who, when)


def _filled(lines: Sequence[Line], cell: Sequence[int] | None) -> tuple[int, ...]:
    if not cell or folded(lines[cell[0]].text) in lexicon().words("tables", "empty"):
        return ()
    return tuple(cell)

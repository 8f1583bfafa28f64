"""Tables that hold the meeting itself: a row an item, what was said and decided in its cells (rule I8)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.days import find_mentions
from samsyn.minutes.labels import field_of
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samsyn.minutes.lines import Line

_NUMBER = re.compile(r"(?:§\s*)?\d{1,3}[.):]?")
_NUMBERED = re.compile(r"(?:§\s*)?\d{1,3}[.):]?\s+\S")
_MOST_WORDS = 14  # a cell that heads an item holds no more
_FEWEST_ROWS = 3
_FEW_WORDS = 4  # running text below a head has as many
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
    return [row for table in tables.values() for row in _sheet(lines, table) or _rows(lines, table)]


def _sheet(lines: Sequence[Line], table: Mapping[int, Cells]) -> list[ItemRow]:
    """The item that a whole table holds, as in forms: its name alone above rows of parts ("Beslut")."""
    first, *others = (table[number] for number in sorted(table))
    heading = first.get(0, [])
    parts = [lines[row[0][0]].text for row in others if 0 in row]
    if len(first) > 1 or len(heading) != 1 or not _may_name(lines[heading[0]].text):
        return []
    if len(parts) < _FEWEST_ROWS or len(parts) < len(others) or not all(map(_names_part, parts)):
        return []
    texts = [
        (at, _kind_of(lines[row[0][0]].text), row[0][0])
        for row in others
        for column in sorted(row)[1:]
        for at in _filled(lines, row[column])
    ]
    told = tuple((at, kind, head if kind else None) for at, kind, head in texts)
    return [ItemRow((heading[0],), None, told)] if told else []


def _may_name(words: str) -> bool:
    return len(words.split()) <= _MOST_WORDS and not words.endswith((".", ":")) and not _names_part(words)


def _names_part(words: str) -> bool:
    """Whether words head a part of what is told of a matter."""
    return (
        folded(words) in lexicon().words("title", "parts") or field_of(words, "statement_labels") is not None
    )


def _kind_of(words: str) -> str:
    kind = field_of(words, "statement_labels")
    return kind if kind in _KINDS else ""


class AgendaColumns(NamedTuple):
    """Where a table of an agenda has its points and their numbers, and which row heads it."""

    heading: int
    number: int | None
    first: int


def find_columns(lines: Sequence[Line], places: Sequence[int]) -> AgendaColumns | None:
    """The columns of a table that names points with number or time, and holds nothing that was said.

    Args:
        lines: All lines.
        places: Positions of the table's lines.
    """
    table: dict[int, Cells] = {}
    for at in places:
        cell = lines[at].cell
        if cell is not None:
            table.setdefault(cell.row, {}).setdefault(cell.column, []).append(at)
    head = table[min(table)]
    columns = {column: _column(lines, cell) for column, cell in head.items()}
    roles = {one.role: column for column, one in columns.items()}
    timed = "when" in roles and _tells_clock(lines, table, roles["when"])
    if "heading" not in roles or roles.keys() & {"text", "kind"} or not ("number" in roles or timed):
        return None
    if "when" in roles and not timed:
        return None  # what is to be done by a day
    return AgendaColumns(roles["heading"], roles.get("number"), min(table))


_CLOCK = re.compile(r"(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?!\d)")


def _tells_clock(lines: Sequence[Line], table: Mapping[int, Cells], column: int) -> bool:
    """Whether most cells of a column tell a time of day."""
    cells = [lines[table[row][column][0]].text for row in sorted(table)[1:] if column in table[row]]
    return bool(cells) and sum(1 for text in cells if _CLOCK.match(text)) * 2 > len(cells)


def _rows(lines: Sequence[Line], table: Mapping[int, Cells]) -> Iterator[ItemRow]:
    numbers = sorted(table)
    columns = _headed(lines, table)
    if columns:
        numbers = numbers[1:]
    else:
        columns = _unheaded(lines, table)
    for number in numbers if columns else ():
        row = _row(lines, table[number], columns)
        if row:
            yield row


def _headed(lines: Sequence[Line], table: Mapping[int, Cells]) -> dict[int, _Column]:
    """The columns by the words of the head row; empty where they are not those of items."""
    head = table[min(table)]
    columns = {column: _column(lines, cell) for column, cell in head.items()}
    for column in (at for at, one in columns.items() if not one.role):
        if _tells(lines, table, column):
            columns[column] = _Column("text")  # whatever its head calls it
    roles = [column.role for column in columns.values()]
    # A list of tasks has a number, a matter, a description and a day too, but what was said and what came of
    # it stand beside one another only where items are told.
    several = roles.count("text") > 1 and "number" in roles
    dated = "when" in roles and not _tells_clock(lines, table, _column_of(columns, "when"))
    told = "text" in roles and (not dated or several or _is_said(lines, head))
    decided = any(column.kind in {"decision", "agreed_outcome"} for column in columns.values())
    return columns if roles.count("heading") == 1 and (told or decided) else {}


def _column_of(columns: Mapping[int, _Column], role: str) -> int:
    return next(column for column, one in columns.items() if one.role == role)


def _is_said(lines: Sequence[Line], head: Cells) -> bool:
    """Whether a column is headed by words for what was said."""
    words = lexicon().words("tables", "said")
    return any(folded(" ".join(lines[at].text for at in cell)) in words for cell in head.values())


def _tells(lines: Sequence[Line], table: Mapping[int, Cells], column: int) -> bool:
    """Whether a column below its head holds running text in half of its rows."""
    cells = [table[row].get(column, ()) for row in sorted(table)[1:]]
    told = sum(1 for cell in cells if len(" ".join(lines[at].text for at in cell).split()) >= _FEW_WORDS)
    return 0 < len(cells) <= told * 2


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
    if found is None or len(table) < 2 or (width == 2 and len(table) < _FEWEST_ROWS):
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
    if "number" in cells or _NUMBERED.match(first) is not None:
        return True
    return first[0].isupper() and not is_name(first) and not find_mentions(first)


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

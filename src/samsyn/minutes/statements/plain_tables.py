"""Tables that tell neither tasks nor items: each row is said, running text in a cell is read (rule S47)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.item_tables import find_item_rows
from samsyn.minutes.labels import field_of
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.statements.modes import ROW, Mode
from samsyn.minutes.statements.tables import action_tables
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samsyn.minutes.lines import Line
    from samsyn.reading import Span

_KINDS = frozenset(
    {"decision", "agreed_outcome", "next_step", "assignment", "proposal", "comment", "need", "lesson"}
)
_RUNNING = 5  # words of a cell that tells something by itself

Row = dict[int, list[int]]  # positions of lines by column


class Told(NamedTuple):
    """What is said in a row from one line on.

    Attributes:
        last: The last line that belongs to it.
        mode: The kind that the column's head or the row gives; None where the words show it.
        whole: Whether it is one statement, whatever it says.
    """

    last: int
    mode: Mode | None
    whole: bool


def find_told(lines: Sequence[Line], first: int, known: Sequence[Span]) -> dict[int, Told]:
    """What plain tables from line `first` on say, by the position of the line where it begins.

    Args:
        lines: All lines.
        first: The first line behind the head.
        known: Places of what was read already; a table that holds one of them lists people or the head.
    """
    tables: dict[int, dict[int, Row]] = {}
    for at in range(first, len(lines)):
        cell = lines[at].cell
        if cell is not None:
            tables.setdefault(cell.table, {}).setdefault(cell.row, {}).setdefault(cell.column, []).append(at)
    if not tables:
        return {}
    of_items = (lines[row.heading[0]].cell for row in find_item_rows(lines))
    taken = {cell.table for cell in of_items if cell} | action_tables(lines, first)
    return {
        at: told
        for number, table in tables.items()
        if number not in taken and not _holds(lines, table, known)
        for at, told in _table(lines, table)
    }


def _holds(lines: Sequence[Line], table: Mapping[int, Row], known: Sequence[Span]) -> bool:
    """Whether a table holds something that was read already."""
    places = [at for row in table.values() for cell in row.values() for at in cell]
    start, end = lines[min(places)].start, lines[max(places)].end
    return any(start <= span.start < end for span in known)


def _table(lines: Sequence[Line], table: Mapping[int, Row]) -> Iterator[tuple[int, Told]]:
    """What the rows say; a head that only names columns is not said."""
    numbers = sorted(table)
    kinds = _kinds(lines, table[numbers[0]])
    for number in numbers[1:] if kinds else numbers:
        yield from _row(lines, table[number], kinds)


def _kinds(lines: Sequence[Line], head: Row) -> dict[int, Mode]:
    """The kinds that the heads of columns give."""
    modes: dict[int, Mode] = {}
    for column, cell in head.items():
        kind = field_of(" ".join(lines[at].text for at in cell), "statement_labels")
        if kind in _KINDS:
            modes[column] = Mode(kind, (lines[cell[0]].start, lines[cell[-1]].end), "S9")
    return modes


def _row(lines: Sequence[Line], row: Row, kinds: Mapping[int, Mode]) -> Iterator[tuple[int, Told]]:
    """The cells of running text each for itself, and what stands between them together."""
    short: list[int] = []
    for column in sorted(row):
        cell = row[column]
        kind = None if _is_empty(lines, cell) else kinds.get(column)
        if kind is None and not _runs(lines, cell):
            short += cell
            continue
        yield from _together(lines, short)
        short = []
        yield from ((at, Told(at, kind, whole=False)) for at in cell)
    yield from _together(lines, short)


def _is_empty(lines: Sequence[Line], cell: Sequence[int]) -> bool:
    return folded(lines[cell[0]].text) in lexicon().words("tables", "empty")


def _runs(lines: Sequence[Line], cell: Sequence[int]) -> bool:
    """Whether a cell holds a sentence or a list of its own."""
    words = " ".join(lines[at].text for at in cell)
    told = lexicon().pattern("finite_verb").search(words) is not None
    return (told and len(words.split()) >= _RUNNING) or any(lines[at].marker for at in cell)


def _together(lines: Sequence[Line], places: Sequence[int]) -> Iterator[tuple[int, Told]]:
    """Short cells beside one another, as one statement."""
    if any(letter.isalpha() for at in places for letter in lines[at].text):
        at, last = places[0], places[-1]
        yield at, Told(last, Mode("information", (lines[at].start, lines[last].end), ROW), whole=True)

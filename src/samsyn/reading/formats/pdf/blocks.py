"""Lines -> blocks: paragraphs, headings, list entries, cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from samsyn.reading.documents import BlockKind, Position
from samsyn.reading.formats.pdf.layout import measure_cell
from samsyn.reading.formats.pdf.lines import cell_lines
from samsyn.reading.formats.pdf.pieces import pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samsyn.reading.building import Builder
    from samsyn.reading.formats.pdf.geometry import Line
    from samsyn.reading.formats.pdf.layout import Layout
    from samsyn.reading.formats.pdf.tables import Table

BULLETS = re.compile(r"[-*•·▪◦‣●○■□➢✓–—\uf000-\uf0ff]$")
ROUND = re.compile(r"o$")  # a bullet only where a wide gap follows
LABEL = re.compile(r"(?:\d{1,3}|[a-zA-Z])[.)]$|\d{1,2}(?:\.\d{1,2})+\.?$|[ivx]{1,5}[.)]$")
NUMBER = re.compile(r"§{1,2}\s*\d|\d{1,3}[.:)]\s+\S|\d{1,2}(?:\.[1-9]\d?){1,3}\.?\s+\S")
COUNTED = re.compile(r"(\d{1,3})([.):])\s")
SENTENCE_END = re.compile(r"[.!?:;][”\"’)\]]*$")
TAB = 0.55  # in sizes: a gap behind a label that no space makes
INDENT = 6.0
MOST_WORDS = 12


@dataclass(slots=True)
class Draft:
    """A block to be: its lines, the first without the label."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    marker: str = ""
    skip: int = 0
    x: float = 0.0  # where its text begins
    level: int = 0

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]


@dataclass(slots=True)
class BlockMaker:
    """Puts lines together to blocks.

    Attributes:
        texts: Each page's characters.
        depths: Where the labels of open list entries begin.
        heads: The words of each table's first row, which many programs print again on the next page.
    """

    builder: Builder
    texts: Mapping[int, str]
    layout: Layout
    open: Draft | None = None
    depths: list[float] = field(default_factory=list)
    tables: int = 0
    table: tuple[Table, int, int] | None = None
    heads: dict[int, list[str]] = field(default_factory=dict)

    def take_all(self, lines: Iterable[Line]) -> None:
        """Add the blocks of the running text."""
        for line in lines:
            if line.table is not None:
                self.close()
                self._add_table(line.table, line.page, line.flow)
            elif line.is_rule:
                self.close()
                self.builder.add(BlockKind.RULE, [])
            else:
                self._take(line)
        self.close()

    def add_edges(self, lines: Sequence[Line], kind: BlockKind) -> None:
        """Add page headers or footers, each line a block."""
        for line in lines:
            self.builder.add(kind, pieces_of([line], self.texts, ()))

    def _take(self, line: Line) -> None:
        draft, self.table = self.open, None
        if draft is not None and self._goes_on(draft, line):
            draft.lines.append(line)
            return
        self.close()
        self.open = self._begin(line)

    def _goes_on(self, draft: Draft, line: Line) -> bool:
        last = draft.last
        if (
            self._label_of(line)[0]
            or abs(last.size - line.size) > 0.6
            or _is_next_number(draft.lines[0], line)
        ):
            return False
        if last.flow != line.flow:
            return self._goes_on_elsewhere(draft, line)
        if not self.layout.is_tight(last, line):
            return False
        if draft.kind is BlockKind.LIST_ENTRY and line.x0 < draft.x - INDENT:
            return False
        if not self.layout.fits(last, line):
            return True
        is_indented = line.x0 > min(each.x0 for each in draft.lines) + INDENT
        return not (
            last.bold != line.bold
            or (draft.kind is BlockKind.PARAGRAPH and is_indented)
            or NUMBER.match(line.text)
        )

    def _goes_on_elsewhere(self, draft: Draft, line: Line) -> bool:
        """Whether a sentence goes on at the top of the next page or column."""
        last, words = draft.last, draft.last.text
        if draft.kind is BlockKind.HEADING or self.layout.level(line.size) or last.bold != line.bold:
            return False
        if SENTENCE_END.search(words) or self.layout.fits(last, line):
            return False
        return line.text[0].islower() or not NUMBER.match(line.text)

    def _begin(self, line: Line) -> Draft:
        marker, skip = self._label_of(line)
        level = self.layout.level(line.size)
        body = line.words[skip]
        if level:
            kept = "" if marker == "-" else marker
            return Draft(BlockKind.HEADING, [line], kept, skip if kept else 0, body.x0, level)
        if marker:
            depth = self._depth(line.x0 if line.dot is None else line.dot)
            return Draft(BlockKind.LIST_ENTRY, [line], marker, skip, body.x0, depth)
        before = self._entry_before(line)
        if before is not None:
            return Draft(BlockKind.LIST_ENTRY, [line], "", 0, line.x0, before)
        self.depths = []
        return Draft(BlockKind.PARAGRAPH, [line], x=line.x0)

    def _entry_before(self, line: Line) -> int | None:
        """The depth of the list entry that a line without a label is a further paragraph of."""
        blocks = self.builder.blocks
        if not self.depths or not blocks or blocks[-1].kind is not BlockKind.LIST_ENTRY:
            return None
        inside = [number for number, x in enumerate(self.depths) if line.x0 > x + INDENT]
        return inside[-1] if inside else None

    def _depth(self, x: float) -> int:
        while self.depths and self.depths[-1] > x - INDENT:
            self.depths.pop()
        self.depths.append(x)
        return len(self.depths) - 1

    def _label_of(self, line: Line) -> tuple[str, int]:
        """The label that a line opens with, and how many words it takes."""
        words = line.words
        if line.dot is not None:
            return "-", 0
        if len(words) < 2 or words[1].glued:
            return "", 0
        first, gap = words[0], words[1].x0 - words[0].x1
        if BULLETS.match(first.text):
            return "-", 1
        if gap < TAB * first.size:
            return "", 0
        if ROUND.match(first.text):
            return "-", 1
        return (first.text, 1) if LABEL.match(first.text) and gap < 6 * first.size else ("", 0)

    def close(self) -> None:
        """Write the open block."""
        draft, self.open = self.open, None
        if draft is None:
            return
        if draft.kind is BlockKind.PARAGRAPH and _is_slanted_heading(draft):
            draft.kind, draft.level = BlockKind.HEADING, min(9, len(self.layout.sizes) + 1)
        hard = {n for n, (one, two) in enumerate(pairwise(draft.lines)) if self._is_hard(one, two)}
        pieces = pieces_of(draft.lines, self.texts, hard, draft.skip)
        self.builder.add(draft.kind, pieces, level=draft.level, marker=draft.marker)

    def _is_hard(self, line: Line, following: Line) -> bool:
        return line.flow == following.flow and self.layout.fits(line, following)

    def _add_table(self, table: Table, page: int, flow: int) -> None:
        number, first_row = self._number_of(table)
        head = _words_of_row(table, 0)
        is_again = first_row > 0 and any(head) and head == self.heads[number]
        if first_row == 0:
            self.heads[number] = head
        for row in range(is_again, table.n_rows):
            for column in range(len(table.xs) - 1):
                words = table.cells.get((row, column), [])
                position = Position(number, first_row + row - is_again, column)
                if words:
                    self._add_cell(cell_lines(words, page, flow), position, table.end_of(row, column))
                elif table.parts(row, column):
                    self.builder.add(BlockKind.CELL, [], cell=position)
        self.table = (table, number, first_row + table.n_rows - is_again)

    def _number_of(self, table: Table) -> tuple[int, int]:
        """A table that goes on below a page break keeps its number and goes on counting rows."""
        before = self.table
        if before is not None and _are_alike(before[0].xs, table.xs):
            return before[1], before[2]
        self.tables += 1
        return self.tables - 1, 0

    def _add_cell(self, lines: Sequence[Line], position: Position, margin: float) -> None:
        layout, start = measure_cell(lines, margin), 0
        for place in range(1, len(lines) + 1):
            if place < len(lines) and not self._parts(layout, lines[place - 1], lines[place]):
                continue
            inside = lines[start:place]
            hard = {n for n, (one, two) in enumerate(pairwise(inside)) if layout.fits(one, two)}
            self.builder.add(BlockKind.CELL, pieces_of(inside, self.texts, hard), cell=position)
            start = place

    def _parts(self, layout: Layout, line: Line, following: Line) -> bool:
        return not layout.is_tight(line, following) or bool(self._label_of(following)[0])


def _words_of_row(table: Table, row: int) -> list[str]:
    """The words in each cell of a row."""
    return [
        " ".join(word.text for word in table.cells.get((row, column), []))
        for column in range(len(table.xs) - 1)
    ]


def _is_next_number(first: Line, line: Line) -> bool:
    """Whether a line goes on counting what another began with: "1. Läget" and "2. Planen" below it."""
    two = COUNTED.match(line.text)
    one = COUNTED.match(first.text) if two else None
    if one is None or two is None or abs(first.x0 - line.x0) > INDENT:
        return False
    return one[2] == two[2] and int(two[1]) == int(one[1]) + 1


def _are_alike(some: Sequence[float], others: Sequence[float]) -> bool:
    return len(some) == len(others) and all(abs(one - two) < 4 for one, two in zip(some, others, strict=True))


def _is_slanted_heading(draft: Draft) -> bool:
    """A short line that is all slanted and ends like no sentence, as the lower headings often are."""
    line = draft.lines[0]
    if len(draft.lines) > 1 or not line.italic or len(line.words) > MOST_WORDS:
        return False
    return not line.text.endswith((".", ",", ";", ":")) and line.text[0].isupper() | line.text[0].isdigit()

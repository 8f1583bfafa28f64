"""The notes as they look: a `Document` as headings, paragraphs, nested lists and tables for the template."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from samsyn.reading.documents import BlockKind
from samsyn.web.marks import Cutter, heaviest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samsyn.reading.documents import Block, Document
    from samsyn.web.marks import Mark, Piece

# Headings of the page itself stand above those of the notes.
PAGE_LEVELS = 2
# A small file may ask for millions of empty cells: it gets so many in all, or for each that is filled.
MOST_PLACES, MOST_EMPTY = 10_000, 8
QUIET = {BlockKind.PAGE_HEADER: "page-header", BlockKind.PAGE_FOOTER: "page-footer"}


@dataclass(slots=True)
class Node:
    """A heading, paragraph, list, list entry, table, page header, page footer or rule.

    Attributes:
        tag: "heading", "paragraph", "list", "entry", "table", "rule", "page-header" or "page-footer".
        level: For a heading its place in the page's order, 3 to 6; `look` is its level in the notes.
        state: The state in the margin: the one that most needs somebody.
        rows: For a table, rows of cells of nodes.
        start: Where its words begin in the notes' text.
    """

    tag: str
    pieces: Sequence[Piece] = ()
    level: int = 0
    look: int = 0
    marker: str = ""
    start: int = 0
    children: list[Node] = field(default_factory=list)
    rows: Sequence[Sequence[Sequence[Node]]] = ()

    @property
    def state(self) -> str:
        """The margin's mark."""
        return heaviest(piece.state for piece in self.pieces if piece.state)


@dataclass(slots=True)
class _Writer:
    cutter: Cutter
    open_levels: list[int] = field(default_factory=list)

    def nodes(self, blocks: Iterable[Block]) -> Iterator[Node]:
        for shape, group in groupby(blocks, key=_shape):
            if shape == BlockKind.LIST_ENTRY:
                yield from self._lists(list(group))
            elif isinstance(shape, int):
                yield self._table(list(group))
            else:
                yield from map(self._single, group)

    def _single(self, block: Block) -> Node:
        pieces = self.cutter.cut(block)
        if block.kind == BlockKind.HEADING:
            depth = self._depth(block.level or 1)
            return Node(
                "heading",
                pieces,
                level=min(depth + PAGE_LEVELS, 6),
                look=min(block.level or 1, 4),
                start=block.start,
            )
        if block.kind == BlockKind.RULE:
            return Node("rule")
        return Node(QUIET.get(block.kind, "paragraph"), pieces, start=block.start)

    def _depth(self, level: int) -> int:
        """How deep a heading lies: notes may skip levels, a page may not. The look keeps the notes' own."""
        while self.open_levels and self.open_levels[-1] >= level:
            self.open_levels.pop()
        self.open_levels.append(level)
        return len(self.open_levels)

    def _lists(self, blocks: Sequence[Block]) -> Iterator[Node]:
        """One list with lists inside; an entry deeper than the one before goes into it."""
        top = Node("list")
        trail: list[tuple[int, Node]] = [(-1, top)]
        for block in blocks:
            entry = Node("entry", self.cutter.cut(block), marker=block.marker, start=block.start)
            while trail[-1][0] >= block.level:
                trail.pop()
            trail[-1][1].children.append(entry)
            trail.append((block.level, entry))
        yield top

    def _table(self, blocks: Sequence[Block]) -> Node:
        cells: dict[int, dict[int, list[Node]]] = {}
        for block in blocks:
            if block.cell is not None:
                row = cells.setdefault(block.cell.row, {})
                row.setdefault(block.cell.column, []).append(
                    Node("paragraph", self.cutter.cut(block), start=block.start)
                )
        return Node("table", rows=_even([row for _, row in sorted(cells.items())]))


def _even(rows: Sequence[dict[int, list[Node]]]) -> list[list[list[Node]]]:
    """Rows with a place for each column that any of them has, unless next to nothing would stand in them."""
    columns = sorted({column for row in rows for column in row})
    if len(rows) * len(columns) > max(MOST_PLACES, MOST_EMPTY * sum(map(len, rows))):
        return [[row[at] for at in sorted(row)] for row in rows]
    return [[row.get(at, []) for at in columns] for row in rows]


def _shape(block: Block) -> BlockKind | int:
    """Blocks of one list or one table stand together."""
    return block.cell.table if block.cell is not None else block.kind


def write_notes(
    document: Document, marks: Sequence[Mark], sought: Sequence[tuple[int, int]] = ()
) -> list[Node]:
    """The notes as nodes, with every mark's stretch, and every word sought, cut out as pieces of its own."""
    ordered = sorted(marks, key=lambda mark: (mark.start, mark.end))
    return list(_Writer(Cutter(ordered, sought)).nodes(document.blocks))

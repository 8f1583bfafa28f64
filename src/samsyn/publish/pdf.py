"""Notes as a PDF that screen readers can follow (PDF/UA-1): headings, lists and tables are tagged."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from samsyn.reading import Block, Document

PAGE = Path(__file__).parent / "notes.typ"
BULLET = "-"
NARROWEST, WIDEST = 6, 40  # in letters: a column of one word is not a line of letters
MOST_CELLS = 20_000

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF says of itself.

    Attributes:
        title: What the file is called where it is open.
        author: Whose notes they are.
        foot: What stands at the foot of each page.
        at: The file's own time; the same notes at the same time give the same bytes.
    """

    title: str
    author: str
    foot: str
    at: datetime


def write_pdf(document: Document, about: About) -> bytes:
    """The notes as they were read, block for block.

    Args:
        document: The notes.
        about: What the file says of itself.
    """
    import typst  # noqa: PLC0415 - a large library, for one page

    data = {
        "title": about.title, "author": about.author, "foot": about.foot, "page": "Sida",
        "nodes": list(_nodes(document.blocks)),
    }  # fmt: skip
    return typst.compile(
        PAGE,
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"data": json.dumps(data)},
        timestamp=int(about.at.timestamp()),
    )


def _nodes(blocks: Iterable[Block]) -> Iterator[Node]:
    """The blocks as headings, paragraphs, nested lists and tables."""
    depths = _Depths()
    for shape, group in groupby(blocks, key=_shape):
        rows = list(group)
        if shape == BlockKind.LIST_ENTRY:
            yield from _lists(rows)
        elif isinstance(shape, int):
            yield from _table(rows)
        else:
            yield from (_single(block, depths) for block in rows)


def _shape(block: Block) -> BlockKind | int:
    return block.cell.table if block.cell is not None else block.kind


class _Depths:
    """Headings without a leap: a file may go from the first level to the third, a tagged one may not."""

    def __init__(self) -> None:
        self.open: list[int] = []

    def of(self, level: int) -> int:
        while self.open and self.open[-1] >= level:
            self.open.pop()
        self.open.append(level)
        return len(self.open)


def _single(block: Block, depths: _Depths) -> Node:
    if block.kind == BlockKind.HEADING:
        runs = _runs(block)
        if block.marker:
            runs.insert(0, {"text": f"{block.marker} ", "bold": False, "italic": False, "struck": False})
        return {"tag": "heading", "level": depths.of(block.level or 1), "runs": runs}
    if block.kind == BlockKind.RULE:
        return {"tag": "rule"}
    quiet = block.kind in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER)
    return {"tag": "quiet" if quiet else "paragraph", "runs": _runs(block)}


def _runs(block: Block) -> list[Node]:
    return [
        {"text": run.text, "bold": run.bold, "italic": run.italic, "struck": run.struck} for run in block.runs
    ]


def _lists(blocks: Sequence[Block]) -> list[Node]:
    """Entries with the deeper ones inside; a run of bullets is one list, a run of numbers another."""
    tops: list[Node] = []
    trail: list[tuple[int, list[Node]]] = [(-1, tops)]
    for block in blocks:
        while trail[-1][0] >= block.level:
            trail.pop()
        around = trail[-1][1]
        entry: Node = {"runs": _runs(block), "children": []}
        _append(around, entry, block.marker or BULLET)
        trail.append((block.level, entry["children"]))
    return tops


def _append(around: list[Node], entry: Node, marker: str) -> None:
    is_numbered = marker != BULLET
    if not around or (around[-1]["markers"] is not None) != is_numbered:
        around.append({"tag": "list", "children": [], "markers": [] if is_numbered else None})
    around[-1]["children"].append(entry)
    if is_numbered:
        around[-1]["markers"].append(marker)


def _table(blocks: Sequence[Block]) -> list[Node]:
    """A table with a place for each column in each row; one of next to nothing but gaps, line by line."""
    cells: dict[int, dict[int, list[Node]]] = {}
    for block in blocks:
        if block.cell is not None:
            row = cells.setdefault(block.cell.row, {})
            row.setdefault(block.cell.column, []).append({"tag": "paragraph", "runs": _runs(block)})
    columns = sorted({column for row in cells.values() for column in row})
    if len(cells) * len(columns) > MOST_CELLS:
        return [part for row in cells.values() for cell in row.values() for part in cell]
    rows = [[row.get(column, []) for column in columns] for _, row in sorted(cells.items())]
    return [{"tag": "table", "rows": rows, "widths": [_width(rows, at) for at in range(len(columns))]}]


def _width(rows: Sequence[Sequence[Sequence[Node]]], at: int) -> int:
    """How wide a column is beside the others: as its longest cell, within reason."""
    letters = (sum(len(run["text"]) for part in row[at] for run in part["runs"]) for row in rows)
    return max(NARROWEST, min(WIDEST, max(letters, default=0)))

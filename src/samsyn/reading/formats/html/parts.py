"""Lists and tables that are open at a place of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samsyn.reading.documents import Position
from samsyn.reading.formats.docx.numbering import write_number

if TYPE_CHECKING:
    from collections.abc import Mapping

BULLET = "-"
HIGHEST = 100_000
WIDEST, TALLEST = 200, 10_000
# Google Docs saves lists within lists one after the other, and tells their depth by their class.
SAVED_DEPTH = re.compile(r"\blst-kix_\w+-([1-8])\b")
LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
SHAPES = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}


@dataclass(slots=True)
class List:
    """A list; `marker` is the label of its present entry until the first words of that take it.

    Attributes:
        shape: How entries are numbered; empty for bullets.
        n_tables: How many tables were open where it began.
        depth: How deep it says it lies; 0 where only the lists around it tell.
    """

    shape: str
    number: int
    n_tables: int
    depth: int = 0
    marker: str = ""

    def begin_entry(self, said: Mapping[str, str]) -> None:
        """Count one on."""
        self.marker = BULLET
        if self.shape:
            self.number = whole(said.get("value", ""), self.number + 1, HIGHEST)
            self.marker = f"{write_number(self.number, self.shape)}."

    def take_marker(self) -> str:
        """The entry's label; its further paragraphs have none."""
        marker, self.marker = self.marker, ""
        return marker


@dataclass(slots=True)
class Table:
    """A table; without a number one that only arranges the page.

    Attributes:
        number: Its place among the document's tables.
        carried: For each column the last row that a tall cell in it reaches.
        cell: The cell that is open.
        n_before: How many blocks there were before that cell.
    """

    number: int | None
    row: int = -1
    column: int = 0
    carried: dict[int, int] = field(default_factory=dict)
    cell: Position | None = None
    n_before: int = 0

    def begin_row(self) -> None:
        """The next row."""
        self.row, self.column = self.row + 1, 0

    def begin_cell(self, said: Mapping[str, str], n_before: int) -> None:
        """The next cell, behind those that reach into the row from above."""
        self.row = max(0, self.row)
        while self.carried.get(self.column, -1) >= self.row:
            self.column += 1
        width, height = whole(said.get("colspan", ""), 1, WIDEST), whole(said.get("rowspan", ""), 1, TALLEST)
        if height > 1:
            for column in range(self.column, min(self.column + width, WIDEST)):
                self.carried[column] = self.row + height - 1
        if self.number is not None:
            self.cell = Position(self.number, self.row, self.column)
        self.column, self.n_before = self.column + max(1, width), n_before


def begin_list(name: str, said: Mapping[str, str], n_tables: int) -> List:
    """The list that a tag begins."""
    saved = SAVED_DEPTH.search(said.get("class", ""))
    depth = int(saved[1]) if saved else 0
    if name != "ol":
        return List("", 0, n_tables, depth)
    style = LIST_STYLE.search(said.get("style", ""))
    shape = SHAPES.get(style[1].lower() if style else said.get("type", ""), "decimal")
    return List(shape, whole(said.get("start", ""), 1, HIGHEST) - 1, n_tables, depth)


def whole(written: str, otherwise: int, most: int) -> int:
    """A whole number that a page gives, within bounds."""
    return min(int(written), most) if written.isdecimal() and len(written) < 10 else otherwise

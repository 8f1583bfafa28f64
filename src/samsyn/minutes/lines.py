"""The lines of a document as its reader sees them, with the look that tells headings and labels."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading import Block, BlockKind, Position, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.labels import Label
    from samsyn.reading import Document, Run

_ASIDE = frozenset({BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block, without the gaps around it.

    Attributes:
        start: Where `text` begins in `Document.text`.
        block: Position of its block in `Document.blocks`.
        first: Whether it is the first line of its block.
        last: Whether it is the last line of its block.
        marker: Label of the list entry, on its first line; a sign of a list is one wherever it stands.
        bold_end: How many leading characters are bold.
        struck: Whether all of its words are struck through.
        indent: How many characters stand before it on its line, in text files.
        heads: Rule by which it heads the words behind or beside it; "" for none.
        labels: The labels that were found on it, by table.
    """

    text: str
    start: int
    block: int
    first: bool
    last: bool
    kind: BlockKind
    level: int = 0
    marker: str = ""
    bold_end: int = 0
    italic: bool = False
    struck: bool = False
    indent: int = 0
    cell: Position | None = None
    heads: str = ""
    labels: dict[str, Label | None] = field(default_factory=dict, repr=False, compare=False)

    @property
    def end(self) -> int:
        """First position in `Document.text` after the line."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """The line's place in `Document.text`."""
        return Span(self.start, self.end)

    @property
    def bold(self) -> bool:
        """Whether the whole line is bold."""
        return self.bold_end >= len(self.text.rstrip(" :.")) > 0

    @property
    def heading(self) -> bool:
        """Whether the file marks it as a heading."""
        return self.kind is BlockKind.HEADING


def lines_of(document: Document) -> list[Line]:
    """All lines with words, in reading order; page headers and footers are left out."""
    found: list[Line] = []
    for number, block in enumerate(document.blocks):
        if block.kind not in _ASIDE:
            found.extend(_lines(block, number))
    return found


def width_of(lines: Sequence[Line]) -> int:
    """How many characters the widest line takes up, with what stands before it."""
    return max((line.indent + len(line.text) for line in lines), default=0)


def ends_early(line: Line, following: Line, width: int) -> bool:
    """Whether a line was ended on purpose: the first word of the next one would have had room on it."""
    word = following.text.split(" ", 1)[0]
    return line.indent + len(line.text) + 1 + len(word) <= width


def aside_lines(document: Document) -> list[Line]:
    """The lines of page headers and footers."""
    found: list[Line] = []
    for number, block in enumerate(document.blocks):
        if block.kind in _ASIDE:
            found.extend(_lines(block, number))
    return found


# A sign of a list that stands in the words, as in text that was pasted.
_BULLET = re.compile(r"[-–—•·▪*]\s+(?=\S)")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")


class _Look(NamedTuple):
    """How a stretch looks: how many leading characters are bold, and whether all is italic or struck."""

    bold_end: int = 0
    italic: bool = False
    struck: bool = False


_PLAIN = _Look()


def _lines(block: Block, number: int) -> Iterator[Line]:
    found = list(_LINE.finditer(block.text))
    starts = [run.start for run in block.runs]
    marked = any(run.bold or run.struck or run.italic for run in block.runs)
    may_be_typed, last = block.kind is BlockKind.PARAGRAPH, len(found) - 1
    for order, match in enumerate(found):
        words, start, kind = match[0], block.start + match.start(), block.kind
        marker = block.marker if order == 0 else ""
        if may_be_typed and (bullet := _BULLET.match(words)):
            typed = bullet[0]
            words, start, kind, marker = (
                words[len(typed) :],
                start + len(typed),
                BlockKind.LIST_ENTRY,
                typed.strip(),
            )
        look = _look(block, start, start + len(words)) if marked else _PLAIN
        indent = _column(block.runs[max(0, bisect_right(starts, start) - 1)], start) if starts else 0
        yield Line(
            words,
            start,
            number,
            order == 0,
            order == last,
            kind,
            block.level,
            marker,
            *look,
            indent,
            block.cell,
        )


def _column(run: Run, start: int) -> int:
    """How many characters stand before a place of a run on its line of a text file; 0 in other files."""
    return run.origin.offset + start - run.start if not run.origin.part else 0


def _look(block: Block, start: int, end: int) -> _Look:
    """How the runs between two positions look; gaps between them have no look of their own."""
    bold_end, still_bold, italic, struck = 0, True, True, True
    for run in block.runs:
        if run.start >= end:
            break
        stop = run.start + len(run.text)
        if stop <= start:
            continue
        if not run.text.strip():
            if still_bold and bold_end:
                bold_end = min(stop, end) - start
            continue
        still_bold = still_bold and run.bold
        if still_bold:
            bold_end = min(stop, end) - start
        italic, struck = italic and run.italic, struck and run.struck
    return _Look(bold_end, italic, struck)

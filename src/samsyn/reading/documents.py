"""A file's words as blocks and runs, every character traceable to its place in the file.

`Document.text` is the whole text, blocks joined by one line feed; every `Span` is counted in it.
Line breaks inside a block are kept as line feeds, since notes often use them as punctuation.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Span(NamedTuple):
    """A half-open stretch of `Document.text`, in code points: 0 <= start <= end."""

    start: int
    end: int


WHOLE_FILE = Span(0, 0)


class Origin(NamedTuple):
    """A place in the file.

    `part` names the member of a package ("word/document.xml"), empty for a file of one part;
    `index` is the line (text files), the paragraph (packages) or the page (PDF, whose part is "page") in
    that part, counted from 0;
    `offset` is the character within it, counted from 0.
    """

    part: str
    index: int  # type: ignore[assignment]  # hides tuple.index, which no place needs
    offset: int


class BlockKind(StrEnum):
    """What a block is in the layout of the notes."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ENTRY = "list_entry"
    CELL = "cell"
    PAGE_HEADER = "page_header"
    PAGE_FOOTER = "page_footer"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look and one unbroken place in the file.

    Character `i` of `text` stands at `origin.offset + i` in the file's part, unless `copied` is
    false: then the run is the reader's own rendering (a line feed for a break) of what stands there.
    """

    text: str
    start: int
    origin: Origin
    bold: bool = False
    italic: bool = False
    struck: bool = False
    copied: bool = True

    @property
    def end(self) -> int:
        """First position in `Document.text` after the run."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Position:
    """A cell's place: which table of the document, row and column, all counted from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list entry, table cell, page header or footer.

    Attributes:
        start: Where the block begins in `Document.text`.
        level: Heading level 1 to 9; depth of a list entry from 0; else 0.
        marker: The label of a list entry, or of a heading that the file itself numbers, as shown
            ("-", "1.", "a)"); it is not in `text`. Bullets of any shape are "-"; a list entry's
            further paragraphs have "".
        cell: Place in its table, for cells only. Several blocks may share one cell.
    """

    kind: BlockKind
    start: int
    runs: tuple[Run, ...]
    level: int = 0
    marker: str = ""
    cell: Position | None = None

    @property
    def text(self) -> str:
        """The block's words, as in `Document.text`."""
        return "".join(run.text for run in self.runs)

    @property
    def end(self) -> int:
        """First position in `Document.text` after the block."""
        return self.runs[-1].end if self.runs else self.start

    @property
    def span(self) -> Span:
        """The block's place in `Document.text`."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin, kept apart from the words of the notes.

    Attributes:
        at: The words that the comment is about.
    """

    text: str
    author: str
    at: Span


BOX_SCALE = 10_000


class Box(NamedTuple):
    """Where a word stands in the picture of a page, for words that were read from a picture.

    Attributes:
        page: The page, from 0, as `Origin.index`.
        offset: The first character of the word on the page, as `Origin.offset`.
        length: Its characters.
        left: Its sides, in ten thousandths of the upright page's width from the left ...
        top: ... and of its height from the top.
    """

    page: int
    offset: int
    length: int
    left: int
    top: int
    right: int
    bottom: int


class Remark(StrEnum):
    """What the reader had to decide about the file, to be shown as a doubt."""

    TRACKED_CHANGES_ACCEPTED = "tracked_changes_accepted"
    BROKEN_CHARACTERS = "broken_characters"
    OLD_ENCODING = "old_encoding"
    PAGES_WITHOUT_TEXT = "pages_without_text"
    PAGES_UNREADABLE = "pages_unreadable"
    SCANS_NOT_READ = "scans_not_read"
    READ_FROM_PICTURE = "read_from_picture"
    UNCLEAR_WORDS = "unclear_words"
    FILES_WITHIN = "files_within"


@dataclass(frozen=True, slots=True)
class Observation:
    """A `Remark` and where it applies; an empty span at 0 means the whole file.

    Attributes:
        page: The page that it is about, from 0, where it is about one.
    """

    remark: Remark
    at: Span = WHOLE_FILE
    page: int | None = None


_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Document:
    """A file's words, in reading order.

    Attributes:
        text: All blocks' words joined by a line feed; spans are counted here.
        format: Name of the format, as in `samsyn.reading.FORMATS`.
        boxes: Of each word that was read from a picture where it stands there, page by page.
    """

    text: str
    blocks: tuple[Block, ...]
    format: str
    comments: tuple[Comment, ...] = ()
    observations: tuple[Observation, ...] = ()
    boxes: tuple[Box, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        """Index the blocks by their start."""
        object.__setattr__(self, "_starts", tuple(block.start for block in self.blocks))

    def cut(self, span: Span) -> str:
        """The words at `span`, exactly as they stand."""
        return self.text[span.start : span.end]

    def block_at(self, position: int) -> Block:
        """The block that holds a position of `text`.

        Raises:
            IndexError: The position lies outside the text.
        """
        if not 0 <= position <= len(self.text) or not self.blocks:
            raise IndexError(position)
        return self.blocks[max(0, bisect_right(self._starts, position) - 1)]

    def runs_in(self, span: Span) -> Iterator[Run]:
        """The runs that touch a span, in order."""
        start, end = span
        first = max(0, bisect_right(self._starts, start) - 1)
        for block in islice(self.blocks, first, None):
            if block.start >= end:
                return
            nearest = max(0, bisect_right(block.runs, start, key=_START) - 1)
            for run in islice(block.runs, nearest, None):
                if run.start >= end:
                    return
                if run.start + len(run.text) > start:
                    yield run

    def boxes_in(self, span: Span) -> Iterator[Box]:
        """Where the words that touch a span stand in the pictures that they were read from."""
        for run in self.runs_in(span):
            if not (run.copied and self.boxes):
                continue
            first = run.origin.offset + max(0, span.start - run.start)
            end = run.origin.offset + min(len(run.text), span.end - run.start)
            place = bisect_right(self.boxes, (run.origin.index, first)) - 1
            for box in islice(self.boxes, max(0, place), None):
                if (box.page, box.offset) >= (run.origin.index, end):
                    break
                if box.page == run.origin.index and box.offset + box.length > first:
                    yield box

    def origin(self, position: int) -> Origin:
        """The place in the file of one character of `text`.

        Raises:
            IndexError: The position lies outside the text, or between two blocks.
        """
        for run in self.block_at(position).runs:
            if run.start <= position < run.end:
                shift = position - run.start if run.copied else 0
                return run.origin._replace(offset=run.origin.offset + shift)
        raise IndexError(position)

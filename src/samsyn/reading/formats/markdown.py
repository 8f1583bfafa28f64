"""Markdown -> `Document`, by CommonMark with tables and strikethrough.

Hand-written notes are read as their writers meant them, where CommonMark has it otherwise:
- `##Rubrik` is a heading though the blank is missing; `•`, `–` and their like open list entries;
- an indented paragraph is no code; a line that holds only a hard blank is blank;
- `---` below a paragraph is a rule, not a heading, unless it is as long as the words above it;
- `**Tid: **9.30` and `**Plats** Flen** / Teams**` are bold from the first mark to the second;
- `[ord]: text` is text, no definition of a link;
- tags of HTML are left out, but for what they say of the words (`<br>`, `<b>`, `<s>`).

Of a link the visible words are kept, of a picture nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_block.lheading import lheading
from markdown_it.rules_inline.emphasis import tokenize as emphasis
from markdown_it.rules_inline.image import image
from markdown_it.rules_inline.link import link

from samsyn.reading.building import Builder
from samsyn.reading.documents import BlockKind, Document, Position
from samsyn.reading.formats.inline import LINK_END, read_inline
from samsyn.reading.formats.lines import BLANK, BULLET, SURE_BULLET, Line, find_underlined_level, split_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

GLUED_HEADING = re.compile(r"( {0,3}#{1,6})(?=[^\W\d_])")
# Hard blanks in front of a line, perhaps mixed with others.
HARD_BLANKS = re.compile(rf"[ \t]*[{BLANK[2:]}][{BLANK}]*")
BOLD_MARK = re.compile(r"(?<![\\*])\*\*(?!\*)")
LOOSE_MARK = re.compile(r"(?<!\S)\*\*(?!\S)")
MARKED = re.compile(r"[ \t]*(?:[-*+#•–—·▪◦‣●○]|\d+[.)])")


def read(text: str) -> Document:
    """Read Markdown."""
    lines = split_lines(text)
    reader = MarkdownReader(lines)
    for token in _parser().parse("\n".join(_mend(lines))):
        reader.take(token)
    return reader.builder.document()


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    # Escaped characters stay tokens of their own, so that each can be found in the source.
    parser.disable(["code", "html_block", "reference", "text_join"])
    parser.block.ruler.at("lheading", _lheading, {"alt": []})
    parser.inline.ruler.at("link", _with_end(link))
    parser.inline.ruler.at("image", _with_end(image))
    parser.inline.ruler.at("emphasis", _emphasis)
    return parser


def _lheading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if start + 1 >= end:
        return False
    line, below = (state.getLines(at, at + 1, 0, False) for at in (start, start + 1))
    return find_underlined_level(line, below) > 0 and lheading(state, start, end, silent)


def _with_end(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The rule, noting on its last token where in the source it ended."""

    def noting(state: StateInline, silent: bool) -> bool:
        found = rule(state, silent)
        if found and not silent:
            state.tokens[-1].meta[LINK_END] = state.pos
        return found

    return noting


def _emphasis(state: StateInline, silent: bool) -> bool:
    """The rule for bold and slanted words; bold is from one mark to the next, whatever stands beside them."""
    begin, known = state.pos, len(state.delimiters)
    found = emphasis(state, silent)
    opens = _bold_marks(state.src).get(begin) if found and state.pos - begin == len("**") else None
    if opens is not None:
        for delimiter in state.delimiters[known:]:
            delimiter.open, delimiter.close = opens, not opens
    return found


@lru_cache(maxsize=8)
def _bold_marks(words: str) -> dict[int, bool]:
    """Where marks of bold stand and whether they open it; empty where they come in no pairs."""
    places = [match.start() for match in BOLD_MARK.finditer(words)]
    loose = {match.start() for match in LOOSE_MARK.finditer(words)}
    if len(places) % 2 or loose.intersection(places[::2]):
        return {}
    return {place: order % 2 == 0 for order, place in enumerate(places)}


def _mend(lines: Sequence[Line]) -> list[str]:
    """The lines as CommonMark wants them; nothing that is seen changes its order."""
    mended: list[str] = []
    opens = True
    for line in lines:
        words = _soften(line.text)
        if line.is_blank:
            words = ""
        elif GLUED_HEADING.match(words):
            words = GLUED_HEADING.sub(r"\1 ", words)
        elif _is_odd_bullet(words.lstrip(), opens=opens):
            before = len(words) - len(words.lstrip())
            words = f"{words[:before]}- {words[before + 2 :]}"
        opens = not words or words.rstrip().endswith(":") or bool(MARKED.match(words))
        mended.append(words)
    return mended


def _soften(words: str) -> str:
    """The line with soft blanks in front: hard ones would hide a bullet."""
    match = HARD_BLANKS.match(words)
    return " " * match.end() + words[match.end() :] if match else words


def _is_odd_bullet(words: str, *, opens: bool) -> bool:
    if not words or words[0] in "-*+o" or not BULLET.match(words):
        return False
    return opens or bool(SURE_BULLET.match(words))


@dataclass(slots=True)
class MarkdownReader:
    """Takes the parser's tokens one by one and adds a block for each that holds words."""

    lines: Sequence[Line]
    builder: Builder = field(default_factory=lambda: Builder("markdown"))
    markers: list[str] = field(default_factory=list)
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    in_table: bool = False
    cell_start: int = 0

    def take(self, token: Token) -> None:
        """Take one token of the parser."""
        match token.type:
            case "heading_open":
                self.level = int(token.tag[1:])
            case "heading_close":
                self.level = 0
            case "list_item_open":
                self.markers.append(f"{token.info}{token.markup}" if token.info else "-")
            case "list_item_close":
                self.markers.pop()
            case "inline":
                self._add_words(token)
            case "hr":
                self.builder.add(BlockKind.RULE, [])
            case "fence":
                self._add_fence(token)
            case _:
                self._take_table(token)

    def _take_table(self, token: Token) -> None:
        match token.type:
            case "table_open":
                self.table, self.row, self.in_table = self.table + 1, -1, True
            case "tr_open":
                self.row, self.column, self.cell_start = self.row + 1, -1, 0
            case "th_open" | "td_open":
                self.column += 1
            case "table_close":
                self.in_table, self.cell_start = False, 0

    def _add_words(self, token: Token) -> None:
        first, end = token.map or (0, 0)
        pieces, last = read_inline(token, self.lines[first:end], search_from=self.cell_start)
        if self.in_table:
            self.cell_start = last
            position = Position(self.table, self.row, self.column)
            self.builder.add(BlockKind.CELL, pieces, cell=position)
        elif self.level:
            self.builder.add(BlockKind.HEADING, pieces, level=self.level)
        elif self.markers:
            marker, self.markers[-1] = self.markers[-1], ""
            self.builder.add(BlockKind.LIST_ENTRY, pieces, level=len(self.markers) - 1, marker=marker)
        else:
            self.builder.add(BlockKind.PARAGRAPH, pieces)

    def _add_fence(self, token: Token) -> None:
        first, end = token.map or (0, 0)
        inside = list(self.lines[first + 1 : end])
        if inside and set(inside[-1].text.strip(" \t>")) == set(token.markup):
            inside.pop()
        pieces = [piece for line in inside for piece in (line.cut(), line.line_feed())]
        self.builder.add(BlockKind.PARAGRAPH, pieces[:-1])

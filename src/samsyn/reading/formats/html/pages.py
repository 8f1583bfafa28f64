"""A page's tokens -> blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from samsyn.reading.documents import BlockKind
from samsyn.reading.errors import HostileFile
from samsyn.reading.formats.html.looks import read_sheet
from samsyn.reading.formats.html.opened import LOOSE, Openings
from samsyn.reading.formats.html.parts import BULLET, List, Table, begin_list
from samsyn.reading.formats.html.survey import CELLS, HEADINGS
from samsyn.reading.formats.html.tokens import RAW, VOID, Token, read_attributes
from samsyn.reading.formats.html.words import cut_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samsyn.reading.building import Builder
    from samsyn.reading.formats.html.words import Words

DEEPEST = 500
MOST_BLOCKS = 100_000  # five times as many as a page of the largest size holds that somebody wrote
LISTS, ENTRIES = frozenset(("ul", "ol", "menu")), frozenset(("li",))
PARAGRAPHS = HEADINGS | {"p"}
TABLES, ROWS = frozenset(("table",)), frozenset(("tr", "td", "th", "caption"))
GROUPS = ROWS | {"thead", "tbody", "tfoot"}
TERMS = frozenset(("dt", "dd"))
# What a tag closes by beginning, and what stops it.
IMPLIED = {
    **dict.fromkeys(("td", "th"), (CELLS | {"caption"}, TABLES)),
    "tr": (ROWS, TABLES),
    **dict.fromkeys(("thead", "tbody", "tfoot"), (GROUPS, TABLES)),
    "li": (ENTRIES, LISTS | TABLES),
    **dict.fromkeys(("dt", "dd"), (TERMS, frozenset(("dl", "table")))),
}
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "html"),
        *("legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody"),
        *("td", "tfoot", "th", "thead", "tr", "ul", *HEADINGS),
    )
)
BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*")


@dataclass(slots=True)
class PageReader:
    """Takes the tokens one by one and adds a block for each that holds words."""

    source: str
    name: str
    builder: Builder
    words: Words
    openings: Openings
    lists: list[List] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    n_tables: int = 0
    label: list[str] = field(default_factory=list)

    def take(self, token: Token) -> None:
        """Take one token."""
        match token.kind:
            case "words":
                self._take_words(token)
            case "raw" if token.name == "style":
                self.openings.rules |= read_sheet(self.source[token.start : token.end])
            case "start":
                self._take_start(token)
            case "end":
                self._take_end(token)

    def close(self) -> None:
        """The page ends, and with it all that is open."""
        self._flush()
        self._close(0)

    def _take_words(self, token: Token) -> None:
        top = self.openings.top
        if not self.openings.is_shown:
            return
        if top.is_label:
            self.label.append(self.source[token.start : token.end])
        elif top.keeps_blanks:
            at = token.start
            for match in BLANK_LINE.finditer(self.source, token.start, token.end):
                self.words.add(at, match.start(), top.look, keep_blanks=True)
                self._flush()
                at = match.end()
            self.words.add(at, token.end, top.look, keep_blanks=True)
        else:
            self.words.add(token.start, token.end, top.look)

    def _take_start(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._break(token.start)
        elif name == "hr":
            self._flush()
            if self.openings.is_shown:
                self.builder.add(BlockKind.RULE, [])
        elif name not in VOID and name not in RAW:
            self._open(token, read_attributes(token.attributes) if token.attributes else {})

    def _open(self, token: Token, said: Mapping[str, str]) -> None:
        name = token.name
        if name in BLOCKS:
            self._flush()
            self._close_implied(name)
        if token.closed:
            return
        self.openings.open(name, said)
        if len(self.openings.stack) > DEEPEST:
            raise HostileFile(self.name, trouble="är uppbyggd i orimligt många nivåer")
        if name in LISTS:
            self.lists.append(begin_list(name, said, len(self.tables)))
        elif name == "li" and self.lists:
            self.lists[-1].begin_entry(said)
        elif name == "table":
            self._open_table(token.start)
        elif name == "tr" and self.tables:
            self.tables[-1].begin_row()
        elif name in CELLS and self.tables:
            self.tables[-1].begin_cell(said, len(self.builder.blocks))

    def _open_table(self, start: int) -> None:
        inside = any(table.cell for table in self.tables)
        if start in self.openings.survey.layouts or inside or not self.openings.is_shown:
            self.tables.append(Table(None))
        else:
            self.tables.append(Table(self.n_tables))
            self.n_tables += 1

    def _close_implied(self, name: str) -> None:
        place = self.openings.find(PARAGRAPHS, within=CELLS | TABLES | ENTRIES)
        if place >= 0:
            self._close(place)
        if name in IMPLIED:
            names, within = IMPLIED[name]
            place = self.openings.find(names, within=within)
            if place >= 0:
                self._close(place)

    def _take_end(self, token: Token) -> None:
        place = self.openings.find_last(token.name)
        if token.name in BLOCKS:
            self._flush()
        if place < 0:
            return
        if token.name in LOOSE:
            self.openings.close_alone(place)
        elif token.name in BLOCKS or not any(one.name in BLOCKS for one in self.openings.stack[place:]):
            self._close(place)

    def _close(self, place: int) -> None:
        for one in self.openings.close(place):
            if one.name in LISTS:
                self.lists.pop()
            elif one.name in CELLS and self.tables:
                self._close_cell(self.tables[-1])
            elif one.name == "table":
                self.tables.pop()

    def _close_cell(self, table: Table) -> None:
        if table.cell and len(self.builder.blocks) == table.n_before:
            self.builder.add(BlockKind.CELL, [], cell=table.cell)
        table.cell = None

    def _break(self, at: int) -> None:
        """A line break; two in a row part paragraphs."""
        pieces = self.words.pieces
        if pieces and pieces[-1].text == "\n" and not self.openings.top.keeps_blanks:
            self._flush()
        elif pieces and self.openings.is_shown:
            self.words.add_break(at, self.openings.top.look)

    def _flush(self) -> None:
        """Add the block that is open."""
        pieces = self.words.take()
        if not pieces:
            return
        if len(self.builder.blocks) >= MOST_BLOCKS:
            raise HostileFile(self.name, trouble="består av orimligt många stycken")
        top = self.openings.top
        cell = next((table.cell for table in reversed(self.tables) if table.cell), None)
        marker, depth = self._marker()
        if top.is_word_list:
            written, pieces = cut_label(pieces)
            marker, depth = (_read_label(written), 0) if written else (marker, depth)
        if top.level and marker == BULLET:
            marker = ""
        if top.edge:
            self.builder.add(top.edge, pieces)
        elif cell:
            self.builder.add(BlockKind.CELL, pieces, marker=marker, cell=cell)
        elif top.level:
            self.builder.add(BlockKind.HEADING, pieces, level=top.level, marker=marker)
        elif depth >= 0:
            self.builder.add(BlockKind.LIST_ENTRY, pieces, level=depth, marker=marker)
        else:
            self.builder.add(BlockKind.PARAGRAPH, pieces)

    def _marker(self) -> tuple[str, int]:
        """Label and depth of the block as a list entry; depth -1 outside any list."""
        label, self.label = "".join(self.label), []
        if self.openings.top.depth >= 0:
            return _read_label(label), self.openings.top.depth
        here = [one for one in self.lists if one.n_tables == len(self.tables)]
        if not here:
            return "", -1
        return here[-1].take_marker(), max(len(here) - 1, here[-1].depth)


def _read_label(written: str) -> str:
    """The label that Word writes before the words of an entry; signs of any shape are "-"."""
    label = unescape(written).strip()
    return (
        label
        if any(character.isdecimal() for character in label) or label.endswith((")", "."))
        else BULLET * bool(label)
    )

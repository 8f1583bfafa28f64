"""The words of a Markdown block, each with its place in the source.

The parser tells of a block only its lines. The words are found again by walking through the block's
source beside the parser's tokens: each token says how much of the source it takes up.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.building import Look, Piece
from samsyn.reading.documents import Origin
from samsyn.reading.formats.lines import BLANK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from samsyn.reading.formats.lines import Line

LINK_END = "end"
# How far ahead words are looked for; markup that was not counted is never longer.
NEAR = 64
# Pieces longer than this are not joined, since joining copies them.
LONG = 4096
MENDED = str.maketrans(dict.fromkeys("–—•·▪◦‣●○", "-") | dict.fromkeys(BLANK, " "))
BREAK = re.compile(r" *\\?\n[ \t]*")
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
BOLD, ITALIC, STRUCK = "bold", "italic", "struck"
TAG_LOOKS = {
    **dict.fromkeys(("b", "strong"), BOLD),
    **dict.fromkeys(("i", "em"), ITALIC),
    **dict.fromkeys(("s", "del", "strike"), STRUCK),
}
TOKEN_LOOKS = {"strong": BOLD, "em": ITALIC, "s": STRUCK}
# Tags that say nothing of the words; all others may be words in pointed brackets, and are kept.
SILENT_TAG = re.compile(
    "a|abbr|big|blockquote|body|center|cite|code|d[dlt]|details|div|font|h[1-6r]|head|html|img|ins|li|mark|[ou]l"
    "|[pqu]|pre|small|span|su[bp]|summary|table|tbody|td|tfoot|th|thead|t[rt]"
)


class Stretch(NamedTuple):
    """A line of the block's content and where it stands in the file."""

    start: int
    line: Line
    shift: int


def read_inline(token: Token, lines: Sequence[Line], *, search_from: int) -> tuple[list[Piece], int]:
    """The pieces of an inline token.

    Args:
        token: The parser's token of type "inline".
        lines: The lines of the file that hold it.
        search_from: Where in the line to begin: cells of a table follow each other in one line.

    Returns:
        The pieces, and where in its last line the token ends.
    """
    walk = InlineWalk(token.content, _stretches(token.content, lines, search_from))
    for child in token.children or ():
        walk.take(child)
    last = walk.origin(len(token.content)).offset if token.content else search_from
    return _merge(walk.pieces), last


def _stretches(content: str, lines: Sequence[Line], search_from: int) -> list[Stretch]:
    stretches, start, rows = [], 0, content.split("\n")
    # The parser leaves out lines in front that hold nothing but hard blanks.
    while len(lines) > len(rows) and rows[0].strip(" \t") not in lines[0].text:
        lines = lines[1:]
    for words, line in zip(rows, lines, strict=False):
        bare, source = words.strip(" \t"), line.text.rstrip(" \t")
        if search_from or not source.endswith(bare):
            bare, source = bare.translate(MENDED), source.translate(MENDED)
        place = source.find(bare, search_from) if search_from else _last_or_first(source, bare)
        if place < 0:
            place = search_from
        lead = len(words) - len(words.lstrip(" \t"))
        stretches.append(Stretch(start, line, line.offset + place - lead))
        start += len(words) + 1
    return stretches


def _last_or_first(source: str, words: str) -> int:
    """Words stand last in their line, behind markers; only a heading's may be followed by `##`."""
    return len(source) - len(words) if source.endswith(words) else source.find(words)


@dataclass(slots=True)
class InlineWalk:
    """Walks through a block's content beside the tokens; `at` is the next character not yet taken."""

    content: str
    stretches: Sequence[Stretch]
    at: int = 0
    pieces: list[Piece] = field(default_factory=list)
    looks: dict[str, int] = field(default_factory=lambda: dict.fromkeys((BOLD, ITALIC, STRUCK), 0))

    def take(self, token: Token) -> None:
        """Take one token within a block."""
        match token.type:
            case "text":
                self._add(token.content)
            case "text_special":
                self._add_special(token)
            case "softbreak" | "hardbreak":
                self._add_break()
            case "code_inline":
                self._add_code(token)
            case "html_inline":
                self._take_tag(token.content)
            case "link_open":
                self.at += 1
            case "link_close" | "image":
                self.at = token.meta.get(LINK_END, self.at + 1)
            case _:
                look = TOKEN_LOOKS[token.type.rsplit("_", 1)[0]]
                self.looks[look] += token.nesting
                self.at += len(token.markup)

    def origin(self, place: int) -> Origin:
        """Where in the file a place of the content stands."""
        if not self.stretches:
            return Origin("", 0, 0)
        stretch = self._stretch(place)
        return Origin("", stretch.line.number, max(0, place - stretch.start + stretch.shift))

    def _add(self, words: str) -> None:
        """Words that stand in the source as they are, from `at` or soon after it."""
        place = self.content.find(words, self.at, self.at + len(words) + NEAR)
        if place < 0 or not self.stretches:
            self._render(words)
            return
        origin = self.origin(place)
        line = self._stretch(place).line
        start = origin.offset - line.offset
        source = line.text[start : start + len(words)]
        # A bullet that was mended but opened no list entry is still what its writer wrote.
        copied = source == words or source.translate(MENDED) == words.translate(MENDED)
        self.pieces.append(Piece(source if copied else words, origin, self._look(), copied=copied))
        self.at = place + len(words)

    def _add_special(self, token: Token) -> None:
        """An escaped character or an entity."""
        end = self.at + len(token.markup)
        if token.info == "escape" and token.content != token.markup:
            self.at += 1
            self._add(token.content)
        elif token.content == token.markup:
            self._add(token.content)
        else:
            self._render(token.content)
        self.at = end

    def _add_break(self) -> None:
        match = BREAK.match(self.content, self.at)
        if self.stretches:
            origin, line = self.origin(self.at), self._stretch(self.at).line
            copied = origin.offset - line.offset == len(line.text) and line.ending == "\n"
            self.pieces.append(Piece("\n", origin, self._look(), copied=copied))
        self.at = match.end() if match else self.at + 1

    def _add_code(self, token: Token) -> None:
        self.at += len(token.markup)
        close = self.content.find(token.markup, self.at + 1)
        if "\n" in token.content or "\n" in self.content[self.at : close]:
            self._render(token.content)
        else:
            self._add(token.content)
        self.at = max(self.at, close) + len(token.markup)

    def _take_tag(self, tag: str) -> None:
        start, self.at = self.at, self.at + len(tag)
        match = TAG.match(tag)
        name = match[2].lower() if match else ""
        if name in TAG_LOOKS and match:
            look = TAG_LOOKS[name]
            self.looks[look] = max(0, self.looks[look] + (-1 if match[1] else 1))
        elif name == "br":
            self.pieces.append(Piece("\n", self.origin(start), self._look(), copied=False))
        elif match and not SILENT_TAG.fullmatch(name):
            self.at = start
            self._add(tag)

    def _render(self, words: str) -> None:
        self.pieces.append(Piece(words, self.origin(self.at), self._look(), copied=False))

    def _look(self) -> Look:
        return Look(*(self.looks[look] > 0 for look in (BOLD, ITALIC, STRUCK)))

    def _stretch(self, place: int) -> Stretch:
        """The line that a place of the content stands in."""
        after = bisect_right(self.stretches, place, key=lambda one: one.start)
        return self.stretches[max(0, after - 1)]


def _merge(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, joined where one goes on where the other ended."""
    merged: list[Piece] = []
    for piece in pieces:
        before = merged[-1] if merged else None
        if before and _follows(before, piece):
            merged[-1] = before._replace(text=before.text + piece.text)
        elif piece.text:
            merged.append(piece)
    return merged


def _follows(before: Piece, piece: Piece) -> bool:
    if not (before.copied and piece.copied and before.look == piece.look) or piece.text == "\n":
        return False
    after = before.origin._replace(offset=before.origin.offset + len(before.text))
    return after == piece.origin and not before.text.endswith("\n") and len(before.text) < LONG

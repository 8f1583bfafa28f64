"""The words of one block of a page, as a browser shows them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from samsyn.reading.building import Look, Piece
from samsyn.reading.documents import Origin

if TYPE_CHECKING:
    from collections.abc import Sequence

WRITTEN_LABEL = re.compile(r"([·•o§▪–-]|\d{1,3}[.)]|[a-z][.)])[ \u00a0]*\u00a0[ \u00a0]*")
# Pieces longer than this are not joined, since joining copies them.
LONG = 4096
LINE_END = re.compile(r"\r\n|\r|\n")
# Words with single spaces between them; a longer stretch of blanks; a sign written by its name.
PART = re.compile(
    r"(?P<words>(?:[^& \t\r\n\f\u00ad]++| (?![ \t\r\n\f]))++)"
    r"|(?P<blanks>[ \t\r\n\f]++)"
    r"|(?P<sign>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<soft>\u00ad)"
    r"|(?P<other>.)",
    re.DOTALL,
)
KEPT_PART = re.compile(
    r"(?P<words>[^&\r\n\u00ad]++)"
    r"|(?P<line>\r\n|\r|\n)"
    r"|(?P<sign>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<soft>\u00ad)"
    r"|(?P<other>.)",
    re.DOTALL,
)


@dataclass(slots=True)
class Words:
    """Collects the pieces of a block.

    Attributes:
        starts: Where each line of the source begins.
        after_blank: Whether a blank that follows is not shown.
        end: Where in the source the last piece ends.
    """

    source: str
    starts: Sequence[int]
    pieces: list[Piece] = field(default_factory=list)
    after_blank: bool = True
    end: int = -1

    def add(self, start: int, end: int, look: Look, *, keep_blanks: bool = False) -> None:
        """Add the words between two places of the source."""
        for match in (KEPT_PART if keep_blanks else PART).finditer(self.source, start, end):
            kind, text = match.lastgroup, match[0]
            if kind == "sign":
                shown = unescape(text).replace("\u00ad", "").replace("\0", "")
                self._append(shown, match.start(), look, copied=shown == text)
            elif kind == "blanks":
                if not self.after_blank:
                    self._append(" ", match.start(), look, copied=text == " ")
                self.after_blank = True
            elif kind == "line":
                self._append("\n", match.start(), look, copied=False)
            elif kind != "soft":
                cut = int(self.after_blank and not keep_blanks and text[0] == " ")
                self._append(text[cut:], match.start() + cut, look)

    def add_break(self, at: int, look: Look) -> None:
        """Add a line break."""
        self._append("\n", at, look, copied=False)
        self.after_blank = True

    def take(self) -> list[Piece]:
        """The pieces without blanks around them; the next block begins."""
        pieces, self.pieces, self.after_blank = self.pieces, [], True
        first, end = 0, len(pieces)
        while first < end and not pieces[first].text.strip():
            first += 1
        while end > first and not pieces[end - 1].text.strip():
            end -= 1
        pieces = pieces[first:end]
        if pieces:
            head = pieces[0]
            bare = head.text.lstrip()
            cut = (len(head.text) - len(bare)) * head.copied
            origin = head.origin._replace(offset=head.origin.offset + cut)
            pieces[0] = head._replace(text=bare, origin=origin)
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text.rstrip())
        return pieces

    def _append(self, text: str, at: int, look: Look, *, copied: bool = True) -> None:
        if not text:
            return
        self.after_blank = text.endswith(" ")
        last = self.pieces[-1] if self.pieces else None
        if last and copied and last.copied and at == self.end and last.look == look and len(last.text) < LONG:
            self.pieces[-1] = last._replace(text=last.text + text)
        else:
            self.pieces.append(Piece(text, self._origin(at), look, copied))
        self.end = at + len(text)

    def _origin(self, at: int) -> Origin:
        line = bisect_right(self.starts, at) - 1
        return Origin("", line, at - self.starts[line])


def cut_label(pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """The label that stands in front of an entry's words, parted by hard blanks, and the rest."""
    match = WRITTEN_LABEL.match("".join(piece.text for piece in pieces[:8]))
    if match is None:
        return "", pieces
    left, rest = match.end(), list(pieces)
    while rest and left >= len(rest[0].text):
        left -= len(rest.pop(0).text)
    if rest and left:
        head = rest[0]
        origin = head.origin._replace(offset=head.origin.offset + left * head.copied)
        rest[0] = head._replace(text=head.text[left:], origin=origin)
    return match[1], rest


def find_line_starts(source: str) -> list[int]:
    """Where each line of a text begins."""
    return [0, *(match.end() for match in LINE_END.finditer(source))]

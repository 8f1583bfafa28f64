"""Lines of a text file with their place in it: what plain text and Markdown have in common."""

from __future__ import annotations

import re
from typing import NamedTuple

from samsyn.reading.building import Piece
from samsyn.reading.documents import Origin

LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
BLANK = " \t\v\f\u00a0\u202f\u3000\ufeff"
UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
BULLET = re.compile(r"([-*•–—·▪◦‣●○]|o(?=[ \t]))[ \t\u00a0]+(?=\S)")
SURE_BULLET = re.compile(r"[-*•·▪◦‣●○][ \t\u00a0]+\S|[–—o][\t\u00a0]+\S")


class Line(NamedTuple):
    """A line without its line ending.

    Attributes:
        number: Number of the line in the file, from 0.
        offset: Where `text` begins in the line; above 0 after a page break within a line.
        text: The words, as they stand.
        ending: What ends the line in the file; empty at the end of the file.
    """

    number: int
    offset: int
    text: str
    ending: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing can be seen on the line."""
        return not self.text.strip(BLANK)

    @property
    def indent(self) -> int:
        """Columns before the first word, a tab counted to the next multiple of four."""
        expanded = self.text.expandtabs(4)
        return len(expanded) - len(expanded.lstrip(BLANK))

    def cut(self, start: int = 0) -> Piece:
        """The line's words from `start`, without the blanks around them."""
        words = self.text[start:].lstrip(BLANK)
        start = len(self.text) - len(words)
        return Piece(words.rstrip(BLANK), Origin("", self.number, self.offset + start))

    def line_feed(self) -> Piece:
        """The break after the line's last word."""
        end = len(self.text.rstrip(BLANK))
        copied = self.ending == "\n" and end == len(self.text)
        return Piece("\n", Origin("", self.number, self.offset + end), copied=copied)


def split_lines(text: str) -> list[Line]:
    """The lines of a text; only carriage return and line feed end one."""
    lines = []
    for number, match in enumerate(LINE.finditer(text)):
        words, ending = match.groups()
        if words or ending:
            lines.append(Line(number, 0, words, ending))
    return lines


def find_underlined_level(line: str, below: str) -> int:
    """Heading level of a line for what stands on the line below it; 0 where it is no heading.

    A line of `=` makes a heading of the first level. A line of `-` does so of the second only where it
    is about as long as the words above it: in notes `---` below a paragraph is nearly always a rule.
    """
    match = UNDERLINE.match(below.strip(BLANK))
    words = line.strip(BLANK)
    if not match or not words:
        return 0
    if match[1][0] == "=":
        return 1 if len(match[1]) >= 2 else 0
    return 2 if len(match[1]) >= max(4, len(words) - 2) else 0

"""Plain text -> `Document`.

- Blank lines and page breaks part paragraphs; lines within one stay lines, without the blanks around
  them (how far a line is indented can be seen from its origin). Tabs and runs of spaces inside a line
  stay, since they make columns.
- A line that opens with a bullet is a list entry, its depth told by the indentation; lines that follow
  it without a blank line belong to it.
- A line that opens with a number ("1.", "2)", "§ 4", "3.1") begins a new paragraph, the number kept in
  its words.
- Where a program has written each paragraph as one line (long lines, hardly a blank one), each line is a
  paragraph.
- Headings are not guessed, save for a line underlined with `===` or with dashes as long as itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from samsyn.reading.building import Builder
from samsyn.reading.documents import BlockKind, Document
from samsyn.reading.formats.lines import BULLET, SURE_BULLET, Line, find_underlined_level, split_lines

NUMBER = re.compile(
    r"§{1,2}[ \t\u00a0]*\d+"
    r"|\d{1,3}[.:)](?:[ \t\u00a0]+\S|[^\W\d])"
    r"|\d{1,2}(?:\.[1-9]\d?){1,3}\.?[ \t\u00a0]+\S"
)
WRAPPED = 160  # characters; no line that somebody broke by hand is longer
BLANK_SHARE = 0.05
RULE = re.compile(r"(?:-{3,}|_{3,}|\*{3,}|={3,}|(?:[-*_][ \t]){2,}[-*_])$")


def read(text: str) -> Document:
    """Read plain text."""
    lines = [part for line in split_lines(text) for part in _pages(line)]
    reader = PlainReader(unwrapped=_is_unwrapped(lines))
    for line in lines:
        reader.take(line)
    reader.close()
    return reader.builder.document()


def _is_unwrapped(lines: list[Line]) -> bool:
    """Whether each paragraph is one line, as office programs write plain text."""
    n_blank = sum(not line.text.strip() for line in lines)
    return (
        n_blank <= BLANK_SHARE * len(lines) and max((len(line.text) for line in lines), default=0) > WRAPPED
    )


def _pages(line: Line) -> list[Line]:
    """A line parted at its page breaks by blank lines."""
    if "\f" not in line.text:
        return [line]
    parts, offset = [], 0
    for words in line.text.split("\f"):
        parts += [Line(line.number, offset, words, line.ending), Line(line.number, offset, "", "")]
        offset += len(words) + 1
    return parts[:-1]


@dataclass(slots=True)
class PlainReader:
    """Takes line after line; `open` holds those of the block that is not yet closed.

    `unwrapped` says that each line is a paragraph of its own.
    """

    unwrapped: bool = False
    builder: Builder = field(default_factory=lambda: Builder("plain"))
    open: list[Line] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    skip: int = 0
    depths: list[int] = field(default_factory=list)
    after_colon: bool = True

    def take(self, line: Line) -> None:
        """Add a line to the open block, or close that and open another."""
        words = line.cut().text
        if not words:
            self.close()
        elif self._is_underline(words):
            self.kind, self.level = BlockKind.HEADING, find_underlined_level(self.open[0].text, words)
            self.close()
        elif RULE.match(words):
            self.close()
            self.builder.add(BlockKind.RULE, [])
        elif self._is_bullet(words):
            self._open_entry(line, words)
        elif NUMBER.match(words):
            self._open_paragraph(line)
        elif self.open and not self.unwrapped:
            self.open.append(line)
        else:
            self._open_paragraph(line)
        self.after_colon = not words or words.endswith(":")

    def close(self) -> None:
        """Write the open block."""
        pieces = []
        for place, line in enumerate(self.open):
            pieces.append(line.cut(0 if place else self.skip))
            pieces.append(line.line_feed())
        marker = "-" if self.kind is BlockKind.LIST_ENTRY else ""
        self.builder.add(self.kind, pieces[:-1], level=self.level, marker=marker)
        self.open, self.kind, self.level, self.skip = [], BlockKind.PARAGRAPH, 0, 0

    def _is_underline(self, words: str) -> bool:
        one_line = len(self.open) == 1 and self.kind is BlockKind.PARAGRAPH
        return one_line and find_underlined_level(self.open[0].text, words) > 0

    def _is_bullet(self, words: str) -> bool:
        """A dash may also go on a sentence, so within a paragraph only sure bullets open an entry."""
        if SURE_BULLET.match(words):
            return True
        expected = not self.open or self.kind is BlockKind.LIST_ENTRY or self.after_colon
        return expected and bool(BULLET.match(words))

    def _open_entry(self, line: Line, words: str) -> None:
        self.close()
        self.kind, self.level = BlockKind.LIST_ENTRY, self._depth(line.indent)
        match = BULLET.match(words)
        before = len(line.text) - len(line.text.lstrip())
        self.skip = before + (match.end() if match else 0)
        self.open = [line]

    def _open_paragraph(self, line: Line) -> None:
        self.close()
        self.open = [line]
        if not line.indent:
            self.depths = []

    def _depth(self, indent: int) -> int:
        """Depth of an entry among those before it that are indented less."""
        while self.depths and self.depths[-1] >= indent:
            self.depths.pop()
        self.depths.append(indent)
        return len(self.depths) - 1

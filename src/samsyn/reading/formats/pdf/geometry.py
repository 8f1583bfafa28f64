"""What stands on a page and where: words, segments of a line, lines, rules.

All places are in points, x to the right and y upwards, turned so that the words run from left to right.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.reading.formats.pdf.tables import Table

WIDE_GAP = 1.8  # in sizes of the letters: wider gaps part columns
SHOWN_GAP = 1.25  # wider gaps than those between words are shown as three spaces
LARGEST_DOT = 8.0
SIZE, IS_BOLD = attrgetter("size"), attrgetter("bold")
STYLE = attrgetter("size", "bold", "italic", "struck")
PLACE = attrgetter("text", "offset", "x0", "x1")


class Word(NamedTuple):
    """Letters without a gap and of one look.

    Attributes:
        page: The page, from 0.
        offset: The first letter among the characters of the page.
        y: The line that the letters stand on.
        glued: Whether it goes on the word before, in another look.
        turn: Quarter turns against the clock that the words are printed in.
    """

    text: str
    page: int
    offset: int
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    struck: bool = False
    glued: bool = False
    turn: int = 0

    @property
    def end(self) -> int:
        """The first character of the page after the word."""
        return self.offset + len(self.text)


class Stroke(NamedTuple):
    """A straight line or thin bar, lying or standing."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def lying(self) -> bool:
        """Whether it is wider than it is high."""
        return self.x1 - self.x0 > self.y1 - self.y0

    @property
    def is_dot(self) -> bool:
        """Whether it is about as high as wide and smaller than a letter."""
        width, height = self.x1 - self.x0, self.y1 - self.y0
        return 1.0 < width < LARGEST_DOT and 0.7 * width < height < 1.4 * width


@dataclass(slots=True)
class Segment:
    """Words of a line without a wide gap; or a table or a rule, which stand for themselves."""

    words: list[Word]
    x0: float
    x1: float
    y: float
    size: float
    table: Table | None = None
    is_rule: bool = False

    @property
    def is_text(self) -> bool:
        """Whether it holds words to be put together to lines."""
        return self.table is None and not self.is_rule


@dataclass(slots=True, eq=False)
class Line:
    """The words of one line in one column; measured once, so its words are not changed.

    Attributes:
        flow: Number of the column in the document.
        dot: Where a bullet is drawn in front of it.
        x0: Where the first word begins.
        x1: Where the last word ends.
        y: The line that its largest letters stand on.
        size: The size of those.
        text: Its words, for comparison.
        bold: Whether all is bold.
        first_width: How much room its first word takes, all its looks together.
        has_gap: Whether a wide gap parts its words.
        runs_on: Whether its words are of one look and size, with one character and no wide gap between.
    """

    words: list[Word]
    page: int
    flow: int
    table: Table | None = None
    is_rule: bool = False
    dot: float | None = None

    x0: float = field(init=False, default=0.0)
    x1: float = field(init=False, default=0.0)
    y: float = field(init=False, default=0.0)
    size: float = field(init=False, default=0.0)
    text: str = field(init=False, default="")
    bold: bool = field(init=False, default=True)
    first_width: float = field(init=False, default=0.0)
    has_gap: bool = field(init=False, default=False)
    runs_on: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        """Measure the words."""
        words = self.words
        if words:
            is_even = len(set(map(STYLE, words))) == 1
            largest = words[0] if is_even else max(words, key=SIZE)
            self.x0, self.x1 = words[0].x0, words[-1].x1
            self.y, self.size = largest.y, largest.size
            self.text = "".join([word.text if word.glued else " " + word.text for word in words]).strip()
            self.bold = words[0].bold if is_even else all(map(IS_BOLD, words))
            self.first_width = _end_of_first(words) - self.x0
            self.has_gap, runs_on = _gaps(words, SHOWN_GAP * self.size)
            self.runs_on = is_even and runs_on

    @property
    def italic(self) -> bool:
        """Whether all is italic."""
        return all(word.italic for word in self.words)


def _end_of_first(words: Sequence[Word]) -> float:
    end = words[0]
    for word in words[1:]:
        if not word.glued:
            break
        end = word
    return end.x1


def _gaps(words: Sequence[Word], wide: float) -> tuple[bool, bool]:
    """Whether there is a wide gap between some words, and whether there is one character between any two."""
    edge, end, runs_on = words[0].x1, words[0].end, True
    for text, offset, x0, x1 in map(PLACE, words[1:]):
        if x0 - edge > wide or offset - end > 2:
            return True, False
        if offset != end + 1:
            runs_on = False
        edge, end = x1, offset + len(text)
    return False, runs_on

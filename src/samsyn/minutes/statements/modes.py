"""A stretch of running text, and the kind that a label gives to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from samsyn.minutes.lines import Line


ACCOUNT = "S46"  # below a label that tells what was before the outcome ("Bakgrund")
ROW = "S47"  # a row of a table that tells neither tasks nor items


@dataclass(frozen=True, slots=True)
class Mode:
    """A kind that a label gives to what follows: its kind and place, and how far it reaches."""

    kind: str
    at: tuple[int, int]
    rule: str


@dataclass(slots=True)
class Passage:
    """A stretch of running text, half-open in `Document.text`."""

    start: int
    end: int
    block: int
    entry: bool = False
    level: int = 0
    mode: Mode | None = None
    quiet: bool = False

    def between(self, start: int, end: int) -> Passage:
        """A part of it; most are parted once or twice, which `dataclasses.replace` does far slower."""
        return Passage(start, end, self.block, self.entry, self.level, self.mode, self.quiet)


def passage_on(line: Line, start: int, mode: Mode | None, *, quiet: bool = False) -> Passage:
    """The passage that a line begins, from `start` on."""
    return Passage(start, line.end, line.block, line.kind is BlockKind.LIST_ENTRY, line.level, mode, quiet)

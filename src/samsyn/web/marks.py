"""Where values stand in the notes, and a run of text cut where they begin and end."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.reading.documents import Block, Run

WEIGHT = {"confirmed": 1, "corrected": 1, "proposed": 2, "doubtful": 3}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the notes' text where a value was read, or where there is a doubt.

    Attributes:
        row: Key of the row of the reading that it belongs to ("u12" for a statement).
        value: The value's number, None for a doubt that is about no value.
        state: "proposed", "confirmed", "corrected" or "doubtful".
    """

    start: int
    end: int
    row: str
    value: int | None
    state: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one look and with the same marks all through.

    Attributes:
        rows: Keys of all rows whose values stand here, the innermost last.
        values: The values that stand here.
        opens: True for the first piece of its innermost row: it has the anchor and the tab stop.
        sought: Which of the words somebody searched for it is, counted from 1; 0 for other pieces.
    """

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    state: str = ""
    rows: tuple[str, ...] = ()
    values: tuple[int, ...] = ()
    opens: bool = False
    sought: int = 0

    @property
    def is_plain(self) -> bool:
        """Whether it looks as most of the text does."""
        return not (self.sought or self.bold or self.italic or self.struck)

    @property
    def row(self) -> str:
        """The row that a click here opens: that of the shortest value."""
        return self.rows[-1] if self.rows else ""


@dataclass(slots=True)
class Cutter:
    """Cuts blocks into pieces; remembers which rows have had their first piece.

    Attributes:
        sought: Where the words stand that somebody searched for, from and to.
    """

    marks: Sequence[Mark]
    sought: Sequence[tuple[int, int]] = ()
    seen: set[str] = field(default_factory=set)

    def cut(self, block: Block) -> list[Piece]:
        """The pieces of a block, in order; together they are exactly its text."""
        start, end = block.start, block.end  # worked out of its runs each time
        touching = [mark for mark in self.marks if mark.start < end and mark.end > start]
        sought = [(at, *place) for at, place in enumerate(self.sought, 1) if start <= place[0] < end]
        return [piece for run in block.runs for piece in self._cut_run(run, touching, sought)]

    def _cut_run(
        self, run: Run, marks: Sequence[Mark], sought: Sequence[tuple[int, int, int]]
    ) -> Iterable[Piece]:
        places = [(mark.start, mark.end) for mark in marks] + [(start, end) for _, start, end in sought]
        edges = {edge for place in places for edge in place if run.start < edge < run.end}
        bounds = sorted({run.start, run.end} | edges)
        for start, end in pairwise(bounds):
            covering = [mark for mark in marks if mark.start <= start and mark.end >= end]
            word = next((at for at, begin, stop in sought if begin <= start and end <= stop), 0)
            yield (
                self._piece(run, start, end, covering, word)
                if covering
                else Piece(
                    run.text[start - run.start : end - run.start],
                    run.bold,
                    run.italic,
                    run.struck,
                    sought=word,
                )
            )

    def _piece(self, run: Run, start: int, end: int, covering: Sequence[Mark], word: int) -> Piece:
        inward = sorted(covering, key=lambda mark: mark.start - mark.end)
        rows = tuple(dict.fromkeys(mark.row for mark in reversed(inward)))[::-1]
        opens = bool(rows) and rows[-1] not in self.seen
        self.seen.update(rows[-1:])
        return Piece(
            run.text[start - run.start : end - run.start],
            run.bold,
            run.italic,
            run.struck,
            _state(inward),
            rows,
            tuple(mark.value for mark in inward if mark.value is not None),
            opens,
            word,
        )


def heaviest(states: Iterable[str]) -> str:
    """The state that most needs somebody: a doubt before a proposal before what is confirmed."""
    return max(states, key=lambda state: WEIGHT.get(state, 0), default="")


def _state(inward: Sequence[Mark]) -> str:
    """The innermost value decides, but a doubt is seen wherever it stands."""
    if any(mark.state == "doubtful" for mark in inward):
        return "doubtful"
    return inward[-1].state if inward else ""

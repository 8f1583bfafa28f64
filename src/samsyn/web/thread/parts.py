"""What the picture of a matter's way is made from, and what is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date


@dataclass(frozen=True, slots=True)
class Mark:
    """A meeting on the matter's way.

    Attributes:
        lane: Key of its lane.
        kind: "held" where the matter was up, "missed" where it should have been, "coming" where it may be.
        day: Its day, as the label writes it.
        said: What became of it there, as the label writes it.
    """

    key: str
    lane: str
    on: date
    kind: str
    day: str
    said: str


@dataclass(frozen=True, slots=True)
class Tie:
    """How two marks hang together.

    Attributes:
        kind: "next" in the order of time, "taken" and "missed" for a hand-over, "open" for what waits.
    """

    start: str
    end: str
    kind: str


@dataclass(frozen=True, slots=True)
class Way:
    """All that is to be drawn.

    Attributes:
        lanes: Names by key, in the order in which the matter came to them.
        is_open: Whether it is still followed, so that silence goes on until today.
        waits: Whether it was put off when it was up last, to a meeting that nobody has named.
    """

    lanes: Mapping[str, str]
    marks: Sequence[Mark]
    ties: Sequence[Tie]
    today: date
    is_open: bool = True
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that nothing else should lie over."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two have an area in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a mark.

    Attributes:
        anchor: "start", "middle" or "end", as SVG has it.
        y: Of the first line's foot.
        said: The second line; empty where there is no room for it.
    """

    x: int
    y: int
    anchor: str
    day: str
    said: str
    box: Box


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark where it is drawn; without a label where there is no room for one."""

    mark: Mark
    x: int
    y: int
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    """A tie as it is drawn.

    Attributes:
        path: As SVG's `d`.
        head: The arrow's head, as SVG's `d`; empty where it has none.
        bar: What stops it, as SVG's `d`; empty where nothing does.
    """

    kind: str
    path: str
    head: str = ""
    bar: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A body's lane."""

    key: str
    name: Sequence[str]
    y: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A month, quarter or year on the scale."""

    x: int
    word: str


@dataclass(frozen=True, slots=True)
class Silence:
    """A time when nothing was said.

    Attributes:
        has_room: The words fit in it.
        waits: It was put off and has no day; the words for that are longer.
    """

    left: int
    right: int
    days: int
    has_room: bool
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A summer or the turn of a year, when little meets."""

    left: int
    right: int
    word: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Where everything is drawn, in CSS pixels."""

    width: int
    height: int
    left: int
    right: int
    foot: int
    today: int | None
    lanes: Sequence[Lane]
    ticks: Sequence[Tick]
    bands: Sequence[Band]
    dots: Sequence[Dot]
    strokes: Sequence[Stroke]
    silences: Sequence[Silence]

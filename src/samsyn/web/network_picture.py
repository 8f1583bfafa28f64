"""The picture of the network: organisations, bodies and people in three columns, with few lines that cross.

The order within each column is found by moving every row towards the mean place of those that it is tied to,
back and forth, and keeping the best order seen: the same ties always give the same picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROUNDS = 12
ROW = 32  # CSS pixels, as all below
TOP = 32
LEFT, BODY_LEFT, BODY_RIGHT, RIGHT = 250, 410, 670, 830
WIDTH = 1080
COLUMNS = ("organisations", "bodies", "people")

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A tie as it is drawn, from a key to a body's key.

    Attributes:
        sure: Whether there is a seat.
    """

    start: str
    end: str
    x1: int
    y1: int
    x2: int
    y2: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """Where everything is drawn.

    Attributes:
        columns: Keys of each column, from above.
        y: Of each key, the middle of its row.
    """

    columns: Mapping[str, Sequence[str]]
    y: Mapping[str, int]
    lines: Sequence[Line]
    height: int
    width: int = WIDTH


def draw(columns: Mapping[str, Sequence[str]], ties: Mapping[Edge, bool]) -> Picture:
    """Find a place for everything.

    Args:
        columns: Keys of `COLUMNS`; their order decides where nothing else does.
        ties: From a key of an outer column to one of a body, and whether there is a seat.
    """
    order = _untangle({name: list(columns[name]) for name in COLUMNS}, list(ties))
    tallest = max((len(keys) for keys in order.values()), default=0)
    y = {
        key: TOP + round(ROW * tallest * (at + 0.5) / len(keys))
        for keys in order.values()
        for at, key in enumerate(keys)
    }
    left = set(order["organisations"])
    lines = [
        Line(start, end, LEFT if start in left else RIGHT, y[start],
             BODY_LEFT if start in left else BODY_RIGHT, y[end], sure)
        for (start, end), sure in ties.items()
    ]  # fmt: skip
    return Picture(order, y, lines, 2 * TOP + ROW * tallest)


def crossings(order: Mapping[str, Sequence[str]], edges: Sequence[Edge]) -> int:
    """How many pairs of lines cross; lines on different sides of the bodies never do."""
    at = {key: place for keys in order.values() for place, key in enumerate(keys)}
    left = set(order["organisations"])
    sides = ([edge for edge in edges if edge[0] in left], [edge for edge in edges if edge[0] not in left])
    return sum(
        (at[one[0]] - at[other[0]]) * (at[one[1]] - at[other[1]]) < 0
        for side in sides
        for place, one in enumerate(side)
        for other in side[:place]
    )


def _untangle(order: dict[str, list[str]], edges: Sequence[Edge]) -> dict[str, list[str]]:
    """The order with the fewest crossings of those that a few rounds come to."""
    best, fewest = order, crossings(order, edges)
    for _ in range(ROUNDS):
        for moved in (("organisations", "people"), ("bodies",)):
            order = {name: _by_mean(keys, order, edges) if name in moved else keys
                     for name, keys in order.items()}  # fmt: skip
        found = crossings(order, edges)
        if found < fewest:
            best, fewest = order, found
    return best


def _by_mean(keys: Sequence[str], order: Mapping[str, Sequence[str]], edges: Sequence[Edge]) -> list[str]:
    """A column by the mean place of what each is tied to, as a share of that column's length."""
    place = {key: (at + 0.5) / len(column) for column in order.values() for at, key in enumerate(column)}
    tied: dict[str, list[float]] = {key: [] for key in keys}
    for start, end in edges:
        if start in tied:
            tied[start].append(place[end])
        if end in tied:
            tied[end].append(place[start])
    mean = {key: sum(several) / len(several) if several else place[key] for key, several in tied.items()}
    return sorted(keys, key=lambda key: mean[key])

"""Tables that are drawn with lines: which word stands in which cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.reading.formats.pdf.geometry import Stroke, Word

NEAR = 3.0
SHORTEST = 6.0
N_STROKES, N_CELLS = 2000, 10_000


@dataclass(slots=True)
class Table:
    """A grid of strokes with the words in it; row and column are counted from 0, rows from above."""

    xs: list[float]
    ys: list[float]
    standing: list[Stroke]
    lying: list[Stroke]
    cells: dict[tuple[int, int], list[Word]]

    @property
    def n_rows(self) -> int:
        """How many rows there are."""
        return len(self.ys) - 1

    def holds(self, x: float, y: float) -> bool:
        """Whether a place is within the outer strokes."""
        return self.xs[0] - NEAR < x < self.xs[-1] + NEAR and self.ys[-1] - NEAR < y < self.ys[0] + NEAR

    def take(self, word: Word) -> bool:
        """Put a word into its cell, if it stands in the table."""
        x, y = (word.x0 + word.x1) / 2, word.y + word.size * 0.25
        if not self.holds(x, y):
            return False
        row = _band(self.ys, y, falling=True)
        column = self._first_column(_band(self.xs, x), (self.ys[row] + self.ys[row + 1]) / 2)
        row = self._first_row(row, column, x)
        self.cells.setdefault((row, column), []).append(word)
        return True

    def parts(self, row: int, column: int) -> bool:
        """Whether a cell begins there, and no cell goes on from the left or from above."""
        x, y = (self.xs[column] + self.xs[column + 1]) / 2, (self.ys[row] + self.ys[row + 1]) / 2
        return self._first_column(column, y) == column and self._first_row(row, column, x) == row

    def end_of(self, row: int, column: int) -> float:
        """Where the lines of a cell have to end: a little before the stroke to the right of it."""
        y = (self.ys[row] + self.ys[row + 1]) / 2
        end = column + 1
        while end < len(self.xs) - 1 and self._first_column(end, y) == column:
            end += 1
        return self.xs[end] - NEAR

    def _first_column(self, column: int, y: float) -> int:
        """The first column of a cell that goes over several, where no stroke parts them."""
        while column and not any(
            abs(side.x0 - self.xs[column]) < NEAR and side.y0 - NEAR < y < side.y1 + NEAR
            for side in self.standing
        ):
            column -= 1
        return column

    def _first_row(self, row: int, column: int, x: float) -> int:
        middle = min(max(x, self.xs[column] + NEAR), self.xs[-1])
        while row and not any(
            abs(side.y0 - self.ys[row]) < NEAR and side.x0 - NEAR < middle < side.x1 + NEAR
            for side in self.lying
        ):
            row -= 1
        return row


def find_tables(strokes: Sequence[Stroke]) -> list[Table]:
    """The grids that some strokes make: at least two columns between strokes that meet."""
    if not 5 <= len(strokes) <= N_STROKES:
        return []
    standing = [side for side in strokes if not side.lying and side.y1 - side.y0 > SHORTEST]
    lying = [side for side in strokes if side.lying and side.x1 - side.x0 > SHORTEST]
    if len(standing) < 3 or len(lying) < 2:
        return []
    tables = []
    for group in _groups(standing, lying):
        across = [side for side in group if side.lying]
        upright = [side for side in group if not side.lying]
        xs, ys = _distinct(side.x0 for side in upright), _distinct(side.y0 for side in across)[::-1]
        if len(xs) >= 3 and len(ys) >= 2 and len(xs) * len(ys) <= N_CELLS:
            tables.append(Table(xs, ys, upright, across, {}))
    return tables


def _groups(standing: Sequence[Stroke], lying: Sequence[Stroke]) -> list[list[Stroke]]:
    """Strokes that touch one another, directly or over others."""
    left, groups = [*standing, *lying], []
    left.sort(key=lambda side: -side.y1)
    while left:
        group, frontier = [left[0]], [left.pop(0)]
        while frontier and left:
            side = frontier.pop()
            touching = [other for other in left if _touch(side, other)]
            if touching:
                taken = set(map(id, touching))
                left = [other for other in left if id(other) not in taken]
                group += touching
                frontier += touching
        groups.append(group)
    return groups


def _touch(one: Stroke, two: Stroke) -> bool:
    return (
        one.x0 - NEAR < two.x1
        and two.x0 - NEAR < one.x1
        and one.y0 - NEAR < two.y1
        and two.y0 - NEAR < one.y1
    )


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def _band(edges: Sequence[float], place: float, *, falling: bool = False) -> int:
    """Between which two of some edges a place is."""
    for number, edge in enumerate(edges[1:-1]):
        if place > edge if falling else place < edge:
            return number
    return len(edges) - 2

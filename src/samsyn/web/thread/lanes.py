"""The order of the lanes: so that arrows cross as seldom as can be, and go no further than they must."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    # From day and lane to day and lane; days as numbers.
    Edge = tuple[tuple[float, str], tuple[float, str]]

MOST_TRIED = 5  # lanes, of which every order is tried
ROUNDS = 8


def order_lanes(lanes: Sequence[str], edges: Sequence[Edge]) -> list[str]:
    """The lanes from above; where it is even, in the order in which they are given."""
    if len(lanes) <= MOST_TRIED:
        return min(map(list, permutations(lanes)), key=lambda order: _cost(order, edges))
    order = list(lanes)
    for _ in range(ROUNDS):
        better = min(_swapped(order), key=lambda one: _cost(one, edges))
        if _cost(better, edges) >= _cost(order, edges):
            return order
        order = better
    return order


def crossings(order: Sequence[str], edges: Sequence[Edge]) -> int:
    """How many pairs of edges cross, each drawn as a straight line."""
    at = {lane: place for place, lane in enumerate(order)}
    lines = [((x1, at[one]), (x2, at[other])) for (x1, one), (x2, other) in edges]
    return sum(_cross(one, other) for one, other in combinations(lines, 2))


def _swapped(order: Sequence[str]) -> list[list[str]]:
    """The orders in which two lanes have changed places."""
    found = []
    for one, other in combinations(range(len(order)), 2):
        new = list(order)
        new[one], new[other] = new[other], new[one]
        found.append(new)
    return found


def _cost(order: Sequence[str], edges: Sequence[Edge]) -> tuple[int, int]:
    at: Mapping[str, int] = {lane: place for place, lane in enumerate(order)}
    return crossings(order, edges), sum(abs(at[one] - at[other]) for (_, one), (_, other) in edges)


def _cross(one: tuple[tuple[float, int], ...], other: tuple[tuple[float, int], ...]) -> bool:
    """Whether two lines cross in their inner parts; where they only meet they do not."""
    a, b = one
    c, d = other
    if {a, b} & {c, d}:
        return False
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: tuple[float, int], b: tuple[float, int], point: tuple[float, int]) -> float:
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])

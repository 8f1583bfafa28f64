"""Ties as lines: they leave sideways, and arrive from above or below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.web.thread.parts import Box, Stroke

if TYPE_CHECKING:
    from samsyn.web.thread.parts import Dot

GAP = 11  # from a mark's middle to where lines begin and end
HEAD = 5
STEPS = 30
WITH_HEAD = ("taken", "open")


def draw_stroke(kind: str, start: Dot, end: Dot) -> Stroke:
    """A line from one mark to another."""
    if start.y == end.y:
        return _along(kind, start, end)
    points = _curve(start, end)
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = points
    path = f"M{x1} {y1}C{x2} {y2} {x3} {y3} {x4} {y4}"
    down = 1 if end.y > start.y else -1
    head = f"M{x4 - HEAD} {y4 - down * 7}L{x4} {y4}L{x4 + HEAD} {y4 - down * 7}" if kind in WITH_HEAD else ""
    bar = f"M{x4 - 8} {y4}H{x4 + 8}" if kind == "missed" else ""
    return Stroke(kind, path, head, bar)


def boxes_of(start: Dot, end: Dot) -> list[Box]:
    """Small boxes along a line, which words keep clear of."""
    if start.y == end.y:
        return [Box(min(start.x, end.x), start.y - 2, max(start.x, end.x), start.y + 2)]
    points = _curve(start, end)
    return [_spot(*_at(points, step / STEPS)) for step in range(1, STEPS)]


def _along(kind: str, start: Dot, end: Dot) -> Stroke:
    """Within a lane."""
    x1, x2 = start.x + GAP, max(end.x - GAP, start.x + GAP)
    head = f"M{x2 - 7} {end.y - HEAD}L{x2} {end.y}L{x2 - 7} {end.y + HEAD}" if kind in WITH_HEAD else ""
    bar = f"M{x2} {end.y - 8}V{end.y + 8}" if kind == "missed" else ""
    return Stroke(kind, f"M{x1} {start.y}H{x2}", head, bar)


def _curve(start: Dot, end: Dot) -> tuple[tuple[int, int], ...]:
    """Its beginning, the two points that bend it, and its end."""
    down = 1 if end.y > start.y else -1
    y4 = end.y - down * (GAP + 1)
    x1 = start.x + GAP
    if end.x - start.x < 2 * GAP:  # nearly the same day: out to the right and back
        return (x1, start.y), (x1 + 22, start.y), (end.x + 6, y4 - down * 24), (end.x, y4)
    bend = round(start.x + 0.62 * (end.x - start.x))
    return (x1, start.y), (bend, start.y), (end.x, round((start.y + y4) / 2)), (end.x, y4)


def _at(points: tuple[tuple[int, int], ...], t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
    return x, sum(weight * point[1] for weight, point in zip(weights, points, strict=True))


def _spot(x: float, y: float) -> Box:
    return Box(x - 2, y - 2, x + 2, y + 2)

"""Places for the words at marks, so that none lies over another, a mark or a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.web.thread.parts import Box, Dot, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RADIUS = 8
BOLD, PLAIN = 7.4, 6.7  # about the width of a letter of the smallest text
LINE = 16
AWAY = 6  # from the mark to the words
LONGEST = 22
EDGE = 2


def place_labels(
    dots: Sequence[Dot], taken: Iterable[Box], *, left: int, right: int, today: int | None
) -> list[Dot]:
    """Give each mark its words where there is room: both lines, the day alone, or none.

    Args:
        dots: The marks where they are drawn.
        taken: What else is drawn.
        left: Nothing stands before this.
        right: Nor after this.
        today: Where the line of today stands, which no words cross.
    """
    boxes = [*taken, *(_around(dot) for dot in dots)]
    if today is not None:
        boxes.append(Box(today - 1, -1e6, today + 1, 1e6))
    placed = {}
    # The latest first: what has just happened is looked for most often.
    for dot in sorted(dots, key=lambda dot: -dot.x):
        label = _find(dot, boxes, left, right)
        if label is not None:
            boxes.append(label.box)
        placed[dot.mark.key] = replace(dot, label=label)
    return [placed[dot.mark.key] for dot in dots]


def _find(dot: Dot, boxes: Sequence[Box], left: int, right: int) -> Label | None:
    said = dot.mark.said if len(dot.mark.said) <= LONGEST else f"{dot.mark.said[: LONGEST - 1].rstrip()}…"
    for words in (said, ""):
        for label in _tries(dot, words):
            inside = left <= label.box.left and label.box.right <= right
            if inside and not any(label.box.overlaps(box) for box in boxes):
                return label
    return None


def _tries(dot: Dot, said: str) -> Iterable[Label]:
    """Above and below; the day alone also to the left and right."""
    width = max(len(dot.mark.day) * BOLD, len(said) * PLAIN)
    lines = 2 if said else 1
    for anchor in ("start", "end", "middle"):
        for above in (True, False):
            x = dot.x + {"start": -RADIUS, "end": RADIUS, "middle": 0}[anchor]
            top = dot.y - RADIUS - AWAY - lines * LINE if above else dot.y + RADIUS + AWAY
            start = x - {"start": 0, "end": width, "middle": width / 2}[anchor]
            box = Box(start - EDGE, top, start + width + EDGE, top + lines * LINE)
            yield Label(x, round(top) + LINE - 4, anchor, dot.mark.day, said, box)
    if not said:
        yield from _beside(dot, width)


def _beside(dot: Dot, width: float) -> Iterable[Label]:
    for anchor, way in (("end", -1), ("start", 1)):
        x = dot.x + way * (RADIUS + AWAY)
        start = x - width if way < 0 else x
        box = Box(start - EDGE, dot.y - LINE / 2, start + width + EDGE, dot.y + LINE / 2)
        yield Label(x, dot.y + 4, anchor, dot.mark.day, "", box)


def _around(dot: Dot) -> Box:
    return Box(dot.x - RADIUS - 2, dot.y - RADIUS - 2, dot.x + RADIUS + 2, dot.y + RADIUS + 2)

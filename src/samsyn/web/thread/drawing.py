"""The whole picture of a matter's way, from what is to be drawn to where it stands."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from samsyn.web.thread.labels import RADIUS, place_labels
from samsyn.web.thread.lanes import order_lanes
from samsyn.web.thread.parts import Dot, Lane, Picture, Silence
from samsyn.web.thread.scale import Scale
from samsyn.web.thread.strokes import boxes_of, draw_stroke

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.web.thread.parts import Mark, Way

WIDTH = 960
LEFT = 200  # of it for the lanes' names
TOP = 40
LANE = 84
NAME = 26  # letters on a line of a lane's name
LONG_SILENCE = 60  # days
SILENCE_WORDS = 92  # pixels
WAITING_WORDS = 230  # pixels of the longer ones, for what has no day


def draw(way: Way) -> Picture | None:
    """Find a place for everything; None where there is no mark.

    The same way always gives the same picture. Each day stands in its own place, but marks of one lane that
    would lie over one another are moved apart.
    """
    if not way.marks:
        return None
    days = [mark.on for mark in way.marks] + ([way.today] if way.is_open else [])
    scale = Scale.around(min(days), max(days), left=LEFT, right=WIDTH)
    order = _order(way)
    y = {key: TOP + LANE // 2 + 8 + LANE * at for at, key in enumerate(order)}
    dots = _place(way.marks, scale, y)
    known = {dot.mark.key: dot for dot in dots}
    ends = [(tie.kind, known[tie.start], known[tie.end]) for tie in way.ties]
    today = scale.x(way.today) if scale.start <= way.today < scale.end else None
    lines = [box for _, start, end in ends for box in boxes_of(start, end)]
    foot = TOP + LANE * len(order) + 16
    return Picture(
        WIDTH, foot + 44, LEFT, WIDTH, foot, today,
        [Lane(key, _wrap(way.lanes[key]), y[key]) for key in order],
        scale.ticks(), scale.bands(),
        place_labels(dots, lines, left=LEFT, right=WIDTH, today=today),
        [draw_stroke(*end) for end in ends],
        _silences(way, scale),
    )  # fmt: skip


def _order(way: Way) -> list[str]:
    at = {mark.key: (float(mark.on.toordinal()), mark.lane) for mark in way.marks}
    edges = [(at[tie.start], at[tie.end]) for tie in way.ties if at[tie.start][1] != at[tie.end][1]]
    return order_lanes(list(way.lanes), edges)


def _place(marks: Sequence[Mark], scale: Scale, y: dict[str, int]) -> list[Dot]:
    """Each mark on its day; those of one lane so far apart that each is seen."""
    last: dict[str, int] = {}
    dots = []
    for mark in sorted(marks, key=lambda one: (one.on, one.key)):
        x = max(scale.x(mark.on), last.get(mark.lane, 0) + 2 * RADIUS + 4)
        last[mark.lane] = x
        dots.append(Dot(mark, x, y[mark.lane]))
    beyond = max((dot.x for dot in dots), default=0) - (scale.right - RADIUS)
    return [replace(dot, x=dot.x - beyond) for dot in dots] if beyond > 0 else dots


def _silences(way: Way, scale: Scale) -> list[Silence]:
    """The long times between one meeting and the next, and from the last until today."""
    days: list[date] = sorted({mark.on for mark in way.marks if mark.kind == "held" and mark.on <= way.today})
    until_today = way.is_open and bool(days)
    if until_today:
        days.append(way.today)
    found = [
        Silence(left, right, (after - before).days, right - left >= SILENCE_WORDS)
        for before, after in pairwise(days)
        if (after - before).days > LONG_SILENCE
        for left, right in ((scale.x(before), scale.x(after)),)
    ]
    if way.waits and until_today and found and found[-1].right == scale.x(way.today):
        found[-1] = replace(found[-1], waits=found[-1].right - found[-1].left >= WAITING_WORDS)
    return found


def _wrap(name: str) -> list[str]:
    """A lane's name on two lines at most."""
    lines: list[str] = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= NAME or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) <= 2 and max(map(len, lines)) <= NAME:
        return lines
    rest = " ".join(lines[1:])
    return [_cut(lines[0]), _cut(rest)] if rest else [_cut(lines[0])]


def _cut(words: str) -> str:
    return words if len(words) <= NAME else f"{words[: NAME - 1].rstrip()}…"

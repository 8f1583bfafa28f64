"""The picture of a plan's times: time across, a lane for each area and each milestone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from samsyn.plan.models import PartKind
from samsyn.web.thread.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.plan.models import Band, Part
    from samsyn.plan.queries.times import Times, When
    from samsyn.web.thread.parts import Tick

WIDTH, LEFT, TOP, LANE = 960, 240, 64, 60
APART = 60  # between two marks of a lane, so that their words can be read
NAME = 32
LETTER = 6.2  # pixels of a letter
BRACKET = 12  # the least that a bracket stands from its mark
DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark in a lane: one part, or several that are to be reached at the same time.

    Attributes:
        whens: Of one lane, in the plan's order.
        left: Where the bracket of an approximate time begins; None for no bracket.
        right: Where it ends.
        is_above: The words stand above the lane, since those of the mark before stand below.
    """

    whens: Sequence[When]
    x: int
    kind: str
    left: int | None = None
    right: int | None = None
    is_above: bool = False

    @property
    def when(self) -> When:
        """The last of them: where the mark leads."""
        return self.whens[-1]


@dataclass(frozen=True, slots=True)
class TimeLane:
    """The times of an area's steps, or of one milestone.

    Attributes:
        name: So short that it fits beside the picture.
        done: Until here the line is thick: what has been reached.
        planned: Until here it is thin.
    """

    name: str
    full_name: str
    is_milestone: bool
    y: int
    spots: Sequence[Spot]
    done: int
    planned: int


@dataclass(frozen=True, slots=True)
class Strip:
    """A term, holiday or reform.

    Attributes:
        lines: Its name on one line or two; empty where it is too narrow for them.
    """

    name: str
    lines: Sequence[str]
    kind: str
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class TimePicture:
    """All of it, in the picture's own pixels."""

    width: int
    height: int
    left: int
    foot: int
    today: int | None
    start: int
    ticks: Sequence[Tick]
    strips: Sequence[Strip]
    lanes: Sequence[TimeLane]


def draw_times(times: Times, *, began: date, today: date) -> TimePicture | None:
    """Find a place for everything; None where no time has a day."""
    if not times.whens:
        return None
    days = [began, today, *(day for when in times.whens for day in _days(when))]
    scale = Scale.around(min(days), max(days), left=LEFT, right=WIDTH)
    groups = [list(whens) for _key, whens in groupby(times.whens, key=_lane_key)]
    y = [TOP + LANE // 2 + LANE * at for at in range(len(groups))]
    lanes = [_lane(whens, scale, at, began=began, today=today) for whens, at in zip(groups, y, strict=True)]
    foot = TOP + LANE * len(lanes) + 8
    return TimePicture(
        WIDTH, foot + 48, LEFT, foot, scale.x(today), scale.x(began), scale.ticks(),
        list(_strips(times.bands, scale)), lanes,
    )  # fmt: skip


def _days(when: When) -> Iterable[date]:
    """The days that have to be seen."""
    period = when.period
    known = (period.start_on, period.end_on - DAY if period.end_on else None, period.reached_on)
    found = [day for day in known if day]
    return [*found, found[0] + timedelta(150)] if when.is_open_ended else found


def _lane_key(when: When) -> tuple[int, int]:
    """Steps of one area share a lane; a milestone has its own."""
    area = when.area.pk if when.area else 0
    return (area, when.part.pk if when.part.kind == PartKind.MILESTONE else 0)


def _lane(whens: Sequence[When], scale: Scale, y: int, *, began: date, today: date) -> TimeLane:
    first = whens[0]
    is_milestone = first.part.kind == PartKind.MILESTONE
    spots = _apart(_together([_spot(when, scale, today) for when in whens]))
    reached = [spot.x for spot in spots if spot.kind == "reached"]
    named: Part = first.part if is_milestone or first.area is None else first.area
    return TimeLane(
        _cut(named.name),
        named.name,
        is_milestone,
        y,
        spots,
        done=max(reached, default=scale.x(began)),
        planned=max((spot.x for spot in spots), default=scale.x(began)),
    )


def _spot(when: When, scale: Scale, today: date) -> Spot:
    period = when.period
    if period.reached_on:
        return Spot([when], scale.x(period.reached_on), "reached")
    start = period.start_on or (period.end_on or today) - DAY
    last = period.end_on - DAY if period.end_on else start
    if when.is_open_ended:
        return Spot([when], scale.x(start), "open")
    kind = "passed" if when.is_passed(today) else "planned"
    x = scale.x(last)
    if not when.is_approximate:
        return Spot([when], x, kind)
    return Spot([when], x, kind, left=min(scale.x(start), x - BRACKET), right=x + BRACKET)


def _together(spots: Iterable[Spot]) -> list[Spot]:
    """Marks that would lie on one another and say the same are one."""
    found: dict[tuple[int, str, int | None], Spot] = {}
    for spot in spots:
        key = (spot.x, spot.kind, spot.left)
        before = found.get(key)
        found[key] = replace(spot, whens=[*before.whens, *spot.whens]) if before else spot
    return list(found.values())


def _apart(spots: Sequence[Spot]) -> list[Spot]:
    """In the order of time; words of marks close together stand above and below in turn."""
    found: list[Spot] = []
    for spot in sorted(spots, key=lambda one: one.x):
        before = found[-1] if found else None
        is_above = before is not None and spot.x - before.x < APART and not before.is_above
        found.append(replace(spot, is_above=is_above))
    return found


def _strips(bands: Sequence[Band], scale: Scale) -> Iterable[Strip]:
    for band in bands:
        start, end = max(band.start_on, scale.start), min(band.end_on, scale.end)
        if start < end:
            left, right = scale.x(start), scale.x(end)
            yield Strip(band.name, _fitted(band.name, right - left), band.kind, left, right)


def _fitted(name: str, room: int) -> list[str]:
    """A name on one line, on two if it does not fit, else not at all."""
    first, _space, rest = name.partition(" ")
    ways = ([name], [first, rest] if rest else [name])
    return next((lines for lines in ways if max(map(len, lines)) * LETTER <= room), [])


def _cut(words: str) -> str:
    return words if len(words) <= NAME else f"{words[: NAME - 1].rstrip()}…"

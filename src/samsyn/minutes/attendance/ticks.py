"""Lists with a box to tick before each name (rule A8)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.leads import first_words
from samsyn.minutes.attendance.names import is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.attendance.region import Region
    from samsyn.minutes.lines import Line

_TICK = re.compile(r"(?:\[(?P<sign>[ xX✓]?)\]|(?P<box>[☐☒☑]))\s+(?=\S)")


def begins_ticks(lines: Sequence[Line], at: int) -> bool:
    """Whether this line and the next have a box before a name in full each, and so open a list."""
    ticks = [(line, _TICK.match(line.text)) for line in lines[at : at + 2] if line.cell is None]
    return len(ticks) == 2 and all(
        tick is not None and is_name(first_words(line.text[tick.end() :])) for line, tick in ticks
    )


def by_ticks(region: Region) -> list[Region]:
    """A list with boxes to tick as those present and those absent ("[x] Rut Vifell")."""
    ticks = [_TICK.match(line.text) for line in region.lines]
    if region.skip or not any(tick and _is_ticked(tick) for tick in ticks):
        return [region]
    pairs = list(zip(region.lines, ticks, strict=True))
    there = [_behind_tick(line, tick) for line, tick in pairs if tick is None or _is_ticked(tick)]
    gone = [_behind_tick(line, tick) for line, tick in pairs if tick and not _is_ticked(tick)]
    away = [replace(region, present=False, lines=gone)] if gone else []
    return [replace(region, lines=there), *away]


def _is_ticked(tick: re.Match[str]) -> bool:
    return bool(tick["sign"] and tick["sign"].strip()) or tick["box"] in {"☒", "☑"}


def _behind_tick(line: Line, tick: re.Match[str] | None) -> Line:
    if tick is None:
        return line
    return replace(line, text=line.text[tick.end() :], start=line.start + tick.end(), labels={})

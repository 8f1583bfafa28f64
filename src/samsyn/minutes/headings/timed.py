"""Headings behind a time of day, as notes have them that go on from the day's programme (rule I14)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.headings.kinds import Heading
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_TIMED = re.compile(
    r"(?:[Kk]l\.?\s*)?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:\s*[-–]\s*\d{1,2}[.:]\d{2})?[:,]?\s+"
    r"(?P<heading>[A-ZÅÄÖ][^.!?]{2,80}[?]?)"
)
_MIN_TIMED = 3


def timed_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    """Short lines behind a time of day, each later than the last, most of them with text below."""
    found: list[Heading] = []
    last = 0
    for at in range(first, len(lines)):
        line = lines[at]
        match = _TIMED.fullmatch(line.text) if line.first and line.cell is None else None
        if match is None:
            continue
        minutes = int(match["hour"]) * 60 + int(match["minute"])
        if minutes < last or folded(match["heading"]) in lexicon().words("tables", "pauses"):
            continue
        last, begin = minutes, line.start + match.start("heading")
        found.append(Heading(at, at, begin, line.end, match["heading"], 9, "I14"))
    heads = {heading.line for heading in found}
    told = sum(1 for at in heads if at + 1 < len(lines) and at + 1 not in heads)
    return found if len(found) >= _MIN_TIMED and told * 3 >= len(found) * 2 else []

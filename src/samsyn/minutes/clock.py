"""Times of day in Swedish notes: rules K1 (from-to) and K2 (one time)."""

from __future__ import annotations

import re
from datetime import time
from typing import NamedTuple

_HOUR = r"(?:[01]?\d|2[0-4])"
_TIME = rf"{_HOUR}(?:\s?[.:,]\s?[0-5]\d)?"
_FULL = rf"{_HOUR}\s?[.:,]\s?[0-5]\d"
_KL = r"(?:kl(?:ockan|\.)?:?\s*|@\s*)"
_RANGE = re.compile(
    rf"(?<![\d/.,-])(?:{_KL})?(?P<a>{_TIME})\s?(?:[-–—]|till|t\.?o\.?m\.?)\s?(?:{_KL})?(?P<b>{_TIME})(?![\d/]|\s?(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|[-–]))",
    re.IGNORECASE,
)
_GAP = re.compile(rf"{_KL}(?P<a>{_FULL})\s+(?P<b>{_FULL})(?!\d)", re.IGNORECASE)
_ONE = re.compile(
    rf"{_KL}(?P<a>{_TIME})(?![\d/])|(?<![\d/.,-])(?P<b>{_HOUR}[.:][0-5]\d)(?![\d./-])", re.IGNORECASE
)


class ClockTimes(NamedTuple):
    """Start and end of a meeting as written, with their places (start, end) in the text."""

    start: time
    start_at: tuple[int, int]
    end: time | None = None
    end_at: tuple[int, int] | None = None


def _time(words: str) -> time | None:
    parts = [int(part) for part in re.findall(r"\d+", words)]
    hour = 0 if parts[0] == 24 else parts[0]
    return time(hour, parts[1] if len(parts) > 1 else 0) if hour < 24 else None


def _later_end(
    pattern: re.Pattern[str], text: str, first: re.Match[str], end: time
) -> tuple[time, tuple[int, int]] | None:
    """The end of the last stretch, where the time is split over activities ("lunch 12-13, möte 13-15")."""
    found = None
    for match in pattern.finditer(text, first.end()):
        later = _time(match["b"])
        if later and later > end:
            found = (later, match.span("b"))
    return found


def find_clock_times(text: str, *, labelled: bool = False) -> ClockTimes | None:
    """The first time of day, or pair of times, that a text tells; None where there is none.

    Args:
        labelled: A label ("Tid:") says that times follow, so bare hours ("12-13") count too.
    """
    for pattern in (_RANGE, _GAP):
        for match in pattern.finditer(text):
            if not (labelled or re.search(r"[.:,]\s?\d|kl|@", match[0], re.IGNORECASE)):
                continue
            start, end = _time(match["a"]), _time(match["b"])
            if start and end and start < end:
                later = _later_end(pattern, text, match, end) if labelled else None
                return ClockTimes(start, match.span("a"), *(later or (end, match.span("b"))))
    match = _ONE.search(text)
    if match is None:
        return None
    group = "a" if match["a"] else "b"
    start = _time(match[group])
    return ClockTimes(start, match.span(group)) if start else None

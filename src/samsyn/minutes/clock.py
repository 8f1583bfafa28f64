"""Times of day in Swedish notes: rules K1 (from-to) and K2 (one time)."""

from __future__ import annotations

import re
from datetime import time
from typing import NamedTuple

from samsyn.minutes.lexicon import lexicon

_NUMBER = re.compile(r"\d+")


class ClockTimes(NamedTuple):
    """Start and end of a meeting as written, with their places (start, end) in the text."""

    start: time
    start_at: tuple[int, int]
    end: time | None = None
    end_at: tuple[int, int] | None = None


def _time(words: str) -> time | None:
    hour, *minutes = (int(number) for number in _NUMBER.findall(words))
    if hour > 24:
        return None
    return time(hour % 24, minutes[0] if minutes else 0)


def _later_end(
    pattern: re.Pattern[str], text: str, first: re.Match[str], end: time
) -> tuple[time, tuple[int, int]] | None:
    """The end of the last stretch, where the time is split over activities ("lunch 12-13, möte 13-15")."""
    found = None
    for match in pattern.finditer(text, first.end()):
        if text.count("(", first.end(), match.start()) > text.count(")", first.end(), match.start()):
            continue  # an aside within the meeting ("9-12 (kaffe 10-10.20)")
        later = _time(match["b"])
        if later and later > end:
            found = (later, match.span("b"))
    return found


def find_clock_times(text: str, *, labelled: bool = False) -> ClockTimes | None:
    """The first time of day, or pair of times, that a text tells; None where there is none.

    Args:
        text: Words without dates.
        labelled: A label ("Tid:") says that times follow, so bare hours ("12-13") count too.
    """
    for name in ("clock_range", "clock_pair"):
        pattern = lexicon().pattern(name)
        for match in pattern.finditer(text):
            if not (labelled or lexicon().pattern("clock_sign").search(match[0])):
                continue
            start, end = _time(match["a"]), _time(match["b"])
            if start and end and start < end:
                later = _later_end(pattern, text, match, end) if labelled else None
                return ClockTimes(start, match.span("a"), *(later or (end, match.span("b"))))
    single = lexicon().pattern("clock_one").search(text)
    group = single.lastgroup if single else None
    start = _time(single[group]) if single and group else None
    return ClockTimes(start, single.span(group)) if start and single and group else None

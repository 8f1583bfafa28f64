"""Times of day in words: rule K3 ("klockan nio", "halv sju", "mellan klockan 9 och 11.30")."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.clock import find_clock_times
from samsyn.minutes.lexicon import lexicon

if TYPE_CHECKING:
    from samsyn.minutes.clock import ClockTimes

_HALF_DAY = 12
_DAYTIME_FROM = time(8)  # an hour in words before it is one of the afternoon or the evening
_EVENING_FROM = time(6)  # from here on a word may also mean the morning
_NUMBER = re.compile(r"\d+")


class WordedTimes(NamedTuple):
    """Start and end as told, with their places in the text; `unsure` where morning or evening is meant."""

    start: time
    start_at: tuple[int, int]
    end: time | None = None
    end_at: tuple[int, int] | None = None
    unsure: bool = False


def find_worded_times(text: str, *, bare: bool = False) -> WordedTimes | None:
    """The first time of day or pair of times in a sentence, in words or figures; None where there is none.

    Args:
        text: Words without dates.
        bare: A time that opens the words needs no sign ("slutade" stood before "elva").
    """
    late = lexicon().pattern("late").search(text) is not None
    for match in lexicon().pattern("clock_worded_range").finditer(text):
        start, unsure = _read(match["a"], late=late)
        end, _ = _read(match["b"], late=late)
        if start and end and later(end, start) > start:
            return WordedTimes(start, match.span("a"), later(end, start), match.span("b"), unsure)
    opening = lexicon().pattern("clock_opening").match(text) if bare else None
    single = opening or lexicon().pattern("clock_worded").search(text)
    group = single.lastgroup if single else None
    if single is None or group is None:
        return None
    start, unsure = _read(single[group], late=late)
    return WordedTimes(start, single.span(group), unsure=unsure) if start else None


def find_times(text: str, *, labelled: bool = False, bare: bool = False) -> ClockTimes | WordedTimes | None:
    """Times of day in figures or words, whichever tells more.

    Args:
        text: Words without dates.
        labelled: A label says that times follow, so bare hours count.
        bare: A time that opens the words needs no sign.
    """
    figures, worded = find_clock_times(text, labelled=labelled), find_worded_times(text, bare=bare)
    if worded and (figures is None or (worded.end and not figures.end)):
        return worded
    return figures


def later(end: time, start: time) -> time:
    """The end of a meeting on the same half of the day as its start, or on the next.

    Args:
        end: The time as it was read, which may be meant of the afternoon or evening.
        start: When the meeting began.
    """
    if end <= start and end.hour < _HALF_DAY:
        return end.replace(hour=end.hour + _HALF_DAY)
    return end


def _read(words: str, *, late: bool) -> tuple[time | None, bool]:
    """A time, and whether it is unsure which half of the day it is in."""
    figures = [int(number) for number in _NUMBER.findall(words)]
    if figures:
        hour, minute = figures[0], figures[1] if len(figures) > 1 else 0
        if hour > 23 or minute > 59:
            return None, False
        return time(hour + _HALF_DAY if late and hour < _HALF_DAY else hour, minute), False
    told = _in_words(words.lower().split())
    if late or told < _DAYTIME_FROM:
        return told.replace(hour=(told.hour + _HALF_DAY) % 24), not late and told >= _EVENING_FROM
    return told, False


def _in_words(words: list[str]) -> time:
    """Read an hour and what stands before it: "halv sju" is 6.30, "kvart över nio" 9.15, "tio i tre" 2.50."""
    hours = lexicon().tables["clock"]["hours"]
    minutes = hours[words[-1]] * 60
    if words[0] == "halv":
        minutes -= 30
    elif len(words) > 1:
        size = 15 if words[0] == "kvart" else hours.get(words[0], 20)
        minutes += size if "över" in words else -size
    return time(minutes // 60 % 24, minutes % 60)

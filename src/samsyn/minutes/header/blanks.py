"""Text with dates and times of day blanked out, so that other values can be read beside them."""

from __future__ import annotations

import re

from samsyn.minutes.days import find_mentions
from samsyn.minutes.header.noise import with_figures
from samsyn.minutes.lexicon import lexicon

_BARS = re.compile(r"\s[|·•]\s")
_EDGES = re.compile(r"[,(]\s{3,}|\s{3,}[,)]")


def without_days(text: str) -> str:
    """The text with dates blanked out, so that no part of one is taken for a time."""
    clear = text
    for mention in find_mentions(text):
        if mention.first:
            clear = clear[: mention.start] + " " * (mention.end - mention.start) + clear[mention.end :]
    return clear


def blanked(text: str) -> str:
    """The text with dates, weekdays and times of day blanked out, and the signs around them."""
    clear = without_days(with_figures(text))
    for pattern in (
        lexicon().pattern("clock_span"),
        lexicon().pattern("clock"),
        lexicon().pattern("weekday"),
        _BARS,
        _EDGES,
    ):
        clear = pattern.sub(lambda match: " " * len(match[0]), clear)
    return clear

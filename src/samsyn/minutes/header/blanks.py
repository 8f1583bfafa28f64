"""Text with dates and times of day blanked out, so that other values can be read beside them."""

from __future__ import annotations

import re

from samsyn.minutes.days import find_mentions

WEEKDAY = re.compile(r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b(?:\s+den)?", re.IGNORECASE)
_CLOCK_WORDS = re.compile(
    r"(?:\bkl(?:ockan)?\b\.?:?\s*)?\d{1,2}\s?[.:,]\s?\d\d(?:\s?[-–—]\s?\d{1,2}\s?[.:,]?\s?\d{0,2})?|\bkl\.?\s*\d{1,2}(?:\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)?|\bkl(?:ockan)?\b\.?",
    re.IGNORECASE,
)


def without_days(text: str) -> str:
    """The text with dates blanked out, so that no part of one is taken for a time."""
    clear = text
    for mention in find_mentions(text):
        if mention.first:
            clear = clear[: mention.start] + " " * (mention.end - mention.start) + clear[mention.end :]
    return clear


def blanked(text: str) -> str:
    clear = without_days(text)
    for pattern in (_CLOCK_WORDS, WEEKDAY):
        clear = pattern.sub(lambda match: " " * len(match[0]), clear)
    return re.sub(r"[,(]\s{3,}|\s{3,}[,)]", lambda match: " " * len(match[0]), clear)

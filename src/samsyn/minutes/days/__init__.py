"""Dates and other times in Swedish notes: where they stand, and what they say of day and period.

Rules D1-D21 in docs/reading/dates.md. A time that names no year gets one in `samsyn.minutes.years`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from samsyn.minutes.days import figures, worded
from samsyn.minutes.days.mentions import Mention, full_year, is_day
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import lower

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Mention", "find_mentions", "full_year", "is_day"]

_FIGURES = re.compile(r"\d+")
_GLUE = frozenset("/-_")
_LONGEST_LEAD = 20

_READERS = {
    "D1": figures.read_iso,
    "D2": figures.read_spaced,
    "D3": figures.read_six_digits,
    "D4": figures.read_dotted,
    "D5": figures.read_slashed,
    "D6": figures.read_named_days,
    "D7": figures.read_named_day,
    "D8": worded.read_week,
    "D9": worded.read_school_year,
    "D10": worded.read_term,
    "D11": worded.read_quarter,
    "D12": worded.read_part_of_year,
    "D13": worded.read_turn_of_year,
    "D14": worded.read_month,
    "D15": worded.read_earliest,
    "D16": figures.read_year,
    "D17": worded.read_relative,
    "D18": worded.read_coming_meeting,
    "D19": worded.read_last_meeting,
    "D20": worded.read_recurring,
    "D21": worded.read_around,
    "D22": worded.read_near_week,
}


@cache
def _forms(name: str) -> re.Pattern[str]:
    return re.compile(lexicon().expression(lexicon().tables["dates"][name]))


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"(?<![\w/-])(?:" + lexicon().expression(lexicon().tables["dates"]["worded"]) + ")")


@cache
def _hints() -> re.Pattern[str]:
    """One expression, cut by first letter: far faster than a look for each."""
    by_letter: dict[str, list[str]] = {}
    for hint in sorted(lexicon().tables["times"]["hints"]):
        by_letter.setdefault(hint[0], []).append(re.escape(hint[1:]))
    parts = (f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile(rf"[^\w/-](?:{'|'.join(parts)})")


@lru_cache(maxsize=512)
def find_mentions(text: str) -> tuple[Mention, ...]:
    """All times mentioned in a text, in order, without overlap."""
    lowered = lower(text)
    matches = [*_in_figures(lowered), *_in_words(lowered)]
    if not matches:
        return ()
    matches.sort(key=lambda match: match[0])
    found: list[Mention] = []
    end = 0
    for start, match in matches:
        if start < end:
            continue
        end = match.end()
        mention = _READERS[match.lastgroup or ""](match)
        if mention is not None:
            found.append(mention if start == match.start() else replace(mention, start=start))
    return tuple(found)


def _in_figures(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Matches that begin with a figure, each with the place where its words begin."""
    end = 0
    for digits in _FIGURES.finditer(text):
        at = digits.start()
        if at < end or (at and (text[at - 1].isalnum() or text[at - 1] in _GLUE)):
            continue
        match = _forms("figures").match(text, at)
        if match is not None:
            end = match.end()
            yield _lead(text, at) if match.lastgroup == "D7" else at, match


def _lead(text: str, at: int) -> int:
    """Where a day begins whose weekday or "den" stands before it."""
    lead = lexicon().pattern("day_lead").search(text[max(0, at - _LONGEST_LEAD) : at])
    return at - len(lead[0]) if lead else at


def _in_words(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Matches that begin with a word; most texts hold no letters that could open one."""
    if _hints().search(" " + text) is None:
        return iter(())
    return ((match.start(), match) for match in _words().finditer(text))

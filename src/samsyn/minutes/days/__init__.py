"""Dates and other times in Swedish notes: where they stand, and what they say of day and period.

Rules D1-D30 in docs/reading/dates.md. A time that names no year gets one in `samsyn.minutes.years`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from samsyn.minutes.days import figures, near, worded
from samsyn.minutes.days.contexts import in_context
from samsyn.minutes.days.mentions import Mention, full_year, is_day
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import lower

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Mention", "find_mentions", "find_time", "full_year", "is_day"]

_FIGURES = re.compile(r"\d+")
_GLUE = frozenset("/-_")
_START = attrgetter("start")

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
    "D16": figures.read_year,
    "D17": near.read_long_ago,
    "D18": worded.read_coming_meeting,
    "D19": worded.read_last_meeting,
    "D20": worded.read_recurring,
    "D21": worded.read_feast,
    "D22": near.read_near_week,
    "D23": figures.read_day_of_month,
    "D24": near.read_weekday,
    "D25": near.read_near_day,
    "D26": near.read_near_year,
    "D27": worded.read_meeting_in,
    "D28": near.read_near_unit,
    "D30": worded.read_soonest,
}


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(lexicon().expression(lexicon().tables["dates"]["figures"]))


@cache
def _beginnings() -> re.Pattern[str]:
    """The letters that times in words begin with, as one expression cut by first letter: far faster.

    Of those that begin alike it finds the longest. A letter alone ("v 12") begins no word of several.
    """
    by_letter: dict[str, list[str]] = {}
    stems = {stem for row in lexicon().tables["dates"]["worded"] for stem in row["at"]}
    for stem in sorted(stems, reverse=True):
        by_letter.setdefault(stem[0], []).append(re.escape(stem[1:]) or r"(?![^\W\d_])")
    parts = (f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile(rf"[^\w/-](?:{'|'.join(parts)})")


@cache
def _form(number: int) -> re.Pattern[str]:
    return re.compile(lexicon().expression([lexicon().tables["dates"]["worded"][number]["form"]]))


@cache
def _forms_at(stem: str) -> tuple[int, ...]:
    """The forms that may begin with some letters, by their place in the table."""
    rows = enumerate(lexicon().tables["dates"]["worded"])
    return tuple(number for number, row in rows if stem.startswith(tuple(row["at"])))


@lru_cache(maxsize=512)
def find_mentions(text: str) -> tuple[Mention, ...]:
    """All times mentioned in a text, in order, without overlap."""
    lowered = lower(text)
    read = [*_in_figures(lowered), *_in_words(lowered)]
    if not read:
        return ()
    if len(read) > 1:
        read.sort(key=_START)
    found: list[Mention] = []
    end = 0
    for mention in read:
        if mention.start >= end:
            led = in_context(lowered, mention)
            found.append(led if led.start >= end else mention)
            end = mention.end
    return tuple(found)


def find_time(text: str) -> Mention | None:
    """The first time in words that are nothing but a time, as in a cell: "maj" and "fredag" count too."""
    first = next(iter(find_mentions(text)), None)
    if first is not None:
        return first
    lead = "till "
    behind = next(iter(find_mentions(lead + text)), None)
    if behind is None:
        return None
    return replace(behind, start=max(0, behind.start - len(lead)), end=behind.end - len(lead))


def _in_figures(text: str) -> Iterator[Mention]:
    """Times that begin with a figure."""
    end = 0
    for digits in _FIGURES.finditer(text):
        at = digits.start()
        if at < end or (at and (text[at - 1].isalnum() or text[at - 1] in _GLUE)):
            continue
        match = _figures().match(text, at)
        if match is None:
            continue
        end = match.end()
        mention = _READERS[match.lastgroup or ""](match)
        if mention is not None:
            yield mention


def _in_words(text: str) -> Iterator[Mention]:
    """Times that begin with a word; most texts hold no letters that could open one."""
    end = 0
    for hit in _beginnings().finditer(" " + text):
        at = hit.start()
        if at < end:
            continue
        matches = (_form(number).match(text, at) for number in _forms_at(hit[0][1:]))
        read = (_READERS[match.lastgroup or ""](match) for match in matches if match)
        mention = next((one for one in read if one is not None), None)
        if mention is not None:
            end = mention.end
            yield mention

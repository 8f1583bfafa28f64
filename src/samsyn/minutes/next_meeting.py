"""When the same bodies meet next (rules N1-N3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.labels import find_label
from samsyn.minutes.records import Certainty, Found, Period, Precision
from samsyn.minutes.years import Direction, date_mention
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.minutes.lines import Line

_OPENS = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:(?:datum|tid) för )?(?:nästa|nästkommande|kommande|framtida)\s+(?:\w+\s?){0,2}?(?:\w*möten?|\w*mötet|sammanträden?|sammanträdet|\w*träff(?:en|ar)?|gång|tillfälle)\b"
    r"|(?:^|(?<=[.!?]\s))möten (?:under|för|i)\b.{0,30}\b(?:blir|är)\b",
    re.IGNORECASE,
)
_TIME_WORD = re.compile(
    r"\d|\b(?:mån|tis|ons|tors|fre|lör|sön)dag|vecka|hösten|våren|\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b",
    re.IGNORECASE,
)
_USABLE = frozenset({Precision.DAY, Precision.DAYS})


def read_next_meeting(
    lines: Sequence[Line], met_on: date | None, first: int
) -> tuple[Found[Period] | None, bool]:
    """The next meeting, and whether its year is unsure.

    Rule N1: a sentence or line that opens with "Nästa möte"; N2: the text below such a heading or
    label; N3: words without a day are kept as they stand.
    """
    wordless: Found[Period] | None = None
    for at in range(first, len(lines)):
        line = lines[at]
        start = _opening(line)
        if start is None:
            continue
        for text, begin, rule in _places(lines, at, start):
            found = _day(text, begin, met_on, rule)
            if found:
                return found
            if wordless is None and text.strip(" .:–-"):
                wordless = _as_written(text, begin)
    return wordless, False


def _opening(line: Line) -> int | None:
    """Where the words about the next meeting begin in the line."""
    label = find_label(line)
    if label and label.field == "next_meeting":
        return 0
    stripped = re.match(r"(?:§\s*|[A-ZÅÄÖ]{2,5}\s+)?\d+(?:[.:)]\s*|\s+)", line.text)
    offset = stripped.end() if stripped else 0
    match = _OPENS.search(line.text, offset) if offset == 0 else _OPENS.match(line.text[offset:])
    if match is None:
        return None
    return match.start() if offset == 0 else offset


def _places(lines: Sequence[Line], at: int, start: int) -> list[tuple[str, int, str]]:
    line = lines[at]
    places = [(line.text[start:], line.start + start, "N1")]
    for following in lines[at + 1 : at + 4]:
        if (
            following.heading
            or find_label(following)
            or re.match(r"(?:§\s*)?\d+[.:)]\s+[A-ZÅÄÖ]", following.text)
        ):
            break
        places.append((following.text, following.start, "N2"))
    return places


def _day(text: str, begin: int, met_on: date | None, rule: str) -> tuple[Found[Period], bool] | None:
    for mention in find_mentions(text):
        if mention.precision not in _USABLE:
            continue
        dated = date_mention(mention, met_on=met_on, direction=Direction.FORWARD)
        if dated.period.start and met_on and dated.period.start <= met_on:
            continue
        words = text[mention.start : mention.end]
        certainty = Certainty.CLEAR if mention.year else Certainty.LIKELY
        return Found(
            dated.period, words, Span(begin + mention.start, begin + mention.end), rule, certainty
        ), dated.unsure
    return None


def _as_written(text: str, begin: int) -> Found[Period] | None:
    opened = _OPENS.match(text)
    rest = text[opened.end() if opened else 0 :]
    lead = len(rest) - len(rest.lstrip(" :–-,."))
    words = rest.strip(" :–-,")
    if not _TIME_WORD.search(words) or len(words) > 90:
        return None
    start = begin + (opened.end() if opened else 0) + lead
    words = rest[lead:].rstrip(" :–-,")
    return Found(
        Period(None, None, Precision.UNCERTAIN),
        words,
        Span(start, start + len(words)),
        "N3",
        Certainty.DOUBTFUL,
    )

"""When the same bodies meet next (rules N1-N3)."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Found, Period, Precision
from samsyn.minutes.texts import lower
from samsyn.minutes.years import Direction, date_mention
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.minutes.days import Mention
    from samsyn.minutes.lines import Line

_USABLE = frozenset({Precision.DAY, Precision.DAYS})
_NUMBER = re.compile(
    r"(?:§\s*|[A-ZÅÄÖ]{2,5}\s+|[Pp]\.?\s*|[Pp](?:kt|unkt)\.?\s+)?\d+(?:/\d\d|(?:\.\d{1,2})+(?=\s))?(?:[.:)/]\s*|\s+|(?=[A-ZÅÄÖ]))"
)
_NUMBERED = re.compile(r"(?:§\s*)?\d+[.:)]\s+[A-ZÅÄÖ]")
_SENTENCE = re.compile(r"[.!?]\s")
_NEGATED = re.compile(r"\b(?:inget|inte|ingen|ej|inga)\b", re.IGNORECASE)
_MARKS = " :–-,"
_MOST_LETTERS = 90


def read_next_meeting(
    lines: Sequence[Line], met_on: date | None, first: int
) -> tuple[Found[Period] | None, bool]:
    """The next meeting, and whether its year is unsure.

    Rule N1: a sentence or line that opens with "Nästa möte"; N2: the text below such a heading or
    label; N3: words without a day are kept as they stand.
    """
    wordless: Found[Period] | None = None
    for at, start in _openings(lines, first):
        places = _places(lines, at, start)
        found = _first_of_several(places, met_on)
        if found:
            return found
        for text, begin, rule in places:
            found = _day(text, begin, met_on, rule)
            if found:
                return found
            if wordless is None and text.strip(" .:–-"):
                wordless = _as_written(text, begin)
    return wordless, False


def _openings(lines: Sequence[Line], first: int) -> list[tuple[int, int]]:
    """The lines that open with words on the next meeting, and where; headings of such words alone first."""
    hinted = _hinted(lines)
    found = [
        (at, start)
        for at in range(first, len(lines))
        if (start := _opening(lines[at], hinted=at in hinted)) is not None
    ]
    alone = lexicon().pattern("next_meeting_alone")
    return sorted(found, key=lambda each: alone.fullmatch(lines[each[0]].text, each[1]) is None)


def _hinted(lines: Sequence[Line]) -> set[int]:
    """The lines with letters of words on a next meeting, looked for in all of them at once."""
    starts = [0, *accumulate(len(line.text) + 1 for line in lines)]
    words = lower("\n".join([line.text for line in lines]))
    found: set[int] = set()
    for stem in lexicon().tables["stems"]["next_meeting"]:
        at = words.find(stem)
        while at >= 0:
            following = bisect_right(starts, at)
            found.add(following - 1)
            at = words.find(stem, starts[following])
    return found


def _opening(line: Line, *, hinted: bool) -> int | None:
    """Where the words about the next meeting begin in the line."""
    label = find_label(line)
    if label and label.field == "next_meeting":
        return label.value_at if label.value_at < len(line.text) else 0
    number = _NUMBER.match(line.text)
    if number:
        opened = lexicon().pattern("next_meeting").match(line.text[number.end() :])
        if opened:
            return number.end()
    if not hinted:
        return None
    begins = [_lead(line.text), *(match.end() for match in _SENTENCE.finditer(line.text))]
    opens = next((at for at in begins if lexicon().pattern("next_meeting").match(line.text, at)), None)
    if opens is not None:
        return opens
    within = lexicon().pattern("next_meeting_within").search(line.text)
    return within.start() if within else None


def _lead(text: str) -> int:
    """How many signs stand before the first word ("##Nästa träff")."""
    return len(text) - len(text.lstrip("*_# "))


def _places(lines: Sequence[Line], at: int, start: int) -> list[tuple[str, int, str]]:
    line = lines[at]
    places = [(line.text[start:], line.start + start, "N1")]
    for following in lines[at + 1 : at + 4]:
        if following.heading or find_label(following) or _NUMBERED.match(following.text):
            break
        places.append((following.text, following.start, "N2"))
    return places


def _first_of_several(
    places: Sequence[tuple[str, int, str]], met_on: date | None
) -> tuple[Found[Period], bool] | None:
    """The first day of several meetings to come; None where the words speak of one."""
    if met_on is None or not lexicon().pattern("several_meetings").search(places[0][0][:_MOST_LETTERS]):
        return None
    dated = [
        found
        for text, begin, rule in places
        for mention in find_mentions(text)
        if (found := _dated(text, begin, mention, met_on, rule))
    ]
    return min(dated, key=lambda each: each[0].value.start or met_on, default=None)


def _day(text: str, begin: int, met_on: date | None, rule: str) -> tuple[Found[Period], bool] | None:
    moved = lexicon().pattern("meeting_moved").search(text) if "flytta" in text else None
    if moved:
        return _day(text[moved.end() :], begin + moved.end(), met_on, rule)
    return next(filter(None, (_dated(text, begin, one, met_on, rule) for one in find_mentions(text))), None)


def _dated(
    text: str, begin: int, mention: Mention, met_on: date | None, rule: str
) -> tuple[Found[Period], bool] | None:
    """A day after the meeting as the next one, and whether its year is unsure."""
    if mention.precision not in _USABLE:
        return None
    dated = date_mention(mention, met_on=met_on, direction=Direction.FORWARD)
    if dated.period.start and met_on and dated.period.start <= met_on:
        return None
    span = Span(begin + mention.start, begin + mention.end)
    certainty = Certainty.CLEAR if mention.year else Certainty.LIKELY
    return Found(dated.period, text[mention.start : mention.end], span, rule, certainty), dated.unsure


def _as_written(text: str, begin: int) -> Found[Period] | None:
    """Rule N3: words that tell a time without a day."""
    opened = lexicon().pattern("next_meeting").match(text)
    at = opened.end() if opened else 0
    at += len(text[at:]) - len(text[at:].lstrip(_MARKS + "."))
    words = text[at:].rstrip(_MARKS)
    if (
        _NEGATED.search(words)
        or len(words) > _MOST_LETTERS
        or not lexicon().pattern("time_word").search(words)
    ):
        return None
    span = Span(begin + at, begin + at + len(words))
    return Found(Period(None, None, Precision.UNCERTAIN), words, span, "N3", Certainty.DOUBTFUL)

"""Which year a time without a year belongs to, and the interval of days that it is.

Rule Y1: words that look forward (a plan, a due) take the next such day from the meeting on, words
that look back (a report) the latest before it. Rule Y2: without such words the nearer of the two
counts, the coming one where both are about equally near; then a doubt asks (within 60 days).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.days.around import near_period, third_of
from samsyn.minutes.lexicon import lexicon, words_pattern
from samsyn.minutes.records import Period, Precision

if TYPE_CHECKING:
    from samsyn.minutes.days import Mention

_ABOUT_EQUAL_DAYS = 60
_SENTENCE = 400  # characters on either side in which words look ahead or back; longer is no sentence
_UNDATED = frozenset({Precision.MEETING, Precision.RECURRING})


class Direction(Enum):
    """Whether the words around a time look ahead or back."""

    FORWARD = "forward"
    BACK = "back"
    UNKNOWN = "unknown"


class Dated(NamedTuple):
    """A period, and whether another year would have been about as likely."""

    period: Period
    unsure: bool = False


@cache
def _cues(name: str) -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:" + words_pattern(lexicon().words("times", name)) + r")(?!\w)", re.IGNORECASE
    )


def direction_of(text: str, mention: Mention) -> Direction:
    """Which way the words around a time look; the nearest cue before it decides."""
    before = text[max(0, mention.start - 60) : mention.start]
    ahead = [match.end() for match in _cues("forward").finditer(before)]
    back = [match.end() for match in _cues("back").finditer(before)]
    if ahead or back:
        return Direction.FORWARD if max(ahead, default=-1) >= max(back, default=-1) else Direction.BACK
    around = text[max(0, mention.start - _SENTENCE) : mention.end + _SENTENCE]
    if _cues("back").search(around):
        return Direction.BACK
    return Direction.FORWARD if _cues("forward").search(around) else Direction.UNKNOWN


def date_mention(mention: Mention, *, met_on: date | None, direction: Direction) -> Dated:
    """The interval of days a mention means.

    Args:
        mention: What was read.
        met_on: Day of the meeting, which lends its year; None leaves a yearless time without days.
        direction: Whether the words look ahead or back.
    """
    if mention.precision in _UNDATED:
        return Dated(Period(None, None, mention.precision))
    near = near_period(mention, met_on, back=direction is Direction.BACK)
    if near is not None:
        return Dated(_opened(mention, third_of(near, mention.part)))
    if mention.year is not None:
        return Dated(_opened(mention, _period(mention, mention.year)))
    if met_on is None or (mention.first is None and not mention.number):
        return Dated(Period(None, None, mention.precision))
    year, unsure = _likely_year(mention, met_on, direction)
    return Dated(_opened(mention, _period(mention, year)), unsure)


def _likely_year(mention: Mention, met_on: date, direction: Direction) -> tuple[int, bool]:
    """The year by rules Y1 and Y2, and whether the other way is about equally near."""
    years = (met_on.year - 1, met_on.year, met_on.year + 1)
    spans = {year: _period(mention, year) for year in years}
    if mention.lean:
        return _leaning_year(mention, spans, met_on)
    if mention.rule == "D13":
        spans = {year: _middle(span) for year, span in spans.items()}
    if mention.first and mention.number < 0:
        direction = Direction.BACK
    coming = next((year for year, span in spans.items() if span.end and span.end > met_on), years[-1])
    past = next(
        (year for year, span in reversed(spans.items()) if span.start and span.start <= met_on), years[0]
    )
    if direction is Direction.FORWARD or coming == past:
        return coming, False
    if direction is Direction.BACK:
        return past, False
    ahead = ((spans[coming].start or met_on) - met_on).days
    behind = (met_on - (spans[past].end or met_on)).days
    unsure = abs(ahead - behind) <= _ABOUT_EQUAL_DAYS
    return (coming if ahead <= behind or unsure else past), unsure


def _middle(span: Period) -> Period:
    """The day around which a turn of the year or half-year lies: it is over from then on."""
    if span.start is None or span.end is None:
        return span
    day = span.start + (span.end - span.start) / 2
    return Period(day, day, span.precision)


def _leaning_year(mention: Mention, spans: dict[int, Period], met_on: date) -> tuple[int, bool]:
    """The year of "nästa höst" and "i somras"; the next one may be this year's or the one after."""
    if mention.lean > 0:
        year = next((year for year, span in spans.items() if span.start and span.start > met_on), met_on.year)
        return year, year == met_on.year
    over = (year for year, span in reversed(spans.items()) if span.end and span.end <= met_on)
    return next(over, met_on.year - 1), False


def _opened(mention: Mention, period: Period) -> Period:
    """The period, or all from its beginning on (rule D15)."""
    end = None if mention.precision is Precision.EARLIEST else period.end
    return Period(period.start, end, mention.precision)


def _period(mention: Mention, year: int) -> Period:
    if (mention.form or mention.rule) == "D8":
        start = _monday(year, mention.number)
        last = mention.last[1] if mention.last else mention.number
        end = _monday(year + 1 if mention.wraps else year, last) + timedelta(days=7)
        return third_of(Period(start, end, mention.precision), mention.part)
    if mention.first is None:
        return Period(None, None, mention.precision)
    start = _day(year, mention.first)
    end_year = mention.last_year or (year + 1 if mention.wraps else year)
    end = _day(end_year, mention.last or mention.first) + timedelta(days=1)
    return third_of(Period(start, end, mention.precision), mention.part)


def _monday(year: int, week: int) -> date:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return date.fromisocalendar(year, 52, 1) + timedelta(days=7)


def _day(year: int, month_day: tuple[int, int]) -> date:
    try:
        return date(year, *month_day)
    except ValueError:
        return date(year, month_day[0], 28)

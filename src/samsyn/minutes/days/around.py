"""The days of times that are told from the day of the meeting on (rules D17, D22-D26, D28)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from samsyn.minutes.records import Period

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.minutes.days.mentions import Mention

_ONE = timedelta(days=1)
_WEEK = timedelta(days=7)
_LONG_DAYS = 300
_MONTHS = {"månad": 1, "kvartal": 3}
_AUTUMN_FROM = 7  # the month from which notes speak of the autumn term and of the school year to come


def near_period(mention: Mention, met_on: date | None, *, back: bool) -> Period | None:
    """The days of a time that hangs on the day of the meeting; None for all other times.

    Args:
        mention: What was read.
        met_on: Day of the meeting; None leaves the time without days.
        back: Whether the words look back.
    """
    read = _READERS.get(mention.form or mention.rule)
    if read is None:
        return None
    return read(mention, met_on, back) if met_on else Period(None, None, mention.precision)


def third_of(period: Period, part: int) -> Period:
    """The beginning, middle or end of a period: a third of it; of a year three months at each end.

    Args:
        period: The whole.
        part: 1, 2 or 3; 0 leaves the whole.
    """
    start, end = period.start, period.end
    if not part or start is None or end is None:
        return period
    days = (end - start).days
    if days > _LONG_DAYS:
        inner = [_after(start, 3), _after(start, 9)]
    else:
        inner = [start + timedelta(days=round(days * share / 3)) for share in (1, 2)]
    cuts = [start, *inner, end]
    return Period(cuts[part - 1], cuts[part], period.precision)


def _after(first: date, months: int) -> date:
    """The first day of the month so many months after that of a day."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _long_ago(mention: Mention, met_on: date, _back: bool) -> Period:
    middle = met_on + timedelta(days=mention.number)
    slack = timedelta(days=max(3, abs(mention.number) // 8))
    return Period(middle - slack, middle + slack, mention.precision)


def _near_week(mention: Mention, met_on: date, _back: bool) -> Period:
    """The week of the meeting or the one beside it, or some days of it."""
    monday = met_on - timedelta(days=met_on.weekday()) + mention.number * _WEEK
    first, last = mention.last or (1, 7)
    return Period(monday + timedelta(days=first - 1), monday + timedelta(days=last), mention.precision)


def _day_of_month(mention: Mention, met_on: date, back: bool) -> Period:
    """The next such day after the meeting, or the latest one before it."""
    step = -_ONE if back else _ONE
    day = met_on + step
    while day.day != mention.number:
        day += step
    return Period(day, day + _ONE, mention.precision)


def _weekday(mention: Mention, met_on: date, _back: bool) -> Period:
    """The first such weekday after the meeting; "nästa fredag" may be the one of the week after too."""
    ahead = (mention.number - met_on.isoweekday() - 1) % 7 + 1
    day = met_on + timedelta(days=ahead)
    if mention.lean < 0:
        past = met_on - timedelta(days=(met_on.isoweekday() - mention.number - 1) % 7 + 1)
        return Period(past, past + _ONE, mention.precision)
    week_after = met_on - timedelta(days=met_on.isoweekday() - mention.number) + _WEEK
    last = max(day, week_after) if mention.lean else day
    return Period(day, last + _ONE, mention.precision)


def _near_day(mention: Mention, met_on: date, _back: bool) -> Period:
    day = met_on + timedelta(days=mention.number)
    return Period(day, day + _ONE, mention.precision)


def _near_year(mention: Mention, met_on: date, _back: bool) -> Period:
    year = met_on.year + mention.number
    if mention.first:  # "årets slut"
        return Period(date(year, *mention.first), date(year + 1, 1, 1), mention.precision)
    return Period(date(year, 1, 1), date(year + 1, 1, 1), mention.precision)


def _near_unit(mention: Mention, met_on: date, _back: bool) -> Period:
    """The term, school year, quarter or month of the meeting, or the one beside it."""
    if mention.unit in _MONTHS:
        return Period(*_months(met_on, _MONTHS[mention.unit], mention.number), mention.precision)
    if mention.unit == "månadsskifte":
        turn = _months(met_on, 1, 1)[0]
        return Period(turn - timedelta(days=6), turn + timedelta(days=5), mention.precision)
    school_year = met_on.year - (met_on.month < _AUTUMN_FROM)
    if mention.unit == "läsår":
        year = school_year + mention.number
        return Period(date(year, 8, 1), date(year + 1, 8, 1), mention.precision)
    half = 2 * met_on.year + (met_on.month >= _AUTUMN_FROM) + mention.number
    first, last = ((8, 1), (12, 31)) if half % 2 else ((1, 1), (6, 30))
    return Period(date(half // 2, *first), date(half // 2, *last) + _ONE, mention.precision)


def _months(met_on: date, size: int, number: int) -> tuple[date, date]:
    """The first day of the months of a period, and of the one after it."""
    first = _after(met_on, number * size - (met_on.month - 1) % size)
    return first, _after(first, size)


_READERS: dict[str, Callable[[Mention, date, bool], Period]] = {
    "D17": _long_ago,
    "D22": _near_week,
    "D23": _day_of_month,
    "D24": _weekday,
    "D25": _near_day,
    "D26": _near_year,
    "D28": _near_unit,
}

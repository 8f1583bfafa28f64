"""Days, times and numbers as they are written in Swedish."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from django.utils.timezone import localtime

if TYPE_CHECKING:
    from collections.abc import Sequence

LOCALE = "sv"
SMALL_NUMBERS = (
    "ingen", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
)  # fmt: skip
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
NEUTER = {0: "inget", 1: "ett"}


def day(on: date) -> str:
    """`9 oktober 2026`."""
    return format_date(on, "d MMMM y", locale=LOCALE)


def weekday(on: date) -> str:
    """`Fredag 9 oktober 2026`."""
    return format_date(on, "EEEE d MMMM y", locale=LOCALE).capitalize()


def short_weekday(on: date) -> str:
    """`fr`: the first two letters, as in a calendar."""
    return format_date(on, "EEEEEE", locale=LOCALE)[:2]


def month(on: date) -> str:
    """`okt`: the month alone, for a day in a calendar column."""
    return MONTHS[on.month - 1]


def short_day(on: date, today: date | None = None) -> str:
    """`9 okt`, with the year where it is not this year's."""
    year = "" if today and on.year == today.year else f" {on.year}"
    return f"{on.day} {month(on)}{year}"


def day_before(on: date) -> date:
    """The last day of a time whose first day after is known."""
    return on - timedelta(days=1)


def clock(at: time) -> str:
    """`10.00`."""
    return format_time(at, "HH.mm", locale=LOCALE)


def moment(at: datetime, today: date | None = None) -> str:
    """`13 apr kl. 8.14`, in Swedish time."""
    local = localtime(at)
    return f"{short_day(local.date(), today)} kl. {local.hour}.{local:%M}"


def number(value: float) -> str:
    """`1 250` and `0,62`."""
    return format_decimal(value, locale=LOCALE)


def in_words(count: int, *, neuter: bool = False) -> str:
    """Numbers up to twelve in words, as within a sentence: `fem`, `en`, `ett`."""
    if neuter and count in NEUTER:
        return NEUTER[count]
    return SMALL_NUMBERS[count] if 0 <= count < len(SMALL_NUMBERS) else number(count)


def joined(names: Sequence[str]) -> str:
    """`Flen, Trosa och Gnesta`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} och {names[-1]}"


def period(start: date | None, end: date | None, precision: str, words: str = "") -> str:
    """A time as exactly as it is known: `9 oktober 2026`, `26–27 januari 2002`, else the notes' words.

    Args:
        start: First day, None where open.
        end: First day after, None where open.
        precision: As in `samsyn.minutes.records.Precision`.
        words: As the notes write it; shown where the time is no day.
    """
    if start is None:
        return words
    last = end - timedelta(days=1) if end else None
    if precision == "day" or last == start:
        return day(start)
    if precision == "month":
        return format_date(start, "LLLL y", locale=LOCALE)
    if precision == "days" and last:
        return _days(start, last)
    return words or (_days(start, last) if last else f"från {day(start)}")


def _days(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    shown = format_date(first, "d MMMM", locale=LOCALE) if first.year == last.year else day(first)
    return f"{shown}–{day(last)}"


def late_by(due_end: date, today: date) -> str:
    """`15 dagar sen`, `fyra månader sen`: how long ago the last day was.

    Args:
        due_end: The first day after it.
        today: The day that it is.
    """
    days = (today - due_end).days + 1
    if days == 1:
        return "en dag sen"
    if days < 60:
        return f"{in_words(days)} dagar sen"
    return f"{in_words(days // 30)} månader sen" if days < 730 else f"{in_words(days // 365)} år sen"


def interval(start: date, end: date | None) -> str:
    """`16–22 mars 2026`: a time by its first and last day."""
    return _days(start, end - timedelta(days=1)) if end else f"från {day(start)}"

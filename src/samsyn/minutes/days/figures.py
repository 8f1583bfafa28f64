"""Days written with figures, and days with the month in words: rules D1-D7, D16."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.days.mentions import Mention, full_year, is_day, rule_of, stated_year
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Precision

if TYPE_CHECKING:
    import re

    from samsyn.minutes.days.mentions import MonthDay

_LEAP_YEAR = 2024  # so that 29 February without a year is a day


def _days(
    match: re.Match[str],
    year: str | None,
    first: MonthDay,
    last: MonthDay | None = None,
    last_year: str | None = None,
) -> Mention | None:
    """A day or days; None where there is no such day."""
    stated = stated_year(year)
    stated_last = stated_year(last_year) or stated
    finish = last or first
    if not is_day(stated or _LEAP_YEAR, *first) or not is_day(stated_last or _LEAP_YEAR, *finish):
        return None
    return Mention(
        match.start(),
        match.end(),
        Precision.DAY if last is None else Precision.DAYS,
        rule_of(match),
        stated,
        first,
        finish,
        wraps=last is not None and finish < first and stated_last == stated,
        last_year=stated_last if stated_last != stated else None,
    )


def _pair(match: re.Match[str], month: str, day: str) -> MonthDay | None:
    return (int(match[month]), int(match[day])) if match[day] else None


def read_iso(match: re.Match[str]) -> Mention | None:
    """2026-03-31."""
    return _days(
        match, match["y1"], (int(match["m1"]), int(match["d1"])), _pair(match, "m1b", "d1b"), match["y1b"]
    )


def read_spaced(match: re.Match[str]) -> Mention | None:
    """2026 03 31."""
    return _days(match, match["y2"], (int(match["m2"]), int(match["d2"])))


def read_six_digits(match: re.Match[str]) -> Mention | None:
    """260331."""
    return _days(
        match, match["y3"], (int(match["m3"]), int(match["d3"])), _pair(match, "m3b", "d3b"), match["y3b"]
    )


def read_dotted(match: re.Match[str]) -> Mention | None:
    """26.03.31, 31.3.2026."""
    month, day = match["m4"] or match["m4b"], match["d4"] or match["d4b"]
    return _days(match, match["y4"] or match["y4b"], (int(month), int(day)))


def read_slashed(match: re.Match[str]) -> Mention | None:
    """31/3, 1-2/4, 31/3-26."""
    year = match["y5"] or match["y5d"] or match["y5e"]
    last = _pair(match, "m5", "d5b") or _pair(match, "m5c", "d5c")
    return _days(match, year, (int(match["m5"]), int(match["d5"])), last)


def month_number(name: str) -> int:
    """The month of a name in lower case, whole or shortened."""
    months: dict[str, int] = lexicon().tables["times"]["months"]
    return months[name.rstrip(".")]


def read_named_days(match: re.Match[str]) -> Mention | None:
    """30 mars - 2 april 2026."""
    month = month_number(match["m6"])
    first_month = month_number(match["m6a"]) if match["m6a"] else month
    year = match["y6"] or match["y6s"]
    first = (first_month, int(match["d6"]))
    return _days(match, match["y6a"] or year, first, (month, int(match["d6b"])), year)


def read_named_day(match: re.Match[str]) -> Mention | None:
    """Tisdagen den 31 mars 2026."""
    return _days(match, match["y7"] or match["y7s"], (month_number(match["m7"]), int(match["d7"])))


def read_year(match: re.Match[str]) -> Mention:
    """Under 2026, åren 2026-2028."""
    year, last = full_year(match["y16"]), stated_year(match["y16b"])
    return Mention(
        match.start(),
        match.end(),
        Precision.YEAR,
        rule_of(match),
        year,
        (1, 1),
        (12, 31),
        last_year=last if last and last > year else None,
    )


def read_day_of_month(match: re.Match[str]) -> Mention | None:
    """Den 15:e: of the month in which the meeting was, or of the one beside it."""
    day = int(match["d23"])
    if not is_day(_LEAP_YEAR, 1, day):
        return None
    return Mention(match.start(), match.end(), Precision.DAY, rule_of(match), number=day)

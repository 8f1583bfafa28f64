"""A time as the words tell it, before a year is lent to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from samsyn.minutes.records import Precision

MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that tell a time.

    Attributes:
        start: Place of the words in the text that was searched, half-open with `end`.
        year: Year as stated, None where it is left out.
        first: (month, day) that the time begins with; None for weeks, meetings and the like.
        last: (month, day) that it ends with, the same as `first` for one day; for weeks (0, week).
        number: The week, the weekday or the day of the month; days or years from the meeting on; 1 for a
            coming and -1 for a past meeting; -1 for a season told of as past ("i somras").
        wraps: Whether the end lies in the year after (school year, winter, turn of the year).
        last_year: Year of the end, where it is stated and another one than `year`.
        lean: 1 for the next one that begins after the meeting, -1 for the last that was over by then.
        part: The third of the time that is meant, 1 to 3; 0 for the whole.
        unit: "termin", "månad" and the like, of which the one around the meeting counts.
        form: The rule that tells the days, where `rule` is D15.
    """

    start: int
    end: int
    precision: Precision
    rule: str
    year: int | None = None
    first: MonthDay | None = None
    last: MonthDay | None = None
    number: int = 0
    wraps: bool = False
    last_year: int | None = None
    lean: int = 0
    part: int = 0
    unit: str = ""
    form: str = ""


def full_year(digits: str) -> int:
    """The year that two or four digits mean: 70-99 are of the last century."""
    number = int(digits)
    if number >= 100:
        return number
    return 1900 + number if number >= 70 else 2000 + number


def stated_year(digits: str | None) -> int | None:
    """The year that the digits mean, None where there are none."""
    return full_year(digits) if digits else None


def rule_of(match: re.Match[str]) -> str:
    """The rule whose form matched: the outer group's name."""
    return match.lastgroup or ""


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True

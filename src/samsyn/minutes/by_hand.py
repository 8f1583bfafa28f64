"""Times that somebody writes in a field of their own: understood as the notes' own times are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.clock import find_clock_times
from samsyn.minutes.days import find_time
from samsyn.minutes.records import Period, Precision
from samsyn.minutes.years import Direction, date_mention

if TYPE_CHECKING:
    from datetime import date, time


def read_period(words: str, *, met_on: date | None, ahead: bool = True) -> Period:
    """The days that words mean: "till jul", "v 12", "15/4", "varje möte".

    Args:
        words: Nothing but a time.
        met_on: The meeting's day, from which a time without year is counted.
        ahead: Whether a time without year lies ahead of the meeting; else the nearest one counts.

    Returns:
        An uncertain period without days where no time is told ("när lokalen är klar").
    """
    mention = find_time(words)
    if mention is None:
        return Period(None, None, Precision.UNCERTAIN)
    direction = Direction.FORWARD if ahead else Direction.UNKNOWN
    return date_mention(mention, met_on=met_on, direction=direction).period


def read_time_of_day(words: str) -> time | None:
    """The time of day that words mean ("10.30", "kl 9"); None where they tell none."""
    found = find_clock_times(f"kl {words.strip().removeprefix('kl').strip(' .')}", labelled=True)
    return found.start if found else None

"""The example's calendar: weekdays are those of their days."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.example.notes import IDS, NOTES, text_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow  # all notes are read, some by way of other programs

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
NAMED = re.compile(
    rf"\b({'|'.join(WEEKDAYS)})(?:en)? (?:den )?(\d\d?) ({'|'.join(MONTHS)})(?: (\d{{4}}))?", re.IGNORECASE
)


def day_of(named: re.Match[str], met_on: date) -> date:
    """The day that is named; without a year it is the first from the meeting on."""
    day, month = int(named[2]), MONTHS.index(named[3].lower()) + 1
    if named[4]:
        return date(int(named[4]), month, day)
    return min(one for year in (0, 1) if (one := date(met_on.year + year, month, day)) >= met_on)


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_a_weekday_is_that_of_its_day(path: Path) -> None:
    """Whoever looks a day up in a calendar finds the weekday that the note names."""
    met_on = date.fromisoformat(path.stem[:10])
    named = [(match[0], match[1].lower(), day_of(match, met_on)) for match in NAMED.finditer(text_of(path))]
    assert [words for words, weekday, day in named if WEEKDAYS[day.weekday()] != weekday] == []

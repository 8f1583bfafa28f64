"""Times of day as notes write them."""

from __future__ import annotations

import pytest

from samsyn.minutes.clock import find_clock_times


def clock(words: str, *, labelled: bool = False) -> str:
    """The times found, as "HH:MM-HH:MM"; the end is empty where none is told."""
    found = find_clock_times(words, labelled=labelled)
    return f"{found.start:%H:%M}-{f'{found.end:%H:%M}' if found.end else ''}" if found else ""


TIMES = {
    "10.00-12.00": "10:00-12:00",
    "8.30 - 12.00": "08:30-12:00",
    "kl 08:30-12.15": "08:30-12:15",
    "kl 7,30 - 8,30": "07:30-08:30",
    "kl18.30-19.30": "18:30-19:30",
    "klockan 18:00": "18:00-",
    "kl. 13:": "13:00-",
    "kl 13–15": "13:00-15:00",
    "09.00 till 11.30": "09:00-11:30",
    "kl. 13.30 – kl. 15.00": "13:30-15:00",
}


@pytest.mark.parametrize(("words", "wanted"), TIMES.items(), ids=TIMES)
def test_a_time_of_day(words: str, wanted: str) -> None:
    """Full stops, colons and commas part hours from minutes; minutes may be left out behind "kl"."""
    assert clock(words) == wanted


def test_bare_hours_count_behind_a_label() -> None:
    """ "Tid: 12-13" tells hours, since its label says so."""
    assert clock("12-13", labelled=True) == "12:00-13:00"


NO_TIMES = ["12-13 barn", "12-13", "2026-04-10", "10/4", "sidan 3-4", "kl 25.10"]


@pytest.mark.parametrize("words", NO_TIMES, ids=NO_TIMES)
def test_what_is_no_time_of_day(words: str) -> None:
    """Numbers, days and impossible hours are no times."""
    assert clock(words) == ""


def test_a_day_split_over_activities_ends_with_the_last() -> None:
    """Lunch and meeting on one line: from the first start to the last end."""
    assert clock("lunch 12-13, möte 13-15.30", labelled=True) == "12:00-15:30"


def test_the_places_cut_the_times_out() -> None:
    """The places found are those of the words."""
    words = "onsdag kl 8.30 - 12.00 i Flen"
    found = find_clock_times(words)
    assert found is not None
    assert found.end_at is not None
    assert (words[slice(*found.start_at)], words[slice(*found.end_at)]) == ("8.30", "12.00")

"""Days, times and numbers in Swedish."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from samsyn.web import swedish


def test_a_day_in_full() -> None:
    """Month in words, year last."""
    assert swedish.day(date(2026, 10, 9)) == "9 oktober 2026"


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        pytest.param(date(2026, 1, 1), "9 okt", id="this-year"),
        pytest.param(date(2027, 1, 1), "9 okt 2026", id="other-year"),
    ],
)
def test_a_day_in_a_table(today: date, shown: str) -> None:
    """The year is said where it is not this year's."""
    assert swedish.short_day(date(2026, 10, 9), today) == shown


def test_all_months_are_short() -> None:
    """Three letters, no full stop, also where the usual abbreviation has four."""
    assert {len(swedish.month(date(2026, at, 1))) for at in range(1, 13)} == {3}


def test_a_moment_is_told_in_swedish_time() -> None:
    """Summer time included."""
    assert swedish.moment(datetime(2026, 7, 1, 6, 14, tzinfo=UTC), date(2026, 7, 2)) == "1 jul kl. 8.14"


def test_a_clock_has_a_full_stop() -> None:
    """Not a colon."""
    assert swedish.clock(time(9, 5)) == "09.05"


@pytest.mark.parametrize(
    ("start", "end", "precision", "words", "shown"),
    [
        pytest.param(date(2026, 10, 9), date(2026, 10, 10), "day", "9/10", "9 oktober 2026", id="day"),
        pytest.param(date(2002, 1, 26), date(2002, 1, 28), "days", "", "26–27 januari 2002", id="days"),
        pytest.param(
            date(2002, 1, 31), date(2002, 2, 2), "days", "", "31 januari–1 februari 2002", id="months"
        ),
        pytest.param(
            date(2001, 12, 31), date(2002, 1, 2), "days", "", "31 december 2001–1 januari 2002", id="years"
        ),
        pytest.param(date(2026, 5, 1), date(2026, 6, 1), "month", "i maj", "maj 2026", id="month"),
        pytest.param(date(2026, 8, 1), date(2026, 12, 1), "season", "i höst", "i höst", id="words"),
        pytest.param(date(2027, 1, 1), None, "earliest", "", "från 1 januari 2027", id="open"),
        pytest.param(None, None, "recurring", "löpande", "löpande", id="no-day"),
    ],
)  # fmt: skip
def test_a_time_is_as_exact_as_it_is_known(
    start: date | None, end: date | None, precision: str, words: str, shown: str
) -> None:
    """A day is written as a day; what is no day keeps the notes' own words."""
    assert swedish.period(start, end, precision, words) == shown


@pytest.mark.parametrize(
    ("count", "neuter", "shown"),
    [
        (0, True, "inget"),
        (1, False, "en"),
        (1, True, "ett"),
        (12, True, "tolv"),
        (13, False, "13"),
        (1250, False, "1\xa0250"),
    ],
)  # fmt: skip
def test_numbers_up_to_twelve_are_words(count: int, neuter: bool, shown: str) -> None:
    """As in a sentence."""
    assert swedish.in_words(count, neuter=neuter) == shown


@pytest.mark.parametrize(
    ("names", "shown"),
    [([], ""), (["Flen"], "Flen"), (["Flen", "Trosa", "Gnesta"], "Flen, Trosa och Gnesta")],
)
def test_names_are_joined_with_och(names: list[str], shown: str) -> None:
    """Commas between, the last after ”och”."""
    assert swedish.joined(names) == shown


@pytest.mark.parametrize(
    ("due_end", "said"),
    [
        (date(2026, 9, 15), "en dag sen"),
        (date(2026, 9, 1), "15 dagar sen"),
        (date(2026, 9, 13), "tre dagar sen"),
        (date(2026, 5, 10), "fyra månader sen"),
        (date(2023, 5, 10), "tre år sen"),
    ],
)
def test_how_late_something_is(due_end: date, said: str) -> None:
    """Counted from its last day, in units that tell something."""
    assert swedish.late_by(due_end, today=date(2026, 9, 15)) == said

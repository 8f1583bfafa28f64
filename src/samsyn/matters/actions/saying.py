"""What somebody writes about something that was decided, as the columns that it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samsyn.minutes.by_hand import read_period
from samsyn.reading import find_identity_numbers
from samsyn.register.service import ReportUnusable

if TYPE_CHECKING:
    from datetime import date

LONGEST = {"day_words": 300, "number": 100, "text": 500}


def said_columns(*, when: str, text: str, number: str | None = None, on: date, ahead: bool) -> dict[str, Any]:
    """A day in words and a line of text, as columns.

    Args:
        when: A time in words, or nothing.
        text: A line, or nothing.
        number: The number of a case; None where the row has no such column.
        on: The day from which a time without year is counted.
        ahead: Whether such a time lies ahead; else the nearest one counts.

    Raises:
        ReportUnusable: A field is too long, holds an identity number, or tells no day.
    """
    written = {"day_words": when, "text": text} | ({} if number is None else {"number": number})
    lines = {name: " ".join(words.split()) for name, words in written.items()}
    for name, line in lines.items():
        _check(line, LONGEST[name])
    return lines | _days(lines["day_words"], on=on, ahead=ahead)


def _check(line: str, longest: int) -> None:
    if len(line) > longest:
        raise ReportUnusable(f"Skriv högst {longest} tecken.")
    if find_identity_numbers(line):
        raise ReportUnusable("Raden innehåller något som ser ut som ett personnummer: ta bort det.")


def _days(words: str, *, on: date, ahead: bool) -> dict[str, Any]:
    if not words:
        return {"start_on": None, "end_on": None, "precision": ""}
    found = read_period(words, met_on=on, ahead=ahead)
    if found.start is None:
        raise ReportUnusable(f"”{words}” går inte att förstå som en dag: skriv den som 12 mars 2026.")
    return {"start_on": found.start, "end_on": found.end, "precision": found.precision.value}


def as_event(columns: dict[str, Any]) -> dict[str, Any]:
    """Columns as an event keeps them."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in columns.items()
    }

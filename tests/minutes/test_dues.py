"""By when something is to be done, and times in a task that are no due."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import notes, read, said


def dues(body: str) -> list[str | None]:
    """The words of the due of each action in the item."""
    return [one.due.words if one.due else None for one in said(body) if one.action]


DUES = {
    "weekday": ("Rut mejlar på fredag.", "fredag"),
    "weekday-at-the-latest": ("Rut mejlar senast fredag.", "fredag"),
    "tomorrow": ("Rut skriver till kommunerna imorgon.", "imorgon"),
    "day-of-the-month": ("Rut återkommer den 15:e.", "den 15:e"),
    "last-of-a-month": ("Rut mejlar skolorna senast sista augusti.", "sista augusti"),
    "part-of-a-month": ("Rut kontaktar skolan i slutet av maj.", "i slutet av maj"),
    "month": ("Rut skickar ut en enkät om utbildningsbehov i maj.", "maj"),
    "behind-a-particle": ("Rut skriver om texten och skickar den i augusti.", "augusti"),
    "month-behind-a-comma": ("Rut undertecknar, februari", "februari"),
    "weeks": ("Rut återkommer vecka 7-8.", "vecka 7-8"),
    "in-so-long": ("Rut skriver ett utkast om två veckor.", "om två veckor"),
    "next-term": ("Rut ser över rutinen nästa termin.", "nästa termin"),
    "turn-of-the-half-year": ("Rut skriver rapporten till halvårsskiftet.", "halvårsskiftet"),
    "end-of-the-year": ("Rut återkommer före årets slut.", "årets slut"),
    "holiday": ("Rut återkommer efter sportlovet.", "efter sportlovet"),
    "within-a-holiday": ("Rut kontaktar skolan under jullovet.", "under jullovet"),
    "meeting-of-a-month": ("Rut återkommer till majmötet.", "till majmötet"),
    "meeting-in-a-month": ("Rut återkommer vid nämndens möte i juni.", "vid nämndens möte i juni"),
    "meeting-by-name": ("Rut tar upp frågan på nästa nämnd.", "på nästa nämnd"),
    "status-report": ("Rut återkommer i nästa statusrapport.", "i nästa statusrapport"),
    "latest-before-earliest": ("Rut tar fram en plan tidigast v. 20 och senast 1 juni.", "1 juni"),
    "soonest": ("Rut kontaktar skolan snarast.", "snarast"),
    "before-an-event": ("Rut sätter upp skylten innan islossningen.", "innan islossningen"),
    "as-soon-as": ("Rut beställer grus så snart tjälen gått ur.", "så snart tjälen gått ur"),
    "recurring": ("Rut återrapporterar en gång per termin.", "en gång per termin"),
    "done-by-a-weekday": ("Svar lämnas senast fredag.", "fredag"),
    "done-by-a-day-of-the-month": ("Svar lämnas senast den 15:e.", "den 15:e"),
    "done-before-a-holiday": ("Texten skickas till kansliet före jullovet.", "före jullovet"),
    "done-at-a-meeting": ("Rapporten presenteras på majmötet.", "på majmötet"),
    "as-usual": ("Rut mejlar listan som vanligt den 3 juni.", "den 3 juni"),
    "sentence-behind": ("Rut skriver ett utkast. Det ska vara klart senast 3/5.", "3/5"),
    "verb-behind": ("Rut formulerar frågor. Skickas runt före 30/4.", "30/4"),
}


@pytest.mark.parametrize(("body", "due"), DUES.values(), ids=DUES)
def test_a_time_that_is_a_due(body: str, due: str) -> None:
    """A time in a task tells by when it is to be done."""
    assert dues(body) == [due]


NO_DUES = {
    "for-a-meeting": "Rut bokar lokal för mötet den 3 juni.",
    "from-a-meeting": "Rut skickar protokollet från mötet den 3 mars.",
    "of-an-inquiry": "Rut sammanställer svaren från enkäten i mars.",
    "from-then-on": "Rut ordnar fika från och med 1 maj.",
    "year-of-figures": "Rut tar fram siffror för 2025.",
    "past": "Rut skriver om det som hände i höstas.",
    "clause": "Rut ser över schemat som började gälla i maj.",
    "day-in-a-clause": "Rut kontaktar skolan som stänger den 3 juni.",
    "question": "Rut kollar om salen är ledig i maj.",
    "before-a-person": "Rut skriver före Tage.",
    "before-a-clause": "Rut läser texten innan hon skickar den.",
}


@pytest.mark.parametrize("body", NO_DUES.values(), ids=NO_DUES)
def test_a_time_that_is_no_due(body: str) -> None:
    """When something was, is held or begins is not by when the task is to be done."""
    assert dues(body) == [None]


@pytest.mark.parametrize("column", ["Klart", "När", "Senast", "Deadline", "Tidplan"])
@pytest.mark.parametrize(
    ("cell", "first"),
    [
        pytest.param("Maj", "2026-05-01", id="month"),
        pytest.param("fredag", "2026-03-13", id="weekday"),
        pytest.param("Klart v. 14", "2026-03-30", id="week"),
        pytest.param("maj/juni", "2026-05-01", id="months"),
        pytest.param("Q3", "2026-07-01", id="quarter"),
    ],
)
def test_a_cell_is_nothing_but_a_time(column: str, cell: str, first: str) -> None:
    """In a column for times a month or weekday counts without a word before it."""
    (due,) = [
        one.due for one in said(f"| Vad | Vem | {column} |\n|---|---|---|\n| Boka rum | Rut | {cell} |")
    ]
    assert due is not None
    assert (due.words, str(due.value.start)) == (cell, first)


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        pytest.param("Rut bokar lokal senast den 1 mars.", ["Vilket år avses?"], id="just-over"),
        pytest.param("Rut bokar lokal senast den 1 mars 2027.", [], id="with-its-year"),
        pytest.param("Rut bokar lokal senast den 15 januari.", [], id="some-months-ahead"),
    ],
)
def test_a_due_that_may_be_over_is_a_doubt(body: str, asked: list[str]) -> None:
    """A due without year that passed shortly before the meeting may be this year's: a person is asked."""
    assert [doubt.reason for doubt in read(notes(body)).doubts] == asked

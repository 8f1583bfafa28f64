"""Heads and tasks as associations write them: who met (B2), signatures with a clock (H5), rounds (S33)."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import kinds, notes, read

LIST = "Närvarande: Rut Vifell, Tage Wrangmark\n\n"
ITEMS = "§ 1 Läget\nInget nytt.\n\n§ 2 Övrigt\nInget nytt.\n"

HELD = {
    "general-meeting": "Protokoll fört vid föreningsstämma för Norrvikens Vägförening den 20 september 2025.",
    "annual-meeting": "Protokoll fört vid årsmöte med Norrvikens Vägförening, 2025-09-20",
    "extra": "Protokoll vid extra årsstämma i Norrvikens Vägförening söndagen den 20 september 2025",
}


@pytest.mark.parametrize("line", HELD.values(), ids=HELD)
def test_the_association_whose_meeting_it_was(line: str) -> None:
    """The body is the association, and not the words for its meeting."""
    minutes = read(f"Stämmoprotokoll 2025\n\n{line}\n\n{LIST}{ITEMS}", name="a.txt")
    assert [one.value for one in minutes.bodies] == ["Norrvikens Vägförening"]


def test_notes_called_twice_name_no_body() -> None:
    """What is left of a title that only repeats the word for notes is nobody."""
    assert read(f"Mötesprotokoll/Protokoll 2025-09-20\n\n{LIST}{ITEMS}", name="a.txt").bodies == ()


SIGNED = {
    "chair": "Ordförande rutan 21:57, 7 januari 2026",
    "signed": "Signerat av Rut Vifell 2026-01-07 21:57",
    "published": "Publicerad 21:57",
    "changed": "Senast ändrad 2026-01-07 21:57",
}


@pytest.mark.parametrize("line", SIGNED.values(), ids=SIGNED)
def test_when_the_notes_were_signed(line: str) -> None:
    """The time of a signature is not when the meeting began, nor its line the place."""
    minutes = read(f"Protokoll 2025-09-20\n\nJusterat:\n{line}\n\n{LIST}{ITEMS}", name="a.txt")
    assert (minutes.start, minutes.place) == (None, None)


TASKS = {
    "alone": "Ska kolla upp vad som gäller vid bokning.",
    "together": "Ska tillsammans med Rut kolla upp vad som gäller.",
    "behind-a-name": "Tage, kassör; Har uppdaterat listan. Ska skicka ut en mall till alla.",
}


@pytest.mark.parametrize("words", TASKS.values(), ids=TASKS)
def test_a_task_of_whom_the_entry_is_about(words: str) -> None:
    """A sentence that opens with "Ska" and a verb of doing is a task, though nobody stands in it."""
    assert [one.text.value for one in read(notes(words)).statements if one.action] == [
        words[words.index("Ska ") :]
    ]


NO_TASKS = {
    "question": "Ska kassören kolla upp det?",
    "question-of-all": "Ska vi boka rummet?",
    "passive": "Ska utredas vidare av nämnden.",
    "stative": "Ska vara klart i maj.",
}


@pytest.mark.parametrize("words", NO_TASKS.values(), ids=NO_TASKS)
def test_what_only_opens_like_a_task(words: str) -> None:
    """Questions, and what is to be or to be done, give nobody a task by these words."""
    assert "assignment" not in kinds(words)

"""Swedish notes in an English template, as software networks and student groups write them."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import read

NOTES = (
    "# Meeting Agenda\nGroup: Byappen  \nDate: 20/10-25 19:00-20:00  \n"
    "Chair: Rut Vifell  \nSecretary: Siv Fjällgren  \n"
    "Participants: Rut Vifell, Tage Wrangmark & Siv Fjällgren  \nAbsent: Olle Ekeving\n\n"
    "## Reports (15 min)\nVi har testat kartan.\n\n## Outcomes and assignments (5 min)\n"
    "Tider för veckan.\n- Skriva klart rapporten.\n- Refaktorera.\n\n"
    "## Wrap up\n- Nästa möte: onsdag 22/10 08:15.\n"
)


def test_the_head_of_an_english_template() -> None:
    """Group, day, times, roles and people are read behind English labels."""
    minutes = read(NOTES, name="a.md")
    found = (minutes.held, minutes.start, minutes.chair, minutes.secretary)
    assert [one and one.words for one in found] == ["20/10-25", "19:00", "Rut Vifell", "Siv Fjällgren"]
    assert [one.value for one in minutes.bodies] == ["Byappen"]


def test_the_people_of_an_english_template() -> None:
    """Participants were there, and absentees were not."""
    people = [(one.name.value, one.present) for one in read(NOTES, name="a.md").attendees]
    assert people == [
        ("Rut Vifell", True),
        ("Tage Wrangmark", True),
        ("Siv Fjällgren", True),
        ("Olle Ekeving", False),
    ]


def test_the_items_of_an_english_template() -> None:
    """The template's own headings that frame the notes are no items."""
    items = [one.heading.value for one in read(NOTES, name="a.md").items]
    assert items == ["Reports (15 min)", "Outcomes and assignments (5 min)"]


def test_tasks_below_words_that_only_head_them() -> None:
    """The entries are the tasks; a few words above them and the time set off for them are none."""
    tasks = [one.text.value for one in read(NOTES, name="a.md").statements if one.action]
    assert tasks == ["Skriva klart rapporten.", "Refaktorera."]


START = "# Möte 20 oktober 2025\n\n## Läget\n\nVi beslutade att fortsätta.\n\n"
HEADINGS = {
    "english": "Action items",
    "planned": "Action items (10 min)",
    "compound": "Ansvarsområden / tasks",
    "swedish-compound": "Ansvar/uppgifter",
}


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS)
def test_headings_of_tasks(heading: str) -> None:
    """A heading that names tasks makes tasks of its entries."""
    body = f"{START}## {heading}\n\n- Siv: undersök databasen\n"
    assert [one.text.value for one in read(body, name="a.md").statements if one.action] == [
        "Siv: undersök databasen"
    ]


def test_a_compound_of_two_kinds() -> None:
    """A heading of two kinds gives neither to its entries."""
    body = f"{START}## Diskussion / åtgärder\n\n- Kartan\n"
    assert [one.text.value for one in read(body, name="a.md").statements if one.action] == []

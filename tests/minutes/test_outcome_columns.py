"""Tables with a row for each item, with what was said beside what came of it (I8, S35)."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import read

HEAD = "# Minnesanteckningar Byarådet 2026-03-10\n\nNärvarande: Rut Vifell, Tage Wrangmark\n\n"
ROWS = (
    "| 1 | Badplatsen | Stegen är lös. | Laga stegen | Rut | 4/5 |\n"
    "| 2 | Bastun | Den är trång. | Beslut: bygga ut | | |\n"
    "| 3 | Bryggan | Två har olika åsikt. | Enighet: den får ligga kvar | | |\n"
)

COLUMNS = {
    "said": "| Nr | Punkt | Det som sades | Utfall | Vem | När |",
    "notes": "| Nr | Ärende | Anteckningar | Resultat | Ansvarig | Klart |",
    "talked": "| § | Ämne | Vad vi pratade om | Vad blev det | Ansvar | Datum |",
}


@pytest.mark.parametrize("head", COLUMNS.values(), ids=COLUMNS)
def test_what_came_of_each_item(head: str) -> None:
    """The rows are items, and what stands beside a name in the column of outcomes is a task."""
    minutes = read(f"{HEAD}{head}\n|---|---|---|---|---|---|\n{ROWS}", name="a.md")
    outcomes = [(str(one.kind.value), one.text.value) for one in minutes.statements]
    assert [one.heading.value for one in minutes.items] == ["Badplatsen", "Bastun", "Bryggan"]
    assert outcomes[1::2] == [
        ("assignment", "Laga stegen"),
        ("decision", "bygga ut"),
        ("agreed_outcome", "den får ligga kvar"),
    ]


def test_the_task_has_owner_and_due() -> None:
    """Who and when of the row belong to the task."""
    head = f"{COLUMNS['said']}\n|---|---|---|---|---|---|\n"
    tasks = [one for one in read(f"{HEAD}{head}{ROWS}", name="a.md").statements if one.action]
    assert [(one.owner and one.owner.value.name, one.due and one.due.words) for one in tasks] == [
        ("Rut", "4/5")
    ]


def test_a_list_of_tasks_is_no_table_of_items() -> None:
    """A number, a matter, a description, who and when make tasks."""
    table = (
        "## Att göra\n\n| Nr | Punkt | Beskrivning | Vem | När |\n|---|---|---|---|---|\n"
        "| 1 | Laga stegen | Den är lös. | Rut | 4/5 |\n| 2 | Måla bastun | Vit färg. | Tage | 5/5 |\n"
    )
    tasks = [one for one in read(f"{HEAD}{table}", name="a.md").statements if one.action]
    assert [one.text.value for one in tasks] == ["Laga stegen", "Måla bastun"]

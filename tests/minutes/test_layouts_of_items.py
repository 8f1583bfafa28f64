"""Items in layouts without numbers: parts, times, signs, lists in two levels, agendas in tables."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import read

from samsyn.minutes import to_record

HEAD = (
    "Minnesanteckningar Styrgruppen\n\nDatum: 2026-03-10\n\nNärvarande: Rut Vifell, Flens kommun; Tage "
    "Wrangmark, Trosa kommun\n\n"
)
THREE = ["Laget runt", "Sommaren", "Ekonomi"]
TEXTS = ["Flen har en ny kurator.", "Öppna förskolan har stängt i juli.", "Budgeten är på plats."]
LAYOUTS = {
    "times": "9.00 {}\n{}",
    "spans": "kl. 9.00–9.30 {}\n{}",
    "brackets": "[{}]\n{}",
    "signs": "► {}\n{}",
    "entries": "- {}\n  - {}",
    "entries-with-paragraphs": "* {}\n\n  {}",
    "italic": "*{}*\n\n{}",
    "capitals": "{}\n{}",
    "bold-run-in": "**{}** {}",
    "bold-before-dash": "**{}** – {}",
    "entries-in-bold": "- **{}**: {}",
    "entries-before-colon": "- {}: {}",
}


def headings(body: str, name: str) -> list[str]:
    """The headings in the short record."""
    head = HEAD if name.endswith("txt") else f"# {HEAD}"
    return [item["heading"] for item in to_record(read(head + body, name=name))["items"]]


@pytest.mark.parametrize("layout", LAYOUTS, ids=LAYOUTS)
def test_headings_are_known_by_layout(layout: str) -> None:
    """Three headings, one of them a season, in layouts that secretaries use."""
    gap = "\n" if layout == "entries" else "\n\n"
    body = gap.join(map(LAYOUTS[layout].format, THREE, TEXTS))
    assert headings(body, "a.md" if layout.startswith(("entries", "italic", "bold")) else "a.txt") == THREE


def test_parts_that_come_again_are_no_items() -> None:
    """On one level with the items, "Beslut" and the like belong to the item above them (I13)."""
    body = (
        "## Skolan\n\nInget nytt.\n\n## Bakgrund\n\nRutinen är från 2019.\n\n## Beslut\n\nDen skrivs om.\n\n"
        "## Lokaler\n\n## Nuläge\n\nHyran höjs.\n\n## Beslut\n\nVi flyttar.\n"
    )
    assert headings(body, "a.md") == ["Skolan", "Lokaler"]


def test_such_words_alone_are_items() -> None:
    """Where none of them comes again they are all that the notes have."""
    body = (
        "## Bakgrund\n\nDet började 2023.\n\n## Nuläge\n\nFyra kommuner är med.\n\n## Diskussion\n\nHur nu?\n"
    )
    assert headings(body, "a.md") == ["Bakgrund", "Nuläge", "Diskussion"]


def test_an_agenda_may_be_a_table() -> None:
    """Points with times or numbers, pauses aside, are the items of text without headings (I11)."""
    head = "# Anteckningar Programrådet 2026-03-10\n\n| Tid | Nr | Punkt | Vem |\n|---|---|---|---|\n"
    rows = "| 9.00 | 1 | Läget | Rut |\n| 9.30 | 2 | Budget | Tage |\n| 10.00 | | paus | |\n"
    last = "| 10.15 | 3 | Mässan | Siv |\n\nDeltagare: Rut Vifell, Tage Wrangmark, Siv Fjällgren\n\n"
    record = to_record(read(head + rows + last + "Rådet beslutade att vänta. Rut ringer Flen.\n"))
    assert ([item["heading"] for item in record["items"]], len(record["actions"])) == (
        ["Läget", "Budget", "Mässan"],
        1,
    )

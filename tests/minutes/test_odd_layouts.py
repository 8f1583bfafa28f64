"""Layouts of heads and items that secretaries use and few templates have."""

from __future__ import annotations

import pytest
from tests.minutes.listed import RUT, SIV, TAGE, gone, there
from tests.minutes.make_notes import read

LISTS = {
    "boxes-below-other-words": (
        "Deltagare (kryssa)\n\n☒ Rut Vifell, Flens kommun\n☒ Tage Wrangmark, Trosa kommun\n"
        "☐ Siv Fjällgren, Region Sörmland",
        "a.txt",
    ),
    "a-column-for-each-way": (
        "| Verksamhet | Namn | På plats | Digitalt | Ej med |\n|---|---|---|---|---|\n"
        "| Skola | Rut Vifell | x | | |\n| BUP | Tage Wrangmark | | x | |\n| Soc | Siv Fjällgren | | | x |",
        "a.md",
    ),
    "a-list-within-a-column": (
        "Ledamöter                        Ersättare\nRut Vifell                       Tage Wrangmark\n\n"
        "Förhinder har anmälts av\nSiv Fjällgren",
        "a.txt",
    ),
    "tabs-beside-labels": (
        "Närvarande:\tRut Vifell, Flens kommun\tEj närvarande:\tSiv Fjällgren, Region Sörmland\n"
        "\tTage Wrangmark, Trosa kommun\nSekr:\tRut Vifell",
        "a.txt",
    ),
    "counted": (
        "Vi var två: Rut Vifell (höll ihop mötet) och Tage Wrangmark. Siv Fjällgren hade jobb.",
        "a.txt",
    ),
    "called-with-signs": (
        "De som kunde: @Rut Vifell, @Tage Wrangmark. @Siv Fjällgren är föräldraledig.",
        "a.txt",
    ),
}


@pytest.mark.parametrize("layout", LISTS, ids=LISTS)
def test_lists_are_read_whatever_opens_them(layout: str) -> None:
    """Two were there and one was not, by boxes, columns, counts and signs (A8, A20, A22)."""
    text, name = LISTS[layout]
    assert ([who for who, _ in there(text, name)], gone(text, name)) == ([RUT, TAGE], [SIV])


def test_a_group_before_a_dash_holds_up_to_the_semicolon() -> None:
    """Whatever stands before the dash is where those behind it come from (A4)."""
    listed = there("Deltagande: Ådal – Rut Vifell, Tage Wrangmark; Norra Ås – Siv Fjällgren")
    assert listed == [(RUT, "Ådal"), (TAGE, "Ådal"), (SIV, "Norra Ås")]


def test_a_section_sign_may_stand_behind_its_number() -> None:
    """The line below is the heading, and each decision stands below its own (I3§)."""
    notes = read(
        "Minnesanteckningar Folkhälsorådet 2026-03-10\n\nNärvarande: Rut Vifell, Tage Wrangmark\n\n15 §\n"
        "Mätningen\nRut redogör.\n"
        "Rådet beslutar\n     att    mätningen upprepas 2027.\n\n16 §\nRapporter\nInga.\n"
    )
    headings = [(item.number and item.number.value, item.heading.value) for item in notes.items]
    decided = [one.item for one in notes.statements if one.kind.value.value == "decision"]
    assert (headings, decided) == ([("15", "Mätningen"), ("16", "Rapporter")], [0])


def test_a_form_has_a_table_for_each_item() -> None:
    """Its name stands alone above rows of parts; a dash says that nothing came of it (I8)."""
    form = "| Ärende {} – {} | |\n|---|---|\n| Bakgrund | {} |\n| Beslut | {} |\n| Uppgift | {} |\n\n"
    notes = read(
        "# Minnesanteckningar Styrgruppen 2026-03-10\n\nNärvarande: Rut Vifell, Tage Wrangmark\n\n"
        + form.format(1, "Bokning", "Appen är ny.", "Den införs.", "Rut provar appen, Tage mejlar skolorna")
        + form.format(2, "Lättläst", "Sidorna är nya.", "–", "Rut rättar felen")
    )
    decided = [(one.item, one.text.value) for one in notes.statements if one.kind.value.value == "decision"]
    doing = [one.owner and one.owner.value.name for one in notes.statements if one.action]
    headings = [item.heading.value for item in notes.items]
    assert (headings, decided, doing) == (
        ["Bokning", "Lättläst"],
        [(0, "Den införs.")],
        ["Rut", "Tage", "Rut"],
    )


FORMER = "\n\nBilaga: Minnesanteckningar Styrgruppen {}\n\nPlats: Flen\n\n1. Avgifter\nRut ringer Flen.\n"


@pytest.mark.parametrize(
    ("day", "left_out"), [("2026-01-13", 1), ("2026-04-14", 0)], ids=["earlier", "later"]
)
def test_an_earlier_meetings_notes_are_left_out_and_asked_about(day: str, left_out: int) -> None:
    """Below a second title of the same words with an earlier day nothing is read (H35)."""
    notes = read(
        "Minnesanteckningar Styrgruppen 2026-03-10\n\nNärvarande: Rut Vifell, Tage Wrangmark\n\n1. Läget\n"
        "Inget nytt.\n\n2. Övrigt\nInget." + FORMER.format(day)
    )
    asked = sum(1 for doubt in notes.doubts if doubt.rule == "H35")
    assert (asked, len(notes.items) == 2) == (left_out, bool(left_out))


BELOW = "\n\nNärvarande: Rut Vifell, Siv Fjällgren\n\n1. Läget\nInget.\n"


def test_a_form_names_who_took_the_notes_beside_the_word_for_them() -> None:
    """A cell with no more than the word for notes stands before a name (H9)."""
    notes = read(
        "| Forum | Styrgruppen |\n|---|---|\n| Datum | 2026-03-10 |\n"
        f"| Minnesanteckningar | Tage Wrangmark |{BELOW}"
    )
    assert [found.value for found in (notes.secretary,) if found] == [TAGE]


def test_a_meeting_may_be_said_to_be_on_screen() -> None:
    """The place stands behind the word for the meeting, and not behind its end (H32)."""
    notes = read(
        f"**Byaföreningen**\n*Styrelsemöte på Zoom, söndag 26 januari 2025, 19.00 till strax efter 21*{BELOW}"
    )
    assert [found.value for found in (notes.place,) if found] == ["Zoom"]

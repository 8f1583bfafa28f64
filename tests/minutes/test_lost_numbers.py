"""Items whose numbers a page, a converter or a writer in a hurry has set apart from their headings."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import read

HEAD = "Minnesanteckningar Styrgruppen 2026-03-10\n\nNärvarande: Rut Vifell, Tage Wrangmark\n\n"

RUT = "Rut ringer fastighetskontoret."
SAID = "Tre skolor har börjat."

LAYOUTS = {
    "bullet-and-number": f"  • 1 Läget\n\n{SAID}\n\n  • 2 Lokaler\n\n{RUT}\n\n  • 3 Övriga frågor\n\nInga.",
    "dash-and-signed-number": f"- 1. Läget\n{SAID}\n- 2. Lokaler\n{RUT}\n- 3. Övriga frågor\nInga.",
    "star-and-section": f"* § 1 Läget\n\n{SAID}\n\n* § 2 Lokaler\n\n{RUT}\n\n* § 3 Övriga frågor\n\nInga.",
    "bullet-and-bracket": f"• 1) Läget\n{SAID}\n• 2) Lokaler\n{RUT}\n• 3) Övriga frågor\nInga.",
    "number-on-its-own-line": f"1\nLäget\n{SAID}\n2\nLokaler\n{RUT}\n3\nÖvriga frågor\nInga.",
    "signed-number-on-its-own-line": f"1.\nLäget\n{SAID}\n2.\nLokaler\n{RUT}\n3.\nÖvriga frågor\nInga.",
    "heading-with-a-colon": f"1\nLäget:\n{SAID}\n2\nLokaler:\n{RUT}\n3\nÖvriga frågor:\nInga.",
    "number-above-a-blank-line": f"1)\n\nLäget\n\n{SAID}\n\n2)\n\nLokaler\n\n{RUT}\n\n3)\n\nÖvriga frågor",
    "number-in-the-margin": f"1 läget\n  ingen ny\n2 lokaler\n  {RUT}\n3 övriga frågor\n  inga",
    "signed-number-in-the-margin": f"1. läget\n   ingen ny\n2. lokaler\n   {RUT}\n3. övriga frågor\n   inga",
    "number-above-indented-dashes": f"1 läget\n  - ingen ny\n2 lokaler\n  - {RUT}\n3 övriga frågor\n  - inga",
    "square-brackets": f"[1] Läget\n{SAID}\n[2] Lokaler\n{RUT}\n[3] Övriga frågor\nInga.",
    "hash": f"#1 Läget\n{SAID}\n#2 Lokaler\n{RUT}\n#3 Övriga frågor\nInga.",
    "point-on-its-own-line": f"Punkt 1\nLäget\n{SAID}\nPunkt 2\nLokaler\n{RUT}\nPunkt 3\nÖvriga frågor",
    "one-misread": f"l. Läget\n{SAID}\n\n2. Lokaler\n{RUT}\n\n3. Övriga frågor\nInga.",
    "one-misread-as-capital": f"I. Läget\n\n2. Lokaler\n{RUT}\n\n3. Övriga frågor\nInga.",
}


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
def test_numbers_apart_from_their_headings(body: str) -> None:
    """The items are the same wherever their numbers have gone."""
    items = read(f"{HEAD}{body}\n", name="a.txt").items
    assert [(one.number and one.number.value, one.heading.value.casefold()) for one in items] == [
        ("1", "läget"),
        ("2", "lokaler"),
        ("3", "övriga frågor"),
    ]


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
def test_what_is_said_below_numbers_apart(body: str) -> None:
    """A task is read below its item wherever the number has gone."""
    minutes = read(f"{HEAD}{body}\n", name="a.txt")
    tasks = [one for one in minutes.statements if one.action]
    assert [(one.text.value, one.item) for one in tasks] == [(RUT, 1)]


TEXT = "Tre skolor har börjat.\nTvå väntar till hösten, och ingen har sagt nej.\n"


def test_a_label_below_a_number_of_its_own() -> None:
    """A number alone above a label of the head makes it the heading of an item."""
    body = f"1\nÖppnande:\n{SAID}\n2\nProtokolljusterare:\nTage Wrangmark.\n3\nLokaler:\n{RUT}\n"
    assert [one.heading.value.rstrip(":") for one in read(f"{HEAD}{body}", name="a.txt").items] == [
        "Öppnande",
        "Protokolljusterare",
        "Lokaler",
    ]


NO_NUMBERS_OF_ITEMS = {
    "page-numbers": f"Läget\n{TEXT}1\n{TEXT}2\n{TEXT}3\n\nÖvriga frågor\n{TEXT}",
    "amounts-in-a-list": "Läget\nVi behöver\n- 1 buss\n- 40 stolar\n- 3 bord\n\nÖvriga frågor\nInga.",
    "ranks-in-a-row": "Läget\nFråga 1 gäller alla.\n1 av 3 svarade.\n\nÖvriga frågor\nInga var anmälda.",
}


@pytest.mark.parametrize("body", NO_NUMBERS_OF_ITEMS.values(), ids=NO_NUMBERS_OF_ITEMS)
def test_numbers_that_head_nothing(body: str) -> None:
    """Page numbers and amounts make no items."""
    items = read(f"{HEAD}{body}", name="a.txt").items
    assert [one.heading.value for one in items] == ["Läget", "Övriga frågor"]

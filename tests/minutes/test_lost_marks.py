"""Headings and points whose marks are those of any list, or that share a line with what is above them."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import read

HEAD = "Protokoll Styrelsen 2026-03-10\n\nNärvarande: Rut Vifell, Tage Ek\n\n"

DASHES = {
    "paragraph-below": "- Mötets start\nRut öppnade mötet.\n- Dagordningen i dag\nDagordningen godkändes.\n"
    "- Val av roller\n- Sekreterare:\nTage valdes till sekreterare.\n- Lokaler\nVi behöver två rum till.\n"
    "- Matsalen\nBeslut:\n- Boka den stora salen.\n- Rut frågar kocken.\n",
    "stars": "* Mötets start\nRut öppnade mötet.\n* Dagordningen i dag\nDagordningen godkändes.\n"
    "* Val av roller\nTage valdes till sekreterare.\n* Lokaler\nVi behöver två rum till.\n"
    "* Matsalen\nRut frågar kocken.\n",
    "text-in-the-entry": "- Mötets start\n  ingen ny sedan sist\n- Dagordningen i dag\n  ok för alla\n"
    "- Val av roller\n  Tage skriver\n- Lokaler\n"
    "  två rum till behövs, Rut frågar alla som har lediga rum\n- Matsalen\n  inget nytt\n",
}


@pytest.mark.parametrize("body", DASHES.values(), ids=DASHES)
def test_dashes_that_head_paragraphs(body: str) -> None:
    """Entries with a paragraph below each of them are headings and no list."""
    items = read(f"{HEAD}{body}", name="a.txt").items
    assert [one.heading.value for one in items] == [
        "Mötets start",
        "Dagordningen i dag",
        "Val av roller",
        "Lokaler",
        "Matsalen",
    ]


LISTS = {
    "lists-within-items": "Läget\nVi behöver\n- bord\n- stolar\n\nRut bokar dem.\n\nLokaler\nDe är\n- salen\n"
    "- rummet\n\nTage frågar om fler.\n\nÖvrigt\nInget.\n",
    "one-list-in-each": "Läget\nRut sade:\n- Två saknas.\nDet tas med.\n\nLokaler\nTage sade:\n- Ledigt.\n"
    "Det är bra.\n\nÖvrigt\nSiv sade:\n- Inget.\nDet var allt.\n",
}


@pytest.mark.parametrize("body", LISTS.values(), ids=LISTS)
def test_lists_before_paragraphs(body: str) -> None:
    """Lists that paragraphs follow, and sentences behind a dash, head nothing."""
    items = read(f"{HEAD}{body}", name="a.txt").items
    assert [one.heading.value for one in items] == ["Läget", "Lokaler", "Övrigt"]


RUT = "Rut öppnade mötet."
TAGE = "Tage redovisade ekonomin."
GRUS = "Tage kollar priset på grus."
KNOWN = {
    "within-a-paragraph": f"Mötets start\n{RUT}\nEkonomi\n{TAGE}\nGator\n{GRUS}\nÖvriga frågor\nInga nya.\n",
    "capitals": f"MÖTETS START\n{RUT}\nEKONOMI\n{TAGE}\nGATOR\n{GRUS}\nÖVRIGA FRÅGOR\nInga nya.\n",
    "margin": f"mötets start\n  {RUT}\nekonomi\n  {TAGE}\ngator\n  {GRUS}\növriga frågor\n  Inga.\n",
    "own-sentence": f"Mötets start. {RUT}\nEkonomi. {TAGE}\nGator. {GRUS}\nÖvriga frågor. Inga nya.\n",
    "before-a-colon": f"Mötets start: {RUT}\nEkonomi: {TAGE}\nGator: {GRUS}\nÖvriga frågor: Inga nya.\n",
}


@pytest.mark.parametrize("body", KNOWN.values(), ids=KNOWN)
def test_headings_among_those_of_any_agenda(body: str) -> None:
    """Headings that any agenda has tell how the others are written, and tasks stand below them."""
    minutes = read(f"{HEAD}{body}", name="a.txt")
    tasks = [(one.text.value, one.item) for one in minutes.statements if one.action]
    headings = [one.heading.value.casefold() for one in minutes.items]
    assert (headings, tasks) == (["mötets start", "ekonomi", "gator", "övriga frågor"], [(GRUS, 2)])


def test_speakers_before_colons_head_nothing() -> None:
    """Who said what stands before a colon as headings do, but the name stands elsewhere too."""
    told = "Rut: Det går bra.\nTE: Det gör det.\n"
    body = f"Mötets start: {RUT}\nEkonomi: {TAGE}\n{told}Övriga frågor: Inga nya.\n"
    items = read(f"{HEAD}{body}", name="a.txt").items
    assert [one.heading.value for one in items] == ["Mötets start", "Ekonomi", "Övriga frågor"]


SIGNS = {"equals": "===", "stars": "***", "hyphens": "---", "angles": "<<<"}


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_headings_between_signs(sign: str) -> None:
    """Signs around a few words make them a heading."""
    after = sign.replace("<", ">")
    body = "".join(f"{sign} {words} {after}\nInget nytt.\n" for words in ("Läget", "Lokaler"))
    assert [one.heading.value for one in read(f"{HEAD}{body}", name="a.txt").items] == ["Läget", "Lokaler"]


LETTERS = {
    "on-the-line": "2. Rapporter a) Rut visade siffrorna. b) Tage ringer banken.",
    "behind-a-stop": "2. Rapporter. a) Rut visade siffrorna. b) Tage ringer banken.",
    "over-lines": "2. Rapporter a) Rut visade\nsiffrorna. b) Tage\nringer banken.",
    "stops": "2. Rapporter\na. Rut visade siffrorna.\nb. Tage ringer banken.",
    "below": "2. Rapporter\na) Rut visade siffrorna.\nb) Tage ringer banken.",
}


@pytest.mark.parametrize("body", LETTERS.values(), ids=LETTERS)
def test_points_by_letters(body: str) -> None:
    """A heading ends before the points by letters below it, each of which is read by itself."""
    minutes = read(f"{HEAD}1. Läget\nInget nytt.\n\n{body}\n\n3. Övrigt\nInget.\n", name="a.txt")
    tasks = [one.text.value for one in minutes.statements if one.action]
    assert (minutes.items[1].heading.value.strip("."), tasks) == ("Rapporter", ["Tage ringer banken."])


def test_headings_like_three_others() -> None:
    """Beside three short lines above text, one with a question mark or above a day is a heading too."""
    body = "Läget\nInget nytt.\n\nBussar\nDe går.\n\nMat, vad händer?\nNej.\n\nVårens tid\n12 maj är bra.\n\n"
    items = read(f"{HEAD}{body}Lokaler\nTvå rum saknas.\n", name="a.txt").items
    assert [one.heading.value for one in items] == [
        "Läget",
        "Bussar",
        "Mat, vad händer?",
        "Vårens tid",
        "Lokaler",
    ]

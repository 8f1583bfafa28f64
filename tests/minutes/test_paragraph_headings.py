"""Headings as paragraphs of their own, where a page has lost their marks (I7)."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import read

HEAD = "Protokoll Byarådet 2026-03-10\n\nNärvarande: Rut Vifell, Tage Wrangmark, Siv Fjällgren\n\n"

SAID = {
    "reported": "Rut informerade",
    "clause": "att bordlägga frågan",
    "nothing": "Inget behandlades under punkten",
    "sentence": "Vi har 69 medlemmar.",
    "list": "- att godkänna affischen",
    "passive": "Frågan diskuterades",
}


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_short_paragraphs_above_what_is_said(said: str) -> None:
    """A paragraph of a few words that says nothing heads the one below it."""
    heads = ["Val av justerare", "Badplatsen", "Bastun (den gamla)", "Övriga frågor"]
    body = "\n\n".join(f"{head}\n\n{said}" for head in heads)
    assert [one.heading.value for one in read(HEAD + body + "\n", name="a.txt").items] == heads


def test_a_paragraph_above_another_heading() -> None:
    """Of two such paragraphs on one another the lower one is the heading."""
    body = (
        "Val av justerare\n\nRut valdes\n\nSommaren\n\nBadplatsen\n\nTage informerade\n\n"
        "Bastun\n\nSiv informerade\n\nÖvriga frågor\n\nInga anmälda\n"
    )
    assert [one.heading.value for one in read(HEAD + body, name="a.txt").items] == [
        "Val av justerare",
        "Badplatsen",
        "Bastun",
        "Övriga frågor",
    ]


def test_paragraphs_of_no_agenda() -> None:
    """Where no two of them stand in any agenda, short paragraphs head nothing."""
    body = "Badplatsen\n\nRut informerade\n\nBastun\n\nTage informerade\n\nBryggan\n\nSiv informerade\n"
    assert read(HEAD + body, name="a.txt").items == ()


LETTER = (
    "Från: Rut Vifell\nÄmne: kort från styrgruppens möte 10 mars 2026\n\nHej!\n\n"
    "Här kommer mina anteckningar. Med var jag, Tage och Siv.\n\n{}\n\nVi ses igen 3 april.\n\n/Rut\n"
)


def test_words_before_a_colon_head_the_paragraphs_of_a_letter() -> None:
    """Three paragraphs on one another that open with words and a colon are headed by them."""
    body = (
        "Badplatsen: Stegen är lös. Tage bokar snickaren.\n\nNya bryggan: Vi bestämde att den får vänta.\n\n"
        "Bastun: Den är för trång."
    )
    items = read(LETTER.format(body), name="a.txt").items
    assert [one.heading.value for one in items] == ["Badplatsen", "Nya bryggan", "Bastun"]


def test_a_round_in_a_letter() -> None:
    """Given names before a colon are those who speak, and head nothing."""
    body = "Olle: Stegen är lös.\n\nKarin: Den får vänta. Vi beslutade det.\n\nAnders: Den är för trång."
    assert read(LETTER.format(body), name="a.txt").items == ()

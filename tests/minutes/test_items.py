"""Agenda items: numbers, levels, agendas that are no items, and what lies below which heading."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import read

HEAD = (
    "# Minnesanteckningar Styrgruppen\n\nDatum: 2026-03-10\n\nNärvarande: Rut Vifell, Flens kommun; Tage "
    "Wrangmark, Trosa kommun\n\n"
)


def items(body: str, *, name: str = "a.md") -> list[tuple[str | None, str, int]]:
    """Number, heading and level of each item."""
    head = HEAD.replace("# ", "") if name.endswith("txt") else HEAD
    found = read(head + body, name=name).items
    return [(one.number.value if one.number else None, one.heading.value, one.level) for one in found]


TWO = [("1", "Läget i kommunerna", 0), ("2", "Tidsplan", 0)]
FORMS = {
    "headings": "## 1. Läget i kommunerna\n\nInget.\n\n## 2. Tidsplan\n\nKlar.",
    "mixed-levels": "#### 1. Läget i kommunerna\n\nInget.\n\n## 2. Tidsplan\n\nKlar.",
    "bold": "**1. Läget i kommunerna**\n\nInget.\n\n**2. Tidsplan**\n\nKlar.",
    "plain": "1. Läget i kommunerna\nInget.\n\n2. Tidsplan\nKlar.",
    "colon": "1:Läget i kommunerna\nInget.\n\n2:Tidsplan\nKlar.",
    "bracket": "1) Läget i kommunerna\nInget.\n\n2) Tidsplan\nKlar.",
    "section-sign": "§ 1 Läget i kommunerna\nInget.\n\n§ 2 Tidsplan\nKlar.",
    "section-glued": "§1. Läget i kommunerna\nInget.\n\n§2. Tidsplan\nKlar.",
    "body-and-number": "KHR 1 Läget i kommunerna\nInget.\n\nKHR 2 Tidsplan\nKlar.",
    "point": "p. 1 Läget i kommunerna\nInget.\n\np. 2 Tidsplan\nKlar.",
    "slash": "1/ Läget i kommunerna\nInget.\n\n2/ Tidsplan\nKlar.",
}


@pytest.mark.parametrize("body", FORMS.values(), ids=FORMS)
def test_numbered_items(body: str) -> None:
    """Two numbered items, whatever the sign behind the number and the level of the heading."""
    name = "a.md" if body.startswith(("#", "*")) else "a.txt"
    assert items(body, name=name) == TWO


def test_headings_without_number_lie_below_the_numbered_one() -> None:
    """Where numbers are used, a heading without one is a sub-heading whatever its level."""
    body = "### 1. Dialog\n\nInget.\n\n## Resultat\n\nBra.\n\n#### Behov\n\nStöd.\n\n### 2. Tidsplan\n\nKlar."
    assert items(body) == [
        ("1", "Dialog", 0),
        (None, "Resultat", 1),
        (None, "Behov", 1),
        ("2", "Tidsplan", 0),
    ]


def test_without_numbers_the_level_gives_the_nesting() -> None:
    """A heading of a lower level belongs to the one above it."""
    body = "## Läget\n\nInget.\n\n### Flen\n\nBra.\n\n## Tidsplan\n\nKlar."
    assert items(body) == [(None, "Läget", 0), (None, "Flen", 1), (None, "Tidsplan", 0)]


def test_an_agenda_is_not_the_items() -> None:
    """A list of headings that comes again with text below is left out."""
    body = (
        "DAGORDNING\n1. Läget i kommunerna\n2. Tidsplan\n\n1. Läget i kommunerna\nInget.\n\n2. Tidsplan\n"
        "Klar."
    )
    assert items(body, name="a.txt") == TWO


def test_numbers_may_go_on_from_earlier_meetings() -> None:
    """A body that counts its matters through the year starts anywhere."""
    body = "58 Val av justerare\nRut valdes.\n\n59 Läget\nInget.\n\n60 Tidsplan\nKlar."
    assert [number for number, _, _ in items(body, name="a.txt")] == ["58", "59", "60"]


def test_letters_may_stand_for_numbers() -> None:
    """Items counted by letters from A on."""
    body = "A. Läget\nInget.\n\nB. Tidsplan\nKlar.\n\nC. Samtycken\nRut tar kontakt med skolorna."
    assert items(body, name="a.txt") == [("A", "Läget", 0), ("B", "Tidsplan", 0), ("C", "Samtycken", 0)]


def test_initials_are_no_letters_of_items() -> None:
    """Lines that begin with a letter out of order head nothing."""
    body = "1. Läget\nInget.\n\nB. Vifell berättade.\n\n2. Tidsplan\nKlar."
    assert [number for number, _, _ in items(body, name="a.txt")] == ["1", "2"]


def test_a_list_below_a_decision_that_starts_at_one_is_no_item() -> None:
    """Numbered points of a decision are decisions."""
    body = (
        "1 Läget\nInget.\n\n2 Väntrum\nBeslut\n1. Rapporten godkänns.\n2. Svaret sänds i maj.\n\n3 "
        "Tidsplan\nKlar."
    )
    assert [heading for _, heading, _ in items(body, name="a.txt")] == ["Läget", "Väntrum", "Tidsplan"]


NO_ITEMS = ["Dagordning", "Närvarande", "Anteckningar", "Datum"]


@pytest.mark.parametrize("heading", NO_ITEMS)
def test_headings_that_frame_the_notes_are_no_items(heading: str) -> None:
    """A heading that says what the notes are, or names a value of the head, heads no matter."""
    body = f"## {heading}\n\n## Läget\n\nInget.\n\n## Tidsplan\n\nKlar."
    assert [one for _, one, _ in items(body)] == ["Läget", "Tidsplan"]


def test_numbered_sentences_in_a_list_keep_their_first_sentence() -> None:
    """An item of a numbered list is headed by its first sentence."""
    body = "1. Läget i kommunerna. Flen har två nya rektorer.\n2. Tidsplan. Den håller."
    assert [one for _, one, _ in items(body, name="a.txt")] == ["Läget i kommunerna.", "Tidsplan."]


def test_a_day_at_the_head_of_a_line_is_no_number() -> None:
    """ "10 april …" begins with a day and not with the number of an item."""
    body = "1. Läget\nInget.\n\n10 april träffas gruppen igen.\n\n2. Tidsplan\nKlar."
    assert [number for number, _, _ in items(body, name="a.txt")] == ["1", "2"]


def test_a_statement_belongs_to_the_nearest_heading_above() -> None:
    """What stands below a sub-heading is said there."""
    text = HEAD + "## 1. Dialog\n\nInget.\n\n### Resultat\n\nBeslut: Planen antas.\n\n## 2. Tidsplan\n\nKlar."
    minutes = read(text)
    (decision,) = [one for one in minutes.statements if one.kind.value == "decision"]
    assert decision.item is not None
    assert minutes.items[decision.item].heading.value == "Resultat"


def test_the_span_of_an_item_takes_in_its_sub_headings() -> None:
    """An item reaches from its number to the last word before the next item."""
    text = HEAD + "## 1. Dialog\n\nInget.\n\n### Resultat\n\nBra.\n\n## 2. Tidsplan\n\nKlar."
    minutes = read(text)
    assert (minutes.items[0].span.end, minutes.items[1].parent) == (minutes.items[1].span.end, 0)

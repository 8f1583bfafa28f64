"""Words for groups of actors are found by a general rule."""

from __future__ import annotations

import pytest

from samsyn.plan.grouping.reading import find_group_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Alla aktörer har en rutin.", ["alla aktörer"]),
        ("Samtliga kommuner och berörda parter deltar.", ["samtliga kommuner", "berörda parter"]),
        ("Alla berörda verksamheter prövar.", ["alla berörda verksamheter"]),
        ("Alla nio kommuner prövar.", ["alla nio kommuner"]),
        ("Varje kommun har en kontaktperson.", ["varje kommun"]),
        ("Verksamheterna prövar arbetssättet.", ["verksamheterna"]),
        ("Alla skolchefer har fått en genomgång.", ["alla skolchefer"]),
        ("Flera   förskolor prövar.", ["flera förskolor"]),
        ("Alla aktörer vet. ALLA AKTÖRER prövar.", ["alla aktörer"]),
    ],
    ids=["all", "two", "narrowed", "counted", "each", "known", "compound", "spaces", "once"],
)
def test_groups_of_those_who_act_are_found(text: str, words: list[str]) -> None:
    """In small letters, each once."""
    assert find_group_words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Alla barn får stöd i tid.",
        "Alla beslut följs upp.",
        "Flens kommun har en rutin.",
        "Rektor i Lindviks skola svarar.",
        "Framför allt ledningen vet.",
        "En kommun prövar först.",
        "Alla möten har en dagordning.",
    ],
    ids=["children", "decisions", "named", "one", "above-all", "a-municipality", "meetings"],
)
def test_what_is_no_group_of_actors_is_left(text: str) -> None:
    """Those who are served, what is decided, and who is named."""
    assert find_group_words(text) == []

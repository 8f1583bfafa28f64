"""Forms of verbs, told by the dictionary's flags and the table of irregular ones."""

from __future__ import annotations

import pytest

from samsyn.wording.verbs import Tag, tags_of


@pytest.mark.parametrize(
    "word",
    [
        "beslutas", "beslutades", "beslutats", "införs", "infördes", "införts", "införas", "lyfts", "skrevs",
        "skrivits",
        "angavs", "utsågs", "föreslogs", "erbjöds", "läses", "tydliggörs", "iordningställdes",
        "vidareutvecklas",
        "togs",
        "antagits", "bifölls", "byts", "Informeras",
    ],
)  # fmt: skip
def test_a_passive_is_known(word: str) -> None:
    """Of every conjugation, in every tense, behind a particle, with a capital."""
    assert Tag.PASSIVE in tags_of(word)


@pytest.mark.parametrize(
    "word",
    [
        "finns", "hoppas", "lyckas", "minns", "trivs", "möts", "umgås", "synes", "träffas", "förstås",
        "kommuns",
        "Flens",
        "skolas", "plats", "hus", "mötes", "elevhälsas", "alltings", "dels",
    ],
)  # fmt: skip
def test_what_only_ends_in_s_is_no_passive(word: str) -> None:
    """Deponents, reciprocals, genitives and nouns."""
    assert Tag.PASSIVE not in tags_of(word)


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        pytest.param("utse", Tag.INFINITIVE, id="infinitive"),
        pytest.param("beslutar", Tag.PRESENT, id="present-first"),
        pytest.param("lyfter", Tag.PRESENT, id="present-second"),
        pytest.param("kör", Tag.PRESENT, id="present-without-er"),
        pytest.param("informerade", Tag.PARTICIPLE, id="participle"),
        pytest.param("skriven", Tag.PARTICIPLE, id="strong-participle"),
        pytest.param("antagit", Tag.SUPINE, id="supine"),
    ],
)
def test_other_forms_are_known(word: str, tag: Tag) -> None:
    """What else a rule may ask for."""
    assert tag in tags_of(word)


def test_a_noun_is_no_verb() -> None:
    """A word that is no verb has no tag."""
    assert tags_of("kommun") == frozenset()

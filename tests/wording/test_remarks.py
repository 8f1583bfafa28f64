"""Remarks on a text: where, why and what to do; what kinds, groups and fields beside it change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.wording import Beside, Kind, Remark, remarks_on

MILESTONE = "Alla aktörer ska arbeta med frågan på sikt."


def rules_of(text: str, **wanted: object) -> list[str]:
    """The names of the rules that say something of a milestone."""
    return [remark.rule for remark in remarks_on(text, **{"kind": Kind.MILESTONE, **wanted})]  # type: ignore[arg-type]


def test_a_remark_says_where_why_and_what_to_do() -> None:
    """An unclear group: its place, its words, the sentence, the reason and the proposal."""
    found = [one for one in remarks_on(MILESTONE, kind=Kind.MILESTONE) if one.rule == "OklarGrupp"]
    assert [(one.span, one.words, one.sentence, one.proposal) for one in found] == [
        ((5, 12), "aktörer", MILESTONE, "Vilka? Skriv ut dem, eller välj en namngiven grupp.")
    ]
    assert found[0].reason.startswith("”aktörer” säger inte vilka")


@pytest.mark.parametrize("kind", [Kind.MILESTONE, Kind.DECISION, Kind.AGREEMENT])
def test_the_strict_rules_are_for_what_is_demanded(kind: Kind) -> None:
    """Milestones, decisions and agreements get them all."""
    assert rules_of(MILESTONE, kind=kind) == ["Absolut", "OklarGrupp", "EjUppfoljbart", "VagTid"]


def test_a_text_that_tells_gets_no_strict_remark() -> None:
    """ "Alla" in a narrative sentence is fine."""
    assert rules_of(MILESTONE, kind=Kind.TEXT) == []


def test_a_resolved_group_is_clear() -> None:
    """A group that somebody has spelled out is neither absolute nor unclear."""
    assert rules_of(MILESTONE, groups=["alla aktörer"]) == ["EjUppfoljbart", "VagTid"]


def test_a_time_in_a_field_beside_is_a_time() -> None:
    """What has its period in a field of its own lacks no date."""
    assert rules_of("Flen antar rutinen för möten med hemmet.") == []
    assert rules_of("Flen inför rutinen.") == ["IngetDatum"]
    assert rules_of("Flen inför rutinen.", beside=Beside.TIME) == []


def test_whoever_does_it_may_stand_in_a_field_beside() -> None:
    """What has its owner in a field of its own says who acts."""
    assert rules_of("Rutinen införs i maj.") == ["IngenAgerar"]
    assert rules_of("Rutinen införs i maj.", beside=Beside.OWNER) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Handlingsplanernas mål är många.", id="plural-genitive"),
        pytest.param("En handlingsplan finns.", id="as-marked"),
        pytest.param("Varje handlingsplans mål.", id="genitive"),
    ],
)
def test_a_contested_word_is_found_in_any_form(text: str) -> None:
    """In every text, with the county's better words."""
    (remark,) = remarks_on(text, contested={"handlingsplan": ["planering", "strategisk planering"]})
    assert (remark.rule, remark.instead) == ("Omtvistat", ("planering", "strategisk planering"))
    assert remark.proposal == "Skriv till exempel ”planering” eller ”strategisk planering”."


@pytest.mark.parametrize(
    ("word", "text"),
    [
        pytest.param("brukare", "Man brukar ses.", id="another-word"),
        pytest.param("klient", "Klientorganisationen svarar.", id="a-compound"),
        pytest.param("handlingsplan", "Planen och handlingen.", id="its-parts"),
    ],
)
def test_another_word_is_not_contested(word: str, text: str) -> None:
    """A compound, and a word that only begins alike, are others."""
    assert remarks_on(text, contested={word: ["annat"]}) == []


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        pytest.param("regel", "Reglerna gäller.", "Reglerna", id="syncope"),
        pytest.param("program", "I programmet står det.", "programmet", id="doubled"),
        pytest.param("skola", "Skolornas plan.", "Skolornas", id="in-a"),
        pytest.param("implementera", "Vi implementerade mallen.", "implementerade", id="verb"),
        pytest.param("ta höjd", "Vi  ta\nhöjd nu.", "ta\nhöjd", id="two-words"),
    ],
)
def test_inflected_forms_are_known(word: str, text: str, found: str) -> None:
    """Nouns, verbs and words in a row."""
    assert [one.words for one in remarks_on(text, contested={word: []})] == [found]


def test_a_capital_within_a_sentence_is_a_name() -> None:
    """ "Alla med" is what a project is called."""
    assert rules_of("Flen startar projektet Alla med den 3 maj 2027.") == []


SAID = [
    "Alla",
    "aktörer",
    "ska",
    "informeras",
    "och",
    "vid",
    "behov",
    "av",
    "rektor",
    "som",
    ".",
    "\n",
    "2027",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SAID)).map(" ".join), st.sampled_from([*Kind]))
def test_remarks_stand_where_they_say(text: str, kind: Kind) -> None:
    """Each remark's words are cut out of the text by its place and stand in its sentence, in order."""
    found: list[Remark] = remarks_on(text, kind=kind, contested={"behov": []})
    assert [text[one.span.start : one.span.end] for one in found] == [one.words for one in found]
    assert all(one.words in one.sentence for one in found)
    assert [one.span for one in found] == sorted(one.span for one in found)

"""What of a sentence demands something, and what only describes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.wording.clauses import demand_of, present_of, told
from samsyn.wording.verbs import Tag


def plain(text: str) -> str:
    """A text without the spaces that stand for what was left out."""
    return " ".join(text.split()).replace(" ,", ",").replace(" .", ".")


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        pytest.param(
            "Elever som behöver stärka sin läsning får en tid.", "Elever får en tid.", id="relative-clause"
        ),
        pytest.param(
            "Den som leder mötet och för anteckningarna skickar dem.",
            "Den skickar dem.",
            id="two-verbs-in-it",
        ),
        pytest.param("När rutinen antas informerar rektor.", "informerar rektor.", id="clause-of-time"),
        pytest.param("Svarar hemmet inte ringer rektor.", "ringer rektor.", id="condition-by-its-verb"),
        pytest.param(
            "Rektor ska om så krävs kalla hemmet.", "Rektor ska kalla hemmet.", id="within-a-demand"
        ),
        pytest.param("Rektorn vet vem hon ringer och när.", "Rektorn vet.", id="indirect-question"),
        pytest.param("Flen möts för att planera och följa upp.", "Flen möts för.", id="purpose"),
        pytest.param("Flen konstaterar att mallen används.", "Flen konstaterar.", id="what-is-told"),
        pytest.param(
            "Nämnden beslutar att rutinen gäller.",
            "Nämnden beslutar att rutinen gäller.",
            id="what-is-decided",
        ),
        pytest.param(
            "Rektor får i uppdrag att utreda och svara.",
            "Rektor får i uppdrag att utreda och svara.",
            id="what-is-commissioned",
        ),
        pytest.param(
            "Flen använder den mall som finns i länet och skickar svaret.",
            "Flen använder den mall och skickar svaret.",
            id="the-sentence-goes-on",
        ),
        pytest.param("Flen svarar så fort som möjligt.", "Flen svarar så fort som möjligt.", id="no-clause"),
    ],
)
def test_a_clause_that_only_describes_demands_nothing(text: str, demand: str) -> None:
    """Relative clauses, conditions, questions and purposes describe; what is decided is the demand."""
    assert plain(demand_of(text)) == demand


def test_what_tells_of_the_past_is_known() -> None:
    """Its times are not those of the demand."""
    assert plain(present_of("Elever som började 2024 får en plats.")) == "Elever får en plats."
    assert present_of("Elever som börjar 2027 får en plats.") == "Elever som börjar 2027 får en plats."


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        pytest.param("Planen antas i maj.", ["antas"], id="nobody"),
        pytest.param("Planen antas i maj av nämnden.", [], id="somebody-far-off"),
        pytest.param("Planen antas och följs upp av nämnden.", [], id="one-for-both"),
        pytest.param("En översyn ska göras av rutinen.", ["göras"], id="of-what"),
        pytest.param("Planen följs vid valet av plats.", ["följs"], id="of-a-noun"),
        pytest.param("Teamet ses varje onsdag.", [], id="each-other"),
        pytest.param("Rutinen ses över i maj.", ["ses"], id="with-a-particle"),
        pytest.param("Dagordningen godkändes.", [], id="of-the-past"),
    ],
)
def test_a_passive_without_agent_is_told(text: str, alone: list[str]) -> None:
    """ "Av" says who only before somebody who can act, or right after the verb."""
    assert [word.text for word in told(text) if Tag.NOBODY in word.tags] == alone


SAID = [
    "Rektor",
    "som",
    "att",
    "om",
    "när",
    "ska",
    "har",
    "bokar",
    "antas",
    "och",
    ",",
    "inte",
    "mötet",
    "av",
    ".",
]


@settings(max_examples=80)
@given(st.lists(st.sampled_from(SAID), max_size=14).map(" ".join))
def test_what_is_left_stands_where_it_stood(text: str) -> None:
    """A demand is as long as its sentence and has no other signs; what is of the past is less than all."""
    demand, present = demand_of(text), present_of(text)
    assert len(demand) == len(present) == len(text)
    assert all(left in (sign, " ") for left, sign in zip(demand, text, strict=True))
    assert all(left in (sign, " ") for left, sign in zip(present, text, strict=True))

"""What a sentence tells of what a party has done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.matters.committees import Named, read_count, read_number, read_own, read_told

FLEN, TROSA, GNESTA, STRANGNAS, REGION = range(5)
PARTIES = [
    Named(FLEN, ("flen",)),
    Named(TROSA, ("trosa",)),
    Named(GNESTA, ("gnesta",)),
    Named(STRANGNAS, ("strängnä",)),
    Named(REGION, ("region sörmland", "regionen")),
]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Flens nämnd har antagit den.", [(FLEN, "adopted")], id="genitive"),
        pytest.param("Strängnäs antog den i juni.", [(STRANGNAS, "adopted")], id="name-that-ends-in-s"),
        pytest.param(
            "Flens nämnd antog den i juni, Trosas tar den i september.",
            [(FLEN, "adopted"), (TROSA, "on_agenda")],
            id="two-clauses",
        ),
        pytest.param(
            "Två kommuner har antagit den: Flen och Trosa.",
            [(FLEN, "adopted"), (TROSA, "adopted")],
            id="list-behind-a-colon",
        ),
        pytest.param("Flen, Trosa och Gnesta återstår.",
                     [(FLEN, "pending"), (TROSA, "pending"), (GNESTA, "pending")], id="list-before"),
        pytest.param("I Gnesta blev det återremiss.", [(GNESTA, "referred_back")], id="referred-back"),
        pytest.param("Trosas nämnd sade nej.", [(TROSA, "turned_down")], id="turned-down"),
        pytest.param("Trosa har inte svarat.", [(TROSA, "pending")], id="no-answer"),
        pytest.param("Trosa har inte antagit den.", [(TROSA, "pending")], id="denied"),
        pytest.param("Regionen har antagit den.", [(REGION, "adopted")], id="the-region"),
        pytest.param(
            "Kim, Gnesta, berättar att Flen har antagit den.", [(FLEN, "adopted")], id="who-tells"
        ),
        pytest.param("Flen ska anta den i maj.", [], id="to-come"),
        pytest.param("Frågan är om Flen har antagit den.", [], id="asked"),
        pytest.param("Stavfelet i Gnesta är rättat.", [], id="something-else"),
        pytest.param("Varje kommun behöver anta den.", [], id="nobody-by-name"),
        pytest.param("Flenska gruppen har antagit den.", [], id="part-of-another-word"),
    ],
)  # fmt: skip
def test_what_is_told_of_parties(text: str, told: list[tuple[int, str]]) -> None:
    """Only of those that the clause names, and only what is said to be so."""
    assert [(one.party, one.state) for one in read_told(text, PARTIES)] == told


@pytest.mark.parametrize(
    ("text", "state"),
    [
        pytest.param("att anta överenskommelsen för egen del", "adopted", id="adopts"),
        pytest.param("Ärendet återremitteras.", "referred_back", id="refers-back"),
        pytest.param("att avslå förslaget", "turned_down", id="turns-down"),
        pytest.param("att inte anta den", "", id="denied"),
        pytest.param("att notera informationen", "", id="something-else"),
    ],
)
def test_a_committees_own_words(text: str, state: str) -> None:
    """Its own minutes say it in the infinitive."""
    assert read_own(text) == state


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Sju av nio har antagit den.", (7, 9), id="of-how-many"),
        pytest.param("Det rapporteras att fem nämnder har antagit den.", (5, None), id="committees"),
        pytest.param("Sju av nio har inte antagit den.", None, id="denied"),
        pytest.param("Sju personer kom.", None, id="something-else"),
    ],
)
def test_how_many_have_adopted(text: str, count: tuple[int, int | None] | None) -> None:
    """A count without names."""
    assert read_count(text) == count


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("Dnr BUKN 2026/112", "BUKN 2026/112", id="with-letters"),
        pytest.param("dnr: 2026:17", "2026:17", id="with-colon"),
        pytest.param("Den 12 maj", "", id="none"),
    ],
)
def test_the_number_of_a_case(text: str, number: str) -> None:
    """As the committee writes it."""
    assert read_number([text]) == number


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """And nobody is told of whom it does not name."""
    assert read_told(text, [Named(1, ("\x00 finns inte",))]) == []

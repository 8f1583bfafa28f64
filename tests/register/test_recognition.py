"""What is the same as what: tables of names, without a database."""

from __future__ import annotations

import pytest

from samsyn.register.recognition import are_near, body_key, near_names, person_key, recognise


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("Flen", "Flens kommun", "municipality", id="bare"),
        pytest.param("Flens kommun", "Flens kommun", "municipality", id="genitive"),
        pytest.param("Flen kommun", "Flens kommun", "municipality", id="without-genitive"),
        pytest.param("flens  kommun", "Flens kommun", "municipality", id="small-letters-and-space"),
        pytest.param("Flen\nkommun", "Flens kommun", "municipality", id="line-break"),
        pytest.param("(Flen)", "Flens kommun", "municipality", id="brackets"),
        pytest.param("Strängnäs", "Strängnäs kommun", "municipality", id="name-that-ends-in-s"),
        pytest.param("Strängnäs kommun", "Strängnäs kommun", "municipality", id="name-that-ends-in-s-kommun"),
        pytest.param("Trosa kommun", "Trosa kommun", "municipality", id="name-that-ends-in-a-vowel"),
        pytest.param("Borås stad", "Borås kommun", "municipality", id="town"),
        pytest.param("Upplands Väsby kommun", "Upplands Väsby kommun", "municipality", id="two-words"),
        pytest.param("Arboga", "Arboga kommun", "municipality", id="elsewhere-in-the-country"),
        pytest.param("Påhittade kommun", "Påhittade kommun", "municipality", id="known-to-no-table"),
        pytest.param("Utbildningschef Flens kommun", "Flens kommun", "municipality", id="title-before"),
        pytest.param("Socialtjänsten i Flens kommun", "Flens kommun", "municipality", id="administration-of"),
        pytest.param("Vård och omsorg, Flen", "Flens kommun", "municipality", id="administration-comma"),
        pytest.param("Region Sörmland", "Region Sörmland", "region", id="region"),
        pytest.param("Regionen", "Region Sörmland", "region", id="region-by-short-name"),
        pytest.param("Barnhälsovården, Region Sörmland", "Region Sörmland", "region", id="unit-of-region"),
        pytest.param("Region Påhitt", "Region Påhitt", "region", id="region-known-to-no-table"),
        pytest.param("Sveriges Kommuner och Regioner", "SKR", "association", id="long-name"),
        pytest.param("Specialpedagogiska skolmyndigheten", "SPSM", "authority", id="authority"),
        pytest.param("Länsgemensamt stöd", "Länsgemensamt stöd", "", id="known-by-itself-only"),
    ],
)
def test_organisation_that_a_text_stands_for(text: str, name: str, kind: str) -> None:
    """The usual ways to write an organisation are one."""
    found = recognise(text)
    assert found is not None
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize("text", ["Flen/Trosa", "Flens kommun, Trosa kommun", "", " - "])
def test_text_that_names_several_or_none_stands_for_nobody(text: str) -> None:
    """Which of two is meant is not guessed."""
    assert recognise(text) is None


@pytest.mark.parametrize("text", ["S", "(KD)", "Centerpartiet", "statistiker", "tf skolchef"])
def test_what_belongs_to_a_person_is_no_organisation(text: str) -> None:
    """A party and an occupation stand behind names as organisations do."""
    assert recognise(text) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Nora", "Norberg", id="alike"),
        pytest.param("Höör", "Hörby", id="alike-too"),
        pytest.param("Region Sörmland", "Region Östergötland", id="two-regions"),
        pytest.param("Länsstyrelsen", "Länsstyrgruppen", id="authority-and-body"),
    ],
)
def test_organisations_that_are_two(left: str, right: str) -> None:
    """What only begins alike is not the same."""
    one, other = recognise(left), recognise(right)
    assert one is not None
    assert other is not None
    assert one.key != other.key


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("Skolchefsnätverket", "skolchefsnätverk", "skolchefs nätverket"), id="network"),
        pytest.param(("Länsstyrgruppen", "Länsstyrgrupp", "LÄNSSTYRGRUPPEN"), id="group"),
        pytest.param(("Beredningsgruppen hjälpmedel", "beredningsgrupp hjälpmedel"), id="head-first"),
        pytest.param(("Beredningsgruppen för hjälpmedel", "Beredningsgrupp hjälpmedel"), id="behind-for"),
        pytest.param(("Styrelsen", "styrelse"), id="board"),
        pytest.param(("Sociala utskottet", "Sociala utskott"), id="committee"),
        pytest.param(("Kommittén för barn", "Kommitté för barn"), id="accent"),
    ],
)
def test_forms_of_a_body_are_one(texts: tuple[str, ...]) -> None:
    """Definite or not, in one word or two."""
    assert len({body_key(text) for text in texts}) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Styrgruppen", "Länsstyrgruppen"),
        ("Arbetsgrupp Norra Barn", "Arbetsgrupp Södra Barn"),
        ("Beredningsgrupp barn", "Beredningsgrupp hjälpmedel"),
    ],
)
def test_bodies_that_are_two(left: str, right: str) -> None:
    """One name inside another is not the same."""
    assert body_key(left) != body_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Anna-Lena Ek", "Anna Lena Ek", id="hyphen"),
        pytest.param("EBBA EK", "Ebba Ek", id="capitals"),
        pytest.param("Ebba\n Ek", "Ebba Ek", id="line-break"),
        pytest.param("E. Ek", "E Ek", id="full-stop"),
        pytest.param("Åsa Öst", "A\u030asa O\u0308st", id="composed-letters"),
    ],
)
def test_spellings_of_a_person_are_one(left: str, right: str) -> None:
    """What does not change the name does not count."""
    assert person_key(left) == person_key(right)


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        pytest.param("ebba eliasson", "ebba elisson", True, id="letter-less"),
        pytest.param("nils nordström", "nils norström", True, id="letter-less-inside"),
        pytest.param("johan granberg", "johan granström", False, id="half-a-surname"),
        pytest.param("anna ek", "anna ask", False, id="short-names"),
        pytest.param("ebba ek", "ebba ek lund", False, id="name-more"),
        pytest.param("ebba ek", "ebba ek", False, id="the-same"),
    ],
)
def test_near_names(left: str, right: str, *, near: bool) -> None:
    """A letter or two apart is near; half a surname is not."""
    assert are_near(left, right) is near


def test_nearest_name_comes_first() -> None:
    """And names that are not near do not come at all."""
    known = {1: "nils nord", 2: "ebba eliason", 3: "ebba eliasson"}
    assert near_names("ebba eliassson", among=known) == [3, 2]

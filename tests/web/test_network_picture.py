"""The picture of the network: where things are drawn, and what the page says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.register.test_rooms import met
from tests.web import signed

from samsyn.register.models import Body, Meeting, Person, Seat
from samsyn.register.protection import hidden_from_all
from samsyn.register.queries.ties import ties
from samsyn.web.network_picture import COLUMNS, crossings, draw

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

ON = date(2026, 11, 1)
KEYS = {name: [f"{name}-{at}" for at in range(6)] for name in COLUMNS}
OUTER = st.sampled_from([*KEYS["organisations"], *KEYS["people"]])
TIES = st.dictionaries(st.tuples(OUTER, st.sampled_from(KEYS["bodies"])), st.booleans(), max_size=40)


@given(TIES)
def test_the_order_crosses_no_more_than_the_one_given(found: dict[tuple[str, str], bool]) -> None:
    """Moving things about never makes the picture worse."""
    assert crossings(draw(KEYS, found).columns, list(found)) <= crossings(KEYS, list(found))


@given(TIES)
def test_the_same_ties_give_the_same_picture(found: dict[tuple[str, str], bool]) -> None:
    """Whoever comes back finds everything where it was."""
    assert draw(KEYS, found) == draw(KEYS, found)


@given(TIES)
def test_everything_has_a_place_of_its_own(found: dict[tuple[str, str], bool]) -> None:
    """Within the picture, and no two in a column on one row."""
    picture = draw(KEYS, found)
    rows = [{picture.y[key] for key in keys} for keys in picture.columns.values()]
    inside = all(0 < y < picture.height for y in picture.y.values())
    assert ([len(row) for row in rows], inside, len(picture.lines)) == ([6, 6, 6], True, len(found))


def test_lines_that_can_be_laid_apart_are() -> None:
    """Two that cross in order of name change places."""
    found = {("people-0", "bodies-1"): True, ("people-1", "bodies-0"): True}
    columns = {"organisations": [], "bodies": ["bodies-0", "bodies-1"], "people": ["people-0", "people-1"]}
    assert crossings(draw(columns, found).columns, list(found)) == 0


@pytest.fixture
def tied() -> Person:
    """Tora, who comes to one body and has a seat in another; Fia, who comes to one."""
    met(date(2026, 3, 1), ("Tora Ek", "Trosa kommun", True), ("Fia Alm", "Flens kommun", True))
    met(date(2026, 4, 1), ("Sven Ask", "Trosa kommun", True), bodies=("Elevhälsonätverket",))
    tora = Person.objects.get(name="Tora Ek")
    Seat.objects.create(person=tora, body=Body.objects.create(name="Beredningen", key="beredning"))
    return tora


@pytest.mark.django_db
def test_those_in_several_bodies_tie_them_together(tied: Person) -> None:
    """By seat or by having come."""
    found = ties(on=ON)
    named = {body.pk: body.name for body in found.bodies}
    told = {tie.subject.name: {named[body]: seat for body, seat in tie.bodies.items()}
            for tie in (*found.people, *found.organisations)}  # fmt: skip
    assert told == {
        tied.name: {"Styrgruppen": False, "Beredningen": True},
        "Trosa kommun": {"Styrgruppen": False, "Elevhälsonätverket": False},
    }


@pytest.mark.django_db
def test_whoever_was_away_ties_nothing(tied: Person) -> None:
    """To be called is not to come."""
    met(date(2026, 5, 1), ("Fia Alm", "Flens kommun", False), bodies=("Elevhälsonätverket",))
    assert {tie.subject.pk for tie in ties(on=ON).people} == {tied.pk}


@pytest.mark.django_db
def test_what_lies_long_back_ties_nothing(tied: Person) -> None:
    """A seat holds until it ends; meetings count for a year and a half."""
    found = ties(on=date(2028, 11, 1))
    assert ([tie.subject.pk for tie in found.people], tied.seats.count()) == ([], 1)


@pytest.mark.django_db
def test_somebody_protected_is_passed_over(tied: Person) -> None:
    """Also as a nameless mark: who sits where tells who it is."""
    Person.objects.filter(pk=tied.pk).update(is_protected=True)
    assert ties(on=ON, hidden=hidden_from_all()).people == ()


@pytest.mark.django_db
def test_the_table_says_what_the_picture_says(tied: Person) -> None:
    """The same names, and on a phone in the picture's place."""
    client = signed.bo()
    picture, table = signed.page(client, "/natverk/"), signed.page(client, "/natverk/?visa=tabell")
    assert (picture.count(tied.name) > table.count(tied.name) > 0, "<svg viewBox" in table) == (True, False)


@pytest.mark.django_db
def test_the_answer_stands_first_in_words(tied: Person) -> None:
    """A sentence, with its numbers as one says them."""
    html = signed.page(signed.bo(), "/natverk/")
    assert (tied.name in html, "En person och en organisation finns i flera organ" in html) == (True, True)


@pytest.mark.django_db
def test_an_empty_register_says_what_will_be_here() -> None:
    """And draws nothing."""
    assert 'class="empty"' in signed.page(signed.bo(), "/natverk/")


@pytest.mark.django_db
@pytest.mark.parametrize("n", [2, 7])
def test_the_questions_do_not_grow(n: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """However many bodies there are."""
    for at in range(n):
        met(
            date(2026, 3, 1 + at),
            (f"Person Ett{at}", "Trosa kommun", True),
            bodies=(f"{chr(65 + at)}nätverket",),
        )
    client = signed.anna()
    with django_assert_num_queries(7):
        client.get("/natverk/")


@pytest.mark.django_db
def test_drafts_tie_nothing(tied: Person) -> None:
    """Who was there is not told before the notes are finished."""
    Meeting.objects.update(notes_state="draft")
    assert (ties(on=ON).organisations, tied.seats.count()) == ((), 1)


@pytest.mark.django_db
def test_bodies_stand_in_the_order_of_their_names() -> None:
    """However the database gives them, and whenever they met."""
    met(date(2026, 3, 1), ("Tora Ek", "Trosa kommun", True), bodies=("Öppna gruppen",))
    met(date(2026, 3, 2), ("Tora Ek", "Trosa kommun", True), bodies=("Elevhälsonätverket", "Ågruppen"))
    (tie,) = ties(on=ON).people
    names = Body.objects.in_bulk()
    assert [names[body].name for body in tie.bodies] == ["Elevhälsonätverket", "Ågruppen", "Öppna gruppen"]

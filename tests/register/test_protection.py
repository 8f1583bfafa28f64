"""Who is hidden from whom, and how it is said that somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make

from samsyn.history.models import Event
from samsyn.register.actions.uniting import unite
from samsyn.register.errors import AlreadyDecided, ReasonMissing
from samsyn.register.models import Body, Person, Seat
from samsyn.register.protection import NOBODY, hidden_from
from samsyn.register.queries import SearchFilter, search
from samsyn.register.service import add_alias, protect_person, rebuild_index, unprotect_person
from samsyn.register.sight import EVERYTHING

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def stina() -> Person:
    """Stina, who has come to a meeting."""
    make.meeting(came=(make.Came(name="Stina Ekeby", affiliation="Flens kommun"),))
    return Person.objects.get(name="Stina Ekeby")


def body() -> Body:
    """A body that Stina has never come to."""
    return Body.objects.create(name="Annat organ", key="annatorgan")


def own_secretary() -> User:
    """Somebody who writes the notes of the body that Stina has come to."""
    return make.secretary(Body.objects.get(name="Nätverket för prov"))


def test_protecting_is_recorded_with_its_reason(stina: Person) -> None:
    """What was, what became, who and why."""
    event = protect_person(stina, why=" Hot ", by=own_secretary())
    kept = Event.objects.get(pk=event.pk)
    assert (kept.what, kept.before, kept.after, kept.why, str(kept.by)) == (
        "person.protected", {"is_protected": False}, {"is_protected": True}, "Hot", "Disa Dahl",
    )  # fmt: skip


def test_it_can_end(stina: Person) -> None:
    """And is then forgotten by nobody."""
    by = make.administrator()
    protect_person(stina, why="Hot", by=by)
    unprotect_person(stina, why="Slut", by=by)
    stina.refresh_from_db()
    assert (stina.is_protected, Event.objects.about(stina).count()) == (False, 2)


@pytest.mark.parametrize("kind", ["reader", "secretary_of_another"])
def test_whoever_need_not_know_says_nothing_of_it(stina: Person, kind: str) -> None:
    """Neither a reader nor the secretary of a body where the person has never been."""
    by = make.reader() if kind == "reader" else make.secretary(body())
    with pytest.raises(PermissionDenied):
        protect_person(stina, why="Hot", by=by)


def test_a_reason_is_asked_for(stina: Person) -> None:
    """Somebody will want to know whether it still holds."""
    with pytest.raises(ReasonMissing):
        protect_person(stina, why=" ", by=make.administrator())


def test_the_second_is_told(stina: Person) -> None:
    """Whoever has the page open while somebody else decides learns it."""
    by = make.administrator()
    protect_person(stina, why="Hot", by=by)
    with pytest.raises(AlreadyDecided):
        protect_person(stina, why="Hot", by=by)


def test_nobody_is_hidden_where_nobody_is_protected(
    stina: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """And it costs no question beyond that for the roles."""
    reader = make.reader()
    with django_assert_num_queries(1):
        assert (hidden_from(reader), stina.is_protected) == (NOBODY, False)


def test_a_reader_does_not_see_the_protected(stina: Person) -> None:
    """Bo has no work that needs it."""
    protect_person(stina, why="Hot", by=make.administrator())
    assert hidden_from(make.reader()).people == {stina.pk}


def test_a_secretary_sees_those_of_her_body(stina: Person) -> None:
    """She has to write who was there."""
    protect_person(stina, why="Hot", by=make.administrator())
    assert not hidden_from(own_secretary())


def test_a_secretary_sees_those_who_sit_in_her_body(stina: Person) -> None:
    """Also before they have come."""
    other = body()
    Seat.objects.create(person=stina, body=other)
    protect_person(stina, why="Hot", by=make.administrator())
    assert not hidden_from(make.secretary(other))


@pytest.mark.parametrize("n", [1, 6])
def test_the_number_of_questions_is_fixed(n: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """However many are protected."""
    names = [f"{letter}lva {letter}strand" for letter in "ABCDEF"[:n]]
    make.meeting(came=tuple(make.Came(name=name) for name in names))
    Person.objects.update(is_protected=True)
    reader = make.reader()
    with django_assert_num_queries(19):
        assert len(hidden_from(reader).people) == n


def test_two_that_become_one_stay_protected(stina: Person) -> None:
    """Whichever of them was."""
    other = Person.objects.create(name="Stina Ekebyn", key="stina ekebyn")
    protect_person(stina, why="Hot", by=make.administrator())
    unite(other, Person.objects.get(pk=stina.pk))
    other.refresh_from_db()
    assert other.is_protected


def test_the_index_is_made_without_the_name(stina: Person) -> None:
    """A word of the index would tell in which notes it stands."""
    protect_person(stina, why="Hot", by=make.administrator())
    rebuild_index()
    assert not stina._meta.apps.get_model("register", "Word").objects.filter(text__contains="ekeby").exists()


def test_another_spelling_goes_from_the_index_too(stina: Person) -> None:
    """A name that is given to somebody protected is searched no more."""
    by = make.administrator()
    make.meeting(on=make.DAY.replace(month=9), also=("Ekebylund talade.",))
    rebuild_index()
    protect_person(stina, why="Hot", by=by)
    add_alias(stina, "Stina Ekebylund", by=by)
    assert search(SearchFilter(words="ekebylund", sees=EVERYTHING)).counts.all == 0

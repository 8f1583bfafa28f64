"""Names stand in Swedish order, the same in the database as here."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.paginator import Paginator
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from samsyn.register.alphabet import BOTH, IN_PYTHON, alphabetical, alphabetical_key
from samsyn.register.models import Body, Organisation, Person
from samsyn.register.queries.bodies import all_bodies
from samsyn.register.queries.organisations import organisation_tree
from samsyn.register.queries.people import people_named

ORDERED = ["Adam", "anna berg", "Anna Ek", "Annabel", "Émile", "Erik", "Wahlund", "Über", "Yngve", "Zorn",
           "Åke", "Åsa", "Ärla", "Ästrid", "Öberg", "Östen", "Øystein"]  # fmt: skip
NAMES = st.text(st.sampled_from([*BOTH, *"abyzABYZ -.'{|}7€Łß"]), min_size=1, max_size=8)


MIXED = sorted(ORDERED, key=lambda name: name[::-1])


def fill(model: type[Person | Body | Organisation]) -> None:
    """One of each name, put in in another order."""
    for name in MIXED:
        model.objects.create(name=name, key=name)


def test_letters_behind_z_come_in_swedish_order() -> None:
    """Å, Ä, Ö; those with marks stand beside the plain ones, Ü by Y."""
    assert sorted(MIXED, key=alphabetical_key) == ORDERED


def test_every_letter_becomes_one() -> None:
    """A database translates letter by letter."""
    assert {len(plain) for plain in IN_PYTHON.values()} == {1}


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Person, Body, Organisation], ids=["people", "bodies", "organisations"])
def test_the_database_knows_the_same_order(model: type[Person | Body | Organisation]) -> None:
    """Whichever database it is."""
    fill(model)
    assert list(alphabetical(model._default_manager.all()).values_list("name", flat=True)) == ORDERED


@pytest.mark.django_db
def test_the_lists_stand_in_that_order() -> None:
    """Of people, of bodies, and of organisations of a kind."""
    fill(Person)
    fill(Body)
    fill(Organisation)
    people = [person.name for person in people_named("")]
    bodies = [row.body.name for row in all_bodies(on=date(2026, 1, 1))]
    organisations = [branch.organisation.name for branch in organisation_tree()]
    assert (people, bodies, organisations) == (ORDERED, ORDERED, ORDERED)


@pytest.mark.django_db
def test_pages_hold_each_name_once() -> None:
    """Also where several have the same."""
    for at in range(7):
        Person.objects.create(name="Åsa", key="åsa", email=f"{at}@exempel.se")
    pages = Paginator(people_named(""), 3)
    assert len({one.pk for number in pages.page_range for one in pages.page(number)}) == 7


class InTheDatabase(TestCase):
    """The law, with a database behind it."""

    @given(st.lists(NAMES, max_size=8, unique=True))
    def test_any_names_stand_in_the_same_order(self, names: list[str]) -> None:
        """What Python puts in order is what the database does."""
        Body.objects.bulk_create(Body(name=name, key=name) for name in names)
        found = [row.name for row in alphabetical(Body.objects.all())]
        assert [alphabetical_key(name) for name in found] == sorted(map(alphabetical_key, names))

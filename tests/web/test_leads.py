"""Pages of people and organisations begin with the answer in a sentence."""

from __future__ import annotations

import re
from datetime import date

import pytest
from tests.register.test_rooms import met
from tests.web import signed

from samsyn.register.models import Body, Organisation, Person, Seat, Statement

pytestmark = pytest.mark.django_db


def lead(address: str) -> str:
    """The first sentence of a page."""
    found = re.search(r'<p class="lead"[^>]*>(.*?)</p>', signed.page(signed.bo(), address), flags=re.DOTALL)
    assert found is not None
    return " ".join(found[1].split())


@pytest.fixture
def tora() -> Person:
    """Tora from Trosa, who came twice and has a seat."""
    for month in (3, 5):
        met(date(2026, month, 1), ("Tora Ek", "Trosa kommun", True), ("Fia Alm", "Flens kommun", True))
    found = Person.objects.get(name="Tora Ek")
    trosa = Organisation.objects.get(name="Trosa kommun")
    Seat.objects.create(person=found, body=Body.objects.get(name="Styrgruppen"), organisation=trosa)
    return found


def test_a_person(tora: Person) -> None:
    """Where they sit, how often they were there, what they are to do."""
    told = lead(f"/personer/{tora.pk}/").replace(" 2026", "")  # the year stands there once it has passed
    assert told == (
        "Har plats i ett organ, Styrgruppen. Var på plats på två möten, senast 1 maj."
        " Äger inget beslut och ingen åtgärd."
    )


def test_a_person_of_whom_nothing_is_known() -> None:
    """It is said so."""
    siv = Person.objects.create(name="Siv Sand", key="siv sand")
    assert lead(f"/personer/{siv.pk}/") == (
        "Har ingen plats i något organ. Står inte som på plats på något möte."
        " Äger inget beslut och ingen åtgärd."
    )


def test_an_organisation(tora: Person) -> None:
    """Where it sits, how many came from it, what it is to do."""
    trosa = Organisation.objects.get(name="Trosa kommun")
    Statement.objects.update(owner_organisation=trosa)
    assert lead(f"/organisationer/{trosa.pk}/") == (
        "Har plats i ett organ, Styrgruppen. En person har kommit härifrån. Ska göra två saker."
    )


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/personer/", "Två personer står i närvarolistor eller är tillagda för hand."),
        ("/personer/?namn=ek", "En person har ”ek” i namnet."),
        ("/personer/?namn=zebra", "Ingen har ”zebra” i namnet."),
        (
            "/organisationer/",
            "Två kommuner. Förvaltningar och enheter står under den som de hör till.",
        ),
    ],
    ids=["people", "people-named", "nobody-named", "organisations"],
)
def test_a_list(address: str, told: str, tora: Person) -> None:
    """How many, of what."""
    assert lead(address) == told


def test_what_is_asked_for_is_shown_as_words() -> None:
    """Not as a part of the page."""
    assert lead("/personer/?namn=%3Cb%3Ex") == "Ingen har ”&lt;b&gt;x” i namnet."

"""The log as the secretary of one body sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from tests import make
from tests.web import signed

from samsyn.register.models import Body, Meeting
from samsyn.register.service import add_organisation, begin_draft, confirm_value, rename_body

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> User:
    """Who may everything."""
    return make.administrator()


@pytest.fixture
def own(anna: User) -> Meeting:
    """A meeting of Disa's body, of which Anna has confirmed the day; and one of another body."""
    mine = make.meeting(bodies=("Styrgruppen",), name="ett.txt")
    others = make.meeting(bodies=("Nätverket",), name="annat.txt")
    confirm_value(mine.values.get(field="held"), by=anna)
    confirm_value(others.values.get(field="held"), by=anna)
    return mine


def disa() -> Client:
    """The secretary of the body, signed in."""
    client = Client()
    client.force_login(make.secretary(Body.objects.get(name="Styrgruppen")))
    return client


def shown(client: Client) -> str:
    """The changes that the page tells of."""
    return signed.page(client, "/historik/").partition('id="resultat"')[2]


def test_the_secretary_sees_the_bodys_changes(own: Meeting) -> None:
    """Of its meetings and what was read of them, and of no other body's."""
    told = shown(disa())
    assert ("2 ändringar" in told, "Styrgruppen" in told, "Nätverket" in told) == (True, True, False)


def test_the_body_itself_its_seats_and_drafts_are_told_of(own: Meeting, anna: User) -> None:
    """As they are on its page."""
    body = own.bodies.get()
    begin_draft(body, on=None, agenda=(), by=anna)
    rename_body(body, "Styrgruppen för prov", by=anna)
    assert "4 ändringar" in shown(client_of_body(body))


def client_of_body(body: Body) -> Client:
    """Its secretary, signed in."""
    client = Client()
    client.force_login(make.secretary(body))
    return client


def test_what_belongs_to_all_is_not(own: Meeting, anna: User) -> None:
    """Organisations, accounts and roles are looked after by others."""
    add_organisation("Provenheten", by=anna)
    assert "Provenheten" not in shown(disa())


def test_the_page_says_whose_changes_they_are(own: Meeting) -> None:
    """Nobody takes it for the whole register."""
    assert "utkast för Styrgruppen:" in signed.page(disa(), "/historik/")


def test_only_those_told_of_can_be_chosen(own: Meeting) -> None:
    """A list of all accounts is for those who look after them."""
    make.user(email="ulla@exempel.se", name="Ulla Utanför")
    page = signed.page(disa(), "/historik/")
    assert ("Anna Alm</option>" in page, "Ulla Utanför" in page) == (True, False)


def test_the_sheet_holds_the_same(own: Meeting) -> None:
    """A head and two rows."""
    response = disa().get("/historik.csv")
    assert len(response.content.decode("utf-8-sig").strip().splitlines()) == 3


@pytest.mark.parametrize("n", [1, 8])
def test_the_questions_do_not_grow(
    n: int, own: Meeting, anna: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """However many changes there are."""
    for value in own.values.filter(field="body")[:1]:
        confirm_value(value, by=anna)
    for at in range(n):
        make.meeting(bodies=("Styrgruppen",), on=make.DAY.replace(day=at + 6), name=f"{at}.txt")
    client = disa()
    with django_assert_num_queries(13):
        client.get("/historik/")

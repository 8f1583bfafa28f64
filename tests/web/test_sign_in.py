"""Signing in and out."""

from __future__ import annotations

from collections import deque

import pytest
from django.core.cache import cache
from django.test import Client
from tests import make
from tests.web import signed

from samsyn.accounts.attempts import WRONG_PASSWORDS

pytestmark = pytest.mark.django_db

PASSWORD = "en lång hemlig mening"  # noqa: S105 - of an invented user


@pytest.fixture(autouse=True)
def no_earlier_guesses() -> None:
    """Each test begins with nobody having guessed."""
    cache.clear()


def sign_in(email: str, password: str, **fields: str) -> tuple[Client, str, int]:
    """What becomes of an attempt to sign in."""
    user = make.reader()
    user.set_password(PASSWORD)
    user.save()
    client = Client()
    response = client.post("/logga-in/", {"username": email, "password": password, **fields})
    return client, response.content.decode(), response.status_code


def test_the_right_password_opens_the_first_page() -> None:
    """Address in any case, and the right password."""
    client, _, _ = sign_in("BO@exempel.se", PASSWORD)
    assert "<h1>Läget</h1>" in signed.page(client, "/")


@pytest.mark.parametrize(
    ("email", "password"),
    [
        pytest.param("bo@exempel.se", "fel", id="wrong-password"),
        pytest.param("cilla@exempel.se", PASSWORD, id="no-account"),
    ],
)
def test_a_failure_does_not_tell_what_was_wrong(email: str, password: str) -> None:
    """Whoever guesses learns nothing about which accounts there are."""
    _, text, status = sign_in(email, password)
    assert (status, "Adressen och lösenordet hör inte ihop" in text) == (200, True)


@pytest.mark.parametrize(("n_wrong", "opens"), [(19, True), (20, False)])
def test_guessing_is_paused(n_wrong: int, opens: bool) -> None:
    """After twenty wrong passwords not even the right one is tried for a while."""
    deque(map(WRONG_PASSWORDS.note, ["bo@exempel.se"] * n_wrong))
    client, _, _ = sign_in("Bo@exempel.se", PASSWORD)
    assert ("_auth_user_id" in client.session) is opens


def test_the_right_password_begins_the_count_again() -> None:
    """Who remembers at last is not shut out by older mistakes."""
    deque(map(WRONG_PASSWORDS.note, ["bo@exempel.se"] * 19))
    sign_in("bo@exempel.se", PASSWORD)
    WRONG_PASSWORDS.note("bo@exempel.se")
    assert not WRONG_PASSWORDS.are_too_many("bo@exempel.se")


def test_wrong_passwords_are_counted() -> None:
    """Each failure at the form counts."""
    deque(map(WRONG_PASSWORDS.note, ["bo@exempel.se"] * 19))
    sign_in("bo@exempel.se", "fel")
    assert WRONG_PASSWORDS.are_too_many("bo@exempel.se")


def test_an_empty_form_says_what_to_write() -> None:
    """Each empty field has its own sentence."""
    _, text, _ = sign_in("", "")
    assert ("Skriv din e-postadress." in text, "Skriv ditt lösenord." in text) == (True, True)


def test_the_way_on_never_leaves_the_site() -> None:
    """An address of another site is not followed after sign-in."""
    client, _, _ = sign_in("bo@exempel.se", PASSWORD, next="https://ond.example/")
    response = client.get("/logga-in/")
    assert response["Location"] == "/"


def test_signing_out_closes_the_pages() -> None:
    """After sign-out the first page asks for sign-in."""
    client = signed.bo()
    client.post("/logga-ut/")
    assert client.get("/").status_code == 302

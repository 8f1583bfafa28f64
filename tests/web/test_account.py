"""One's own account: password, where one is signed in, the log of sign-ins, and idle sessions."""

from __future__ import annotations

import re
from collections import deque
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from tests import make
from tests.web import signed

from samsyn.accounts.models import SignIn, User
from samsyn.web.browsers import browser_name
from samsyn.web.idle import BEGAN, SEEN

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

PASSWORD = "granskog-ljung-7"  # noqa: S105 - of an invented user
NEW = "tallmo-havre-lykta"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def fresh(settings: Settings) -> None:
    """Nobody has guessed, and hashes are quick."""
    cache.clear()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def sign_in(user: User, password: str = PASSWORD) -> Client:
    """Signed in by the form, in a browser of one's own."""
    client = Client(headers={"User-Agent": FIREFOX})
    client.post("/logga-in/", {"username": user.email, "password": password})
    return client


@pytest.fixture
def bo() -> User:
    """Bo, who reads, with a password."""
    user = make.reader()
    user.set_password(PASSWORD)
    user.save()
    return user


def change(client: Client, **fields: str) -> str:
    """What comes of a change of password; empty where it goes on to the account."""
    filled = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW} | fields
    return client.post("/mitt-konto/losenord/", filled).content.decode()


def test_a_new_password_replaces_the_old(bo: User) -> None:
    """Only the new one works."""
    change(sign_in(bo))
    opened = ["_auth_user_id" in sign_in(bo, password).session for password in (PASSWORD, NEW)]
    assert opened == [False, True]


def test_guessing_at_the_old_password_is_paused(bo: User) -> None:
    """Whoever finds an open page gets twenty tries; then not even the right one is taken."""
    client = sign_in(bo)
    deque(change(client, old_password=str(number)) for number in range(20))
    assert "Vänta en kvart" in change(client)


def test_a_new_password_ends_other_sessions_and_not_this_one(bo: User) -> None:
    """Whoever else was in is out."""
    here, there = sign_in(bo), sign_in(bo)
    change(here)
    assert [client.get("/").status_code for client in (here, there)] == [200, 302]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"old_password": "fel"}, "Det nuvarande lösenordet stämmer inte.", id="wrong"),
        pytest.param({"old_password": ""}, "Skriv ditt nuvarande lösenord.", id="missing"),
        pytest.param({"new_password2": "annat"}, "De två nya lösenorden är olika.", id="different"),
        pytest.param({"new_password1": "kort", "new_password2": "kort"}, "för kort", id="short"),
    ],
)
def test_what_is_wrong_is_said(bo: User, fields: dict[str, str], said: str) -> None:
    """And the old password stays."""
    assert said in change(sign_in(bo), **fields)
    bo.refresh_from_db()
    assert bo.check_password(PASSWORD)


def test_the_page_lists_where_one_is_signed_in(bo: User) -> None:
    """By browser, with the one in use marked."""
    sign_in(bo)
    html = signed.page(sign_in(bo), "/mitt-konto/")
    part = html[html.index("Här är du inloggad") : html.index("Dina senaste")]
    assert (part.count("Firefox, Windows"), part.count("<b>här</b>")) == (2, 1)


def test_the_list_goes_on_after_a_change_of_password(bo: User) -> None:
    """The session here has a new key, and is still there."""
    client = sign_in(bo)
    change(client)
    assert "<b>här</b>" in signed.page(client, "/mitt-konto/")


def test_other_places_are_signed_out(bo: User) -> None:
    """All but this one."""
    here, there = sign_in(bo), sign_in(bo)
    here.post("/mitt-konto/andra-stallen/")
    assert [client.get("/").status_code for client in (here, there)] == [200, 302]


def test_sign_ins_and_attempts_are_on_the_page(bo: User) -> None:
    """The latest first."""
    sign_in(bo, "fel")
    html = signed.page(sign_in(bo), "/mitt-konto/")
    assert re.findall(r"<td>(Inloggad|Fel lösenord)</td>", html) == ["Inloggad", "Fel lösenord"]


def test_what_is_written_for_an_address_is_not_kept() -> None:
    """People write passwords in that field."""
    Client().post("/logga-in/", {"username": "hemligt", "password": "hemligt"})
    assert not SignIn.objects.exists()


def test_rows_older_than_a_year_go(bo: User) -> None:
    """At the next sign-in."""
    old = timezone.now() - timedelta(days=366)
    SignIn.objects.create(at=old, user=bo, outcome="signed_in", address="127.0.0.1")
    sign_in(bo)
    assert SignIn.objects.filter(at__lt=timezone.now() - timedelta(days=1)).count() == 0


def test_administrators_see_all_sign_ins(bo: User) -> None:
    """With whose account it was."""
    sign_in(bo, "fel")
    assert "<td>Bo Bengtsson</td>" in signed.page(signed.anna(), "/inloggningar/")


@pytest.mark.parametrize("n", [1, 30])
def test_the_log_asks_the_same_however_long(
    bo: User, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Session, user, what waits to be looked through, number of rows, rows."""
    SignIn.objects.bulk_create([SignIn(user=bo, outcome="signed_in", address="127.0.0.1")] * n)
    client = signed.anna()
    with django_assert_num_queries(5):
        client.get("/inloggningar/")


@pytest.mark.parametrize(("minutes", "status"), [(59, 200), (61, 302)], ids=["used", "idle"])
def test_a_session_that_nobody_uses_ends(minutes: int, status: int) -> None:
    """After an hour, unless the settings say otherwise."""
    client = signed.bo()
    session = client.session
    session[SEEN] -= minutes * 60
    session.save()
    assert client.get("/").status_code == status


@pytest.mark.parametrize(("minutes", "status"), [(719, 200), (721, 302)], ids=["a-day", "longer"])
def test_a_session_ends_however_much_it_is_used(minutes: int, status: int) -> None:
    """Twelve hours after sign-in: a stolen one is not kept alive for ever."""
    client = signed.bo()
    session = client.session
    session[BEGAN] -= minutes * 60
    session.save()
    assert client.get("/").status_code == status


def test_a_session_in_use_goes_on() -> None:
    """Each use begins the hour again."""
    client = signed.bo()
    session = client.session
    session[SEEN] -= 3000
    session.save()
    client.get("/")
    assert client.session[SEEN] > session[SEEN]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (FIREFOX, "Firefox, Windows"),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/18.5 Safari/605.1.15",
            "Safari, Mac",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
            "Edge, Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/18.5 Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        ),
        ("curl/8.5.0", ""),
    ],
    ids=["firefox", "safari", "edge", "iphone", "none"],
)
def test_a_browser_is_known_by_its_name(said: str, shown: str) -> None:
    """As its owner would call it."""
    assert browser_name(said) == shown

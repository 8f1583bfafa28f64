"""A forgotten password: a letter is asked for by anybody, and opens one account once."""

from __future__ import annotations

from collections import deque
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from tests import make
from tests.web import signed

from samsyn.accounts.attempts import WRONG_PASSWORDS
from samsyn.accounts.models import User
from samsyn.history.models import Event
from samsyn.mail.links import renew_token
from samsyn.mail.models import Link, OutgoingMail
from samsyn.register.service import CHOOSE_PASSWORD, ask_for_password

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

PASSWORD = "granskog-ljung-7"  # noqa: S105 - of an invented user
CHOSEN = {"new_password1": PASSWORD, "new_password2": PASSWORD}


@pytest.fixture(autouse=True)
def fresh(settings: Settings) -> None:
    """Nobody has asked, and hashes are quick."""
    cache.clear()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def bo() -> User:
    """Bo, who has forgotten his password."""
    return make.reader()


def asked(email: str = "Bo@exempel.se") -> str:
    """What is answered to whoever asks."""
    return signed.stranger().post("/glomt-losenord/", {"email": email}).content.decode()


def address_of_link() -> str:
    """Where the link of the latest letter leads."""
    return f"/lank/{renew_token(Link.objects.latest('pk'))}/"


def test_the_page_of_sign_in_leads_there() -> None:
    """In one step."""
    assert 'href="/glomt-losenord/"' in signed.page(signed.stranger(), "/logga-in/")


def test_the_answer_tells_nothing_of_accounts(bo: User) -> None:
    """It differs by nothing but the address that was typed."""
    known, unknown = asked(bo.email), asked("ingen@exempel.se")
    assert known.replace(bo.email, "") == unknown.replace("ingen@exempel.se", "")


def test_whoever_has_an_account_gets_a_letter(bo: User) -> None:
    """To the address of the account, with a link that chooses a password until tomorrow."""
    asked()
    link = OutgoingMail.objects.get(address=bo.email).link
    assert link is not None
    assert (link.purpose, link.last_on) == (CHOOSE_PASSWORD, timezone.localdate() + timedelta(days=1))


@pytest.mark.parametrize("is_active", [None, False], ids=["no-account", "closed"])
def test_others_get_none(is_active: bool | None) -> None:
    """Nobody is written to who cannot sign in."""
    User.objects.filter(pk=make.reader().pk).update(email="closed@exempel.se", is_active=bool(is_active))
    asked("closed@exempel.se" if is_active is not None else "bo@exempel.se")
    assert not OutgoingMail.objects.exists()


def test_no_more_than_five_letters_in_a_quarter(bo: User) -> None:
    """A stranger cannot fill somebody's inbox; the answer stays the same."""
    pages = {asked() for _ in range(7)}
    assert (OutgoingMail.objects.count(), len(pages)) == (5, 1)


def test_the_link_works_once(bo: User) -> None:
    """And the earlier ones asked for work no more either."""
    asked()
    earlier = address_of_link()
    asked()
    address = address_of_link()
    statuses = [signed.stranger().post(one, CHOSEN).status_code for one in (address, address, earlier)]
    assert statuses == [200, 410, 410]


def test_the_new_password_ends_what_is_open(bo: User) -> None:
    """Whoever is signed in with the old one has to sign in again."""
    open_elsewhere = Client()
    open_elsewhere.force_login(bo)
    asked()
    signed.stranger().post(address_of_link(), CHOSEN)
    assert open_elsewhere.get("/").status_code == 302


def test_the_pause_after_wrong_guesses_is_over(bo: User) -> None:
    """Whoever reads the account's mail is not shut out by who guessed at it."""
    deque(map(WRONG_PASSWORDS.note, [bo.email] * 20))
    asked()
    signed.stranger().post(address_of_link(), CHOSEN)
    response = signed.stranger().post("/logga-in/", {"username": bo.email, "password": PASSWORD})
    assert (response.status_code, response["Location"]) == (302, "/")


def test_asking_is_in_the_history(bo: User) -> None:
    """Without anybody: who asked is not known."""
    asked()
    event = Event.objects.get(what="user.link_asked_for")
    assert (event.by, event.subject_id) == (None, bo.pk)


def test_an_invitation_goes_on_working(bo: User) -> None:
    """A stranger who asks makes no earlier link worthless."""
    asked()
    earlier = address_of_link()
    ask_for_password(bo.email, on=timezone.localdate())
    assert signed.stranger().get(earlier).status_code == 200


@pytest.mark.parametrize("email", ["", "bo"])
def test_what_is_no_address_is_told_beside_the_field(email: str) -> None:
    """The field names its error."""
    assert 'id="id_email_error"' in asked(email)

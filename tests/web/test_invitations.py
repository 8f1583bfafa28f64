"""Invitations: who may invite whom, and the link by which the invited choose a password."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth import authenticate
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from tests import make
from tests.web import signed

from samsyn.accounts.models import User
from samsyn.history.models import Event
from samsyn.mail.models import Link, OutgoingMail
from samsyn.mail.service import find_link
from samsyn.register.models import Body, Organisation, Role, RoleKind
from samsyn.register.service import RoleWanted, choose_password, invite_user

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

PASSWORD = "granskog-ljung-7"  # noqa: S105 - of an invented user
NEW = {"name": "Ella Ek", "email": "Ella@Exempel.se", "kind": "reader", "start_on": "2026-01-01"}
CHOSEN = {"new_password1": PASSWORD, "new_password2": PASSWORD}


@pytest.fixture(autouse=True)
def fresh(settings: Settings) -> None:
    """Nobody has guessed, and hashes are quick."""
    cache.clear()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def path_in(html: str) -> str:
    """The path of the link in a letter that is shown."""
    found = re.search(r"/lank/[\w-]+/", html)
    assert found
    return found[0]


def invited() -> str:
    """The path of Ella's link, in the letter that Anna sees where there is no mail server."""
    return path_in(signed.anna().post("/anvandare/ny/", NEW).content.decode())


def wanted(kind: str, **fields: object) -> RoleWanted:
    """A role from today."""
    return RoleWanted(kind=RoleKind(kind), start_on=timezone.localdate(), **fields)  # type: ignore[arg-type]


def invite(by: User, role: RoleWanted) -> OutgoingMail:
    """Somebody invites Ella."""
    return invite_user(email="ella@exempel.se", name="Ella Ek", wanted=role, by=by, on=timezone.localdate())


def test_the_link_lets_the_invited_choose_a_password() -> None:
    """And sign in with it."""
    response = Client().post(invited(), CHOSEN)
    assert "Lösenordet är valt" in response.content.decode()
    assert authenticate(username="ella@exempel.se", password=PASSWORD) == User.objects.get(name="Ella Ek")


def test_before_that_nobody_signs_in() -> None:
    """The account has no password at all."""
    invited()
    assert not User.objects.get(name="Ella Ek").has_usable_password()


def test_the_page_says_what_the_link_does() -> None:
    """For whom, and until when; looking changes nothing."""
    path = invited()
    html = signed.page(Client(), path)
    assert ("Välj ett lösenord" in html, "Länken är till ella@exempel.se" in html) == (True, True)
    assert Client().get(path).status_code == 200


def test_the_link_works_once() -> None:
    """Whoever finds the letter later opens nothing."""
    path = invited()
    Client().post(path, CHOSEN)
    assert Client().post(path, CHOSEN).status_code == 410


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"new_password1": "kort", "new_password2": "kort"}, "för kort", id="short"),
        pytest.param({"new_password2": "annat"}, "De två nya lösenorden är olika.", id="different"),
        pytest.param({"new_password1": ""}, "Skriv ett nytt lösenord.", id="missing"),
    ],
)
def test_a_password_that_will_not_do_is_refused(fields: dict[str, str], said: str) -> None:
    """And the link still works."""
    path = invited()
    assert said in Client().post(path, CHOSEN | fields).content.decode()
    assert Client().get(path).status_code == 200


def test_a_new_link_makes_the_old_one_worthless() -> None:
    """Only the latest letter counts."""
    path = invited()
    ella = User.objects.get(name="Ella Ek")
    client = Client()
    client.force_login(User.objects.get(name="Anna Alm"))
    newer = path_in(client.post(f"/anvandare/{ella.pk}/lank/").content.decode())
    assert [Client().get(each).status_code for each in (path, newer)] == [410, 200]


def test_the_link_of_a_closed_account_opens_nothing() -> None:
    """Nobody comes in who has left."""
    path = invited()
    User.objects.filter(name="Ella Ek").update(is_active=False)
    assert Client().post(path, CHOSEN).status_code == 410
    assert not User.objects.get(name="Ella Ek").has_usable_password()


def test_a_link_is_its_owners() -> None:
    """The action asks too."""
    token = invited().split("/")[-2]
    link = find_link(token, user=User.objects.get(name="Ella Ek"), on=timezone.localdate())
    with pytest.raises(PermissionDenied):
        choose_password(link, PASSWORD, by=make.user(), on=timezone.localdate())


def test_with_a_mail_server_the_letter_waits_there(settings: Settings) -> None:
    """It is not shown: nobody else sees the link."""
    settings.EMAIL_HOST = "mail.exempel.se"
    response = signed.anna().post("/anvandare/ny/", NEW)
    assert (response.status_code, OutgoingMail.objects.get().address) == (302, "ella@exempel.se")


def test_an_invitation_is_recorded() -> None:
    """Who invited whom; and the letter's link is for that account."""
    anna = make.administrator()
    invite(anna, wanted("reader"))
    ella = User.objects.get(name="Ella Ek")
    assert (Event.objects.get(what="user.invited").by, Link.objects.get().user) == (anna, ella)


@pytest.mark.parametrize("kind", ["reader", "contributor", "secretary"])
def test_a_secretary_invites_for_her_body(kind: str) -> None:
    """Those who read, who speak for an organisation, and who write with her."""
    body = Body.objects.create(name="Styrgruppen", key="styrgrupp")
    flen = Organisation.objects.create(name="Flens kommun", key="flens kommun")
    fields: dict[str, object] = {"contributor": {"organisation": flen}, "secretary": {"body": body}}.get(
        kind, {}
    )  # type: ignore[assignment]
    invite(make.secretary(body), wanted(kind, **fields))
    assert Role.objects.get(user__name="Ella Ek").kind == kind


@pytest.mark.parametrize("kind", ["secretary", "process_leader", "archivist"])
def test_nobody_gives_more_than_one_has(kind: str) -> None:
    """A secretary of one body makes nobody a secretary of all."""
    disa = make.secretary(Body.objects.create(name="Styrgruppen", key="styrgrupp"))
    with pytest.raises(PermissionDenied):
        invite(disa, wanted(kind))


def test_a_role_that_is_too_much_is_said_beside_the_field() -> None:
    """On the page, with what to do; no account is left behind."""
    client = Client()
    client.force_login(make.secretary())
    html = client.post("/anvandare/ny/", NEW | {"kind": "archivist"}).content.decode()
    assert ("Den rollen kan bara en administratör ge." in html, User.objects.count()) == (True, 1)


def test_a_secretary_finds_the_page_in_the_menu() -> None:
    """Readers do not."""
    client = Client()
    client.force_login(make.secretary())
    pages = [signed.page(one, "/") for one in (client, signed.bo())]
    assert ["/anvandare/ny/" in html for html in pages] == [True, False]

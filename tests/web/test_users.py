"""The users' pages: who has an account, somebody new, roles, and closed accounts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests import make
from tests.web import signed

from samsyn.accounts.models import User
from samsyn.register.models import Body, Organisation, Role

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

NEW = {
    "name": "Ella Ek",
    "email": "Ella@Exempel.se",
    "kind": "reader",
    "body": "",
    "organisation": "",
    "start_on": "2026-01-01",
    "end_on": "",
}


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    """A hash that is slow on purpose says nothing more here."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def plain(html: str) -> str:
    """The words of a page's content."""
    return " ".join(re.sub(r"<[^>]+>", " ", html[html.index("<main") :]).split())


def added(**fields: str) -> str:
    """What Anna sees after inviting Ella."""
    response = signed.anna().post("/anvandare/ny/", NEW | fields)
    assert response.status_code == 200
    return response.content.decode()


def test_somebody_new_has_the_first_role() -> None:
    """The account can be used at once."""
    added()
    assert Role.objects.get().user.email == "ella@exempel.se"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"name": ""}, "Skriv personens namn.", id="no-name"),
        pytest.param({"email": "ella"}, "Skriv en hel e-postadress", id="half-an-address"),
        pytest.param({"email": "anna@exempel.se"}, "har redan ett konto", id="taken"),
        pytest.param({"start_on": "snart"}, "Skriv dagen som 2026-08-31.", id="no-day"),
        pytest.param({"kind": "contributor"}, "Välj vilken organisation", id="role-for-nobody"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(fields: dict[str, str], said: str) -> None:
    """And nothing is kept of it: no account without its role."""
    assert said in added(**fields)
    assert User.objects.count() == 1


def test_a_role_is_given_from_the_page() -> None:
    """A secretary for a body."""
    body = Body.objects.create(name="Styrgruppen", key="styrgrupp")
    client, ella = signed.anna(), make.user(email="ella@exempel.se", name="Ella Ek")
    asked = NEW | {"kind": "secretary", "body": str(body.pk)}
    client.post(f"/anvandare/{ella.pk}/roll/", asked)
    assert "Sekreterare för Styrgruppen från 1 januari 2026, från Anna Alm" in plain(
        signed.page(client, f"/anvandare/{ella.pk}/")
    )


def test_a_role_that_cannot_be_is_explained() -> None:
    """The form stays as it was filled in."""
    ella = make.user(email="ella@exempel.se")
    response = signed.anna().post(f"/anvandare/{ella.pk}/roll/", NEW | {"end_on": "2025-01-01"})
    assert "Rollen slutar innan den börjar" in response.content.decode()


def test_a_role_is_ended_from_the_page() -> None:
    """It stays on the page, as ended."""
    client, role = signed.anna(), make.role(make.user())
    client.post(f"/roll/{role.pk}/avsluta/")
    assert "(avslutad)" in signed.page(client, f"/anvandare/{role.user_id}/")


def test_a_closed_account_is_signed_out_everywhere() -> None:
    """Its next page asks for sign-in."""
    bo = signed.bo()
    user = User.objects.get()
    signed.anna().post(f"/anvandare/{user.pk}/konto/", {"svar": "stang"})
    assert bo.get("/").status_code == 302


def test_a_closed_account_is_opened_again() -> None:
    """With its roles."""
    bo, anna = signed.bo(), signed.anna()
    user = User.objects.get(email="bo@exempel.se")
    anna.post(f"/anvandare/{user.pk}/konto/", {"svar": "stang"})
    anna.post(f"/anvandare/{user.pk}/konto/", {"svar": "oppna"})
    assert bo.get("/").status_code == 200


@pytest.mark.parametrize(("part", "answer"), [("konto", "stang"), ("administrator", "ta-bort")])
def test_nobody_shuts_oneself_out(part: str, answer: str) -> None:
    """There is always somebody who can let others in."""
    client = signed.anna()
    anna = User.objects.get()
    client.post(f"/anvandare/{anna.pk}/{part}/", {"svar": answer})
    anna.refresh_from_db()
    assert (anna.is_active, anna.is_administrator) == (True, True)


@pytest.mark.parametrize(("answer", "becomes"), [("ge", True), ("ta-bort", False)])
def test_administrators_are_appointed_and_dismissed(answer: str, becomes: bool) -> None:
    """By another administrator."""
    bo = make.user(is_administrator=not becomes)
    signed.anna().post(f"/anvandare/{bo.pk}/administrator/", {"svar": answer})
    bo.refresh_from_db()
    assert bo.is_administrator is becomes


@pytest.mark.parametrize("part", ["konto", "administrator"])
def test_an_unknown_answer_is_no_page(part: str) -> None:
    """Only what a button says."""
    bo = make.user()
    assert signed.anna().post(f"/anvandare/{bo.pk}/{part}/", {"svar": "annat"}).status_code == 404


def test_a_new_password_ends_all_sessions() -> None:
    """Whoever had the old one is out."""
    bo = signed.bo()
    signed.anna().post(f"/anvandare/{User.objects.get(name='Bo Bengtsson').pk}/losenord/")
    assert bo.get("/").status_code == 302


def test_the_list_says_what_each_may() -> None:
    """Roles with what they are for; closed accounts last."""
    flen = Organisation.objects.create(name="Flens kommun", key="flens kommun")
    make.role(make.user(), "contributor", organisation=flen)
    User.objects.create_user(email="alva@exempel.se", name="Alva Ask", is_active=False)
    make.user(email="ella@exempel.se", name="Ella Ek")
    words = plain(signed.page(signed.anna(), "/anvandare/"))
    assert words.partition("Roller ")[2].startswith(
        "Anna Alm anna@exempel.se Administratör "
        "Bo Bengtsson bo@exempel.se Uppgiftslämnare för Flens kommun "
        "Ella Ek ella@exempel.se Roll saknas "
        "Alva Ask alva@exempel.se Stängt konto"
    )


@pytest.mark.parametrize("n", [1, 9])
def test_the_list_asks_the_same_however_many(
    n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Session, user, users, roles, bodies and organisations."""
    body = Body.objects.create(name="Styrgruppen", key="styrgrupp")
    flen = Organisation.objects.create(name="Flens kommun", key="flens kommun")
    for user in [make.user(email=f"{at}@exempel.se") for at in range(n)]:
        make.role(user, "secretary", body=body)
        make.role(user, "contributor", organisation=flen)
    client = signed.anna()
    with django_assert_num_queries(7):
        client.get("/anvandare/")


def test_only_administrators_see_the_row_in_the_menu() -> None:
    """What somebody may not open is not offered."""
    assert ["/anvandare/" in signed.page(who(), "/") for who in (signed.anna, signed.bo)] == [True, False]

"""The second step of sign-in: chosen, asked for, lost, and demanded of those who write."""

from __future__ import annotations

import re
import time
from collections import deque
from typing import TYPE_CHECKING

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client
from tests import make
from tests.web import signed

from samsyn.accounts.encryption import SecretUnreadable, decrypt, encrypt
from samsyn.accounts.models import SignIn, User
from samsyn.cli import main
from samsyn.history.models import Event

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import DjangoCaptureOnCommitCallbacks
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

PASSWORD = "granskog-ljung-7"  # noqa: S105 - of an invented user
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - of a phone that does not exist
PAGES = ("/mitt-konto/app/", "/mitt-konto/koder/", "/mitt-konto/koder/nya/")


@pytest.fixture(autouse=True)
def fresh(settings: Settings) -> None:
    """Nobody has guessed, no code has been used, and hashes are quick."""
    cache.clear()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def code(secret: str = SECRET) -> str:
    """The code that the app shows now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def wrong_code() -> str:
    """One that the app does not show."""
    return f"{(int(code()) + 111_111) % 1_000_000:06}"


def with_password(user: User) -> User:
    """A user who can sign in."""
    user.set_password(PASSWORD)
    user.save()
    return user


def with_app() -> User:
    """Bo, who has chosen an app, with its recovery codes."""
    bo = with_password(make.reader())
    TOTP.activate(bo, SECRET)
    RecoveryCodes.activate(bo)
    return bo


def first_step(user: User, **fields: str) -> Client:
    """The right password sent."""
    client = Client()
    client.post("/logga-in/", {"username": user.email, "password": PASSWORD, **fields})
    return client


def second_step_of(client: Client) -> Callable[[str], object]:
    """What sends a code after the password."""
    return lambda shown: client.post("/logga-in/steg-2/", {"code": shown})


def confirmed(user: User) -> Client:
    """Signed in, and having said the password once more."""
    client = first_step(user)
    client.post("/mitt-konto/bekrafta/", {"password": PASSWORD})
    return client


def is_in(client: Client) -> bool:
    """Whether somebody is signed in."""
    return "_auth_user_id" in client.session


def test_a_password_alone_is_not_enough() -> None:
    """With an app chosen, the first page is not reached before the code."""
    client = first_step(with_app())
    assert (is_in(client), client.get("/").status_code) == (False, 302)


def test_the_code_opens_the_page_that_was_asked_for() -> None:
    """The way on is kept over both steps."""
    client = first_step(with_app(), next="/moten/")
    response = client.post("/logga-in/steg-2/", {"code": code()})
    assert (is_in(client), response["Location"]) == (True, "/moten/")


def test_a_wrong_code_opens_nothing() -> None:
    """And says what to do."""
    client = first_step(with_app())
    response = client.post("/logga-in/steg-2/", {"code": wrong_code()})
    assert (is_in(client), "Koden stämmer inte" in response.content.decode()) == (False, True)


def test_a_code_opens_once_as_long_as_it_would_be_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody saw over a shoulder is of no use half a minute later either."""
    bo, shown, at = with_app(), code(), time.time()
    first_step(bo).post("/logga-in/steg-2/", {"code": shown})
    monkeypatch.setattr(time, "time", lambda: at + 31)
    second = first_step(bo)
    second.post("/logga-in/steg-2/", {"code": shown})
    assert not is_in(second)


def test_guessing_codes_is_paused() -> None:
    """After twenty not even the right code is tried for a while."""
    client = first_step(with_app())
    deque(map(second_step_of(client), [wrong_code()] * 20))
    response = client.post("/logga-in/steg-2/", {"code": code()})
    assert (is_in(client), "Vänta en kvart" in response.content.decode()) == (False, True)


def test_the_same_code_works_once() -> None:
    """Whoever has seen it over a shoulder comes too late."""
    bo, shown = with_app(), code()
    first_step(bo).post("/logga-in/steg-2/", {"code": shown})
    second = first_step(bo)
    second.post("/logga-in/steg-2/", {"code": shown})
    assert not is_in(second)


def test_a_recovery_code_works_once() -> None:
    """For when the phone is lost."""
    bo = with_app()
    spare = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    one, other = first_step(bo), first_step(bo)
    second_step_of(one)(spare)
    second_step_of(other)(spare)
    assert (is_in(one), is_in(other)) == (True, False)


def test_the_second_step_is_no_way_around_the_first() -> None:
    """Without the password there is nothing to go on with."""
    with_app()
    response = Client().post("/logga-in/steg-2/", {"code": code()})
    assert (response.status_code, response["Location"]) == (302, "/logga-in/")


@pytest.mark.parametrize("path", PAGES)
def test_the_account_is_changed_only_after_the_password_once_more(path: str) -> None:
    """A session left open on a shared computer is not enough."""
    bo = with_password(make.reader())
    RecoveryCodes.activate(bo)
    client = first_step(bo)
    assert client.get(path)["Location"].startswith("/mitt-konto/bekrafta/?next=")


def test_a_wrong_password_does_not_confirm() -> None:
    """It is said beside the field."""
    client = first_step(with_password(make.reader()))
    response = client.post("/mitt-konto/bekrafta/?next=/mitt-konto/app/", {"password": "fel"})
    assert "Lösenordet stämmer inte" in response.content.decode()


def test_an_app_is_chosen_with_the_code_that_it_shows() -> None:
    """Its key stands on the page for those who cannot read the picture."""
    client = confirmed(with_password(make.reader()))
    shown = re.search(r'class="by-hand">(\w+)<', signed.page(client, "/mitt-konto/app/"))
    assert shown
    response = client.post("/mitt-konto/app/", {"code": code(shown[1])})
    assert (response["Location"], Authenticator.objects.filter(type="totp").count()) == (
        "/mitt-konto/koder/", 1,
    )  # fmt: skip


def test_a_wrong_code_chooses_no_app() -> None:
    """Nobody is shut out by an app that was never read in."""
    client = confirmed(with_password(make.reader()))
    signed.page(client, "/mitt-konto/app/")
    response = client.post("/mitt-konto/app/", {"code": "000000"})
    assert ("Koden stämmer inte" in response.content.decode(), Authenticator.objects.count()) == (True, 0)


def test_the_codes_are_shown_to_their_owner() -> None:
    """Ten of them."""
    client = first_step(bo := with_app())
    client.post("/logga-in/steg-2/", {"code": code()})
    client.post("/mitt-konto/bekrafta/", {"password": PASSWORD})
    codes = Authenticator.objects.get(user=bo, type="recovery_codes").wrap().get_unused_codes()
    assert re.findall(r"<code>(\d+)</code>", signed.page(client, "/mitt-konto/koder/")) == codes


def test_new_codes_make_the_old_ones_worthless() -> None:
    """All of them."""
    client = first_step(with_app())
    old = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    client.post("/logga-in/steg-2/", {"code": code()})
    client.post("/mitt-konto/bekrafta/", {"password": PASSWORD})
    client.post("/mitt-konto/koder/nya/")
    new = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert not set(old) & set(new)


def test_without_the_app_the_password_is_enough_again() -> None:
    """Its recovery codes go with it."""
    client = first_step(with_app())
    client.post("/logga-in/steg-2/", {"code": code()})
    client.post("/mitt-konto/bekrafta/", {"password": PASSWORD})
    client.post("/mitt-konto/app/ta-bort/")
    assert Authenticator.objects.count() == 0


def test_what_somebody_chooses_is_recorded(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    """The app, and the codes that come with it."""
    client = confirmed(with_password(make.reader()))
    shown = re.search(r'class="by-hand">(\w+)<', signed.page(client, "/mitt-konto/app/"))
    assert shown
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/mitt-konto/app/", {"code": code(shown[1])})
    kinds = [event.after["kinds"] for event in Event.objects.filter(what="user.second_step_added")]
    assert sorted(kinds) == [["recovery_codes"], ["totp"]]


def test_what_somebody_gives_up_is_recorded() -> None:
    """The app, and the codes that go with it."""
    client = first_step(with_app())
    client.post("/logga-in/steg-2/", {"code": code()})
    client.post("/mitt-konto/bekrafta/", {"password": PASSWORD})
    client.post("/mitt-konto/app/ta-bort/")
    kinds = [event.before["kinds"] for event in Event.objects.filter(what="user.second_step_removed")]
    assert sorted(kinds) == [["recovery_codes"], ["totp"]]


def test_an_administrator_helps_whoever_has_lost_all() -> None:
    """It is recorded, with what was taken away."""
    bo = with_app()
    signed.anna().post(f"/anvandare/{bo.pk}/andra-steget/")
    event = Event.objects.get(what="user.second_step_removed")
    assert (is_in(first_step(bo)), event.before) == (True, {"kinds": ["recovery_codes", "totp"]})


def test_the_command_lets_a_locked_out_administrator_in(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever has the machine has the register."""
    TOTP.activate(make.administrator(), SECRET)
    main(["admin", "reset-password"])
    assert (Authenticator.objects.count(), "Andra steget är borttaget." in capsys.readouterr().out) == (
        0,
        True,
    )


def test_secrets_lie_unreadable_in_the_database() -> None:
    """A copy of the database is not enough to make codes."""
    with_app()
    assert SECRET not in str(list(Authenticator.objects.values_list("data", flat=True)))


def test_secrets_need_the_key_they_were_written_with(settings: Settings) -> None:
    """With another key they are refused, not misread."""
    kept = encrypt(SECRET)
    settings.SECRET_KEY = "another key that is long enough to be one"  # noqa: S105 - of a test
    with pytest.raises(SecretUnreadable):
        decrypt(kept)


@pytest.mark.parametrize("who", ["secretary", "process_leader", "archivist", "administrator"])
def test_who_changes_the_register_must_have_a_second_step(who: str, settings: Settings) -> None:
    """Where the settings demand it; the page says why."""
    settings.SAMSYN_SECOND_FACTOR = "obligatorisk"
    user = make.user(is_administrator=who == "administrator")
    make.role(user, "reader" if who == "administrator" else who)
    client = Client()
    client.force_login(user)
    response = client.get("/", follow=True)
    assert ("/mitt-konto/", 302) in response.redirect_chain
    assert "behöver därför ett andra steg" in response.content.decode()


def test_with_a_second_step_they_go_on(settings: Settings) -> None:
    """Nothing more is asked."""
    settings.SAMSYN_SECOND_FACTOR = "obligatorisk"
    disa = make.secretary()
    TOTP.activate(disa, SECRET)
    client = Client()
    client.force_login(disa)
    assert client.get("/").status_code == 200


def test_readers_need_none(settings: Settings) -> None:
    """They may choose one."""
    settings.SAMSYN_SECOND_FACTOR = "obligatorisk"
    assert signed.bo().get("/").status_code == 200


def test_on_ones_own_machine_nobody_needs_one() -> None:
    """The first start is as simple as it was."""
    assert signed.anna().get("/").status_code == 200


def test_wrong_codes_are_in_the_log() -> None:
    """The password was known: that is worth seeing."""
    client = first_step(with_app())
    client.post("/logga-in/steg-2/", {"code": wrong_code()})
    assert list(SignIn.objects.values_list("outcome", flat=True)) == ["wrong_code"]

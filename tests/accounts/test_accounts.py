"""Accounts: the first administrator, sign-in by address, new passwords, and how permission is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import PermissionDenied
from django.db import connection
from tests import make

from samsyn.accounts.attempts import WRONG_PASSWORDS
from samsyn.accounts.models import User
from samsyn.accounts.permissions import RuleMissing, may, require
from samsyn.accounts.service import (
    close_user,
    dismiss_administrator,
    make_first_administrator,
    reset_password,
)
from samsyn.cli import main
from samsyn.history.models import Event

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

PASSWORD = " ".join(("ett", "långt", "lösenord"))


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    """A hash that is slow on purpose says nothing more here."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def test_first_administrator_is_made_with_a_password() -> None:
    """Whoever starts the server can sign in."""
    made = make_first_administrator()
    assert made is not None
    user, password = made
    assert user.is_administrator
    assert authenticate(username=user.email, password=password) == user


def test_first_administrator_may_be_given_a_password() -> None:
    """An installation that is set up by a script chooses its own."""
    make_first_administrator(email="Drift@Exempel.se", password=PASSWORD)
    assert authenticate(username="drift@exempel.se", password=PASSWORD)


def test_no_second_first_administrator() -> None:
    """Somebody who is there already is not given company."""
    make.user()
    assert make_first_administrator() is None


def test_password_is_not_in_the_history() -> None:
    """That an account was made is recorded, its password is not."""
    made = make_first_administrator()
    assert made is not None
    event = Event.objects.get()
    assert (event.what, event.after) == ("user.made", {"email": made[0].email})


def test_address_is_the_same_in_capitals() -> None:
    """One person has one account."""
    user = User.objects.create_user(email="Anna@Exempel.SE", password=PASSWORD)
    assert user.email == "anna@exempel.se"
    assert authenticate(username="ANNA@exempel.se", password=PASSWORD) == user


def test_closed_account_cannot_sign_in() -> None:
    """Nobody comes in who has left."""
    User.objects.create_user(email="a@exempel.se", password=PASSWORD, is_active=False)
    assert authenticate(username="a@exempel.se", password=PASSWORD) is None


def test_new_password_replaces_the_old() -> None:
    """Only the new one works, and that it was changed is recorded."""
    user = User.objects.create_user(email="a@exempel.se", password=PASSWORD)
    password = reset_password(user)
    assert authenticate(username="a@exempel.se", password=PASSWORD) is None
    assert authenticate(username="a@exempel.se", password=password) == user
    assert Event.objects.get().what == "user.password_reset"


def test_command_resets_the_only_administrator(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody has to know the address."""
    anna = make.administrator()
    assert main(["admin", "reset-password"]) == 0
    password = capsys.readouterr().out.split()[6]
    assert authenticate(username=anna.email, password=password) == anna


def test_command_asks_which_of_two_administrators() -> None:
    """And names them."""
    make.administrator()
    make.administrator(email="bo@exempel.se")
    with pytest.raises(SystemExit) as stopped:
        main(["admin", "reset-password"])
    assert "anna@exempel.se, bo@exempel.se" in str(stopped.value.code)


def test_administrator_may() -> None:
    """The rule of each permission says who."""
    assert may(make.administrator(), "register.confirm_value")


def test_others_may_read_but_not_decide() -> None:
    """Somebody whose only role is to read."""
    bo = make.reader()
    assert (may(bo, "register.read"), may(bo, "register.confirm_value")) == (True, False)


def test_require_stops_whoever_may_not() -> None:
    """Before anything is changed."""
    with pytest.raises(PermissionDenied):
        require(make.user(), "register.confirm_value")


def test_misspelt_permission_is_no_silent_no() -> None:
    """A permission without a rule is a fault in the program."""
    with pytest.raises(RuleMissing):
        may(make.administrator(), "register.confrim_value")


def test_processes_share_what_was_tried() -> None:
    """Pauses and used codes lie in the database: no server process counts for itself."""
    WRONG_PASSWORDS.note("bo@exempel.se")
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM samsyn_cache WHERE cache_key LIKE %s", ["%wrong-passwords-%"])
        assert cursor.fetchone() == (1,)


@pytest.mark.parametrize("act", [close_user, dismiss_administrator], ids=["close", "dismiss"])
@pytest.mark.parametrize("meanwhile", [{"is_active": False}, {"is_administrator": False}])
def test_of_two_who_shut_each_other_out_one_is_left(
    act: Callable[..., object], meanwhile: dict[str, bool]
) -> None:
    """Whether somebody still may is asked while both accounts are held."""
    anna, bo = make.administrator(), make.administrator(email="bo@exempel.se")
    User.objects.filter(pk=anna.pk).update(**meanwhile)
    with pytest.raises(PermissionDenied):
        act(bo, by=anna)

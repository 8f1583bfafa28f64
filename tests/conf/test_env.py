"""Settings from the environment: odd values are refused with a sentence that names the variable."""

from __future__ import annotations

from pathlib import Path

import pytest

from samsyn.conf import env
from samsyn.conf.databases import database
from samsyn.conf.env import SettingUnusable


@pytest.mark.parametrize(
    ("value", "flag"),
    [("1", True), ("ja", True), ("True", True), ("0", False), ("nej", False), ("", False)],
)
def test_flag(monkeypatch: pytest.MonkeyPatch, value: str, *, flag: bool) -> None:
    """On and off can be written in the usual ways."""
    monkeypatch.setenv("SAMSYN_X", value)
    assert env.read_flag("SAMSYN_X") is flag


def test_odd_flag_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither on nor off is not off."""
    monkeypatch.setenv("SAMSYN_X", "kanske")
    with pytest.raises(SettingUnusable, match="SAMSYN_X är 'kanske'"):
        env.read_flag("SAMSYN_X")


@pytest.mark.parametrize("value", ["0", "11", "fem", "-1", "1.5"])
def test_number_outside_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """The sentence says which numbers do."""
    monkeypatch.setenv("SAMSYN_X", value)
    with pytest.raises(SettingUnusable, match="ett heltal från 1 till 10"):
        env.read_number("SAMSYN_X", default=5, low=1, high=10)


def test_names_have_commas_between(monkeypatch: pytest.MonkeyPatch) -> None:
    """Space around them does not count."""
    monkeypatch.setenv("SAMSYN_X", "a.se, b.se,")
    assert env.read_names("SAMSYN_X", default=("c",)) == ["a.se", "b.se"]


def test_secret_is_made_once_and_kept(tmp_path: Path) -> None:
    """The second start has the first one's key, and nobody else may read it."""
    kept = tmp_path / "secret-key"
    first = env.read_secret("SAMSYN_X", kept_in=kept)
    assert (env.read_secret("SAMSYN_X", kept_in=kept), len(first) >= 64) == (first, True)
    assert kept.stat().st_mode & 0o077 == 0


def test_short_secret_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A key that can be guessed is none."""
    monkeypatch.setenv("SAMSYN_X", "hemligt")
    with pytest.raises(SettingUnusable, match="minst 32 tecken"):
        env.read_secret("SAMSYN_X", kept_in=tmp_path / "secret-key")


def test_register_is_sqlite_in_the_home_folder_by_default() -> None:
    """Nothing has to be set up."""
    settings = database("", home=Path("/hem"))
    assert (settings["ENGINE"], settings["NAME"]) == ("django.db.backends.sqlite3", "/hem/samsyn.sqlite3")


def test_postgresql_by_address() -> None:
    """Where many use it."""
    settings = database("postgresql://anna:hemligt@server/samsyn", home=Path("/hem"))
    assert (settings["ENGINE"], settings["HOST"]) == ("django.db.backends.postgresql", "server")


def test_other_databases_are_refused() -> None:
    """The tests are run on two kinds, and no other is promised."""
    with pytest.raises(SettingUnusable, match="ska börja med"):
        database("mysql://x/y", home=Path("/hem"))

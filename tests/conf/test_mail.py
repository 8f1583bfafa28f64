"""Where letters leave, and what their links begin with."""

from __future__ import annotations

import pytest

from samsyn.conf.env import SettingUnusable
from samsyn.conf.mail import mail_server, own_address


@pytest.fixture(autouse=True)
def server_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server and a sender."""
    monkeypatch.setenv("SAMSYN_SMTP_HOST", "mejl.exempel.se")
    monkeypatch.setenv("SAMSYN_SMTP_FROM", "samsyn@exempel.se")


@pytest.mark.parametrize(("way", "port"), [("starttls", 587), ("tls", 465), ("nej", 25)])
def test_the_port_goes_with_the_way(way: str, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless another is set."""
    monkeypatch.setenv("SAMSYN_SMTP_TLS", way)
    assert mail_server().port == port


def test_the_way_is_encrypted_unless_told_otherwise() -> None:
    """The safe way is the default."""
    assert mail_server().way == "starttls"


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        pytest.param("SAMSYN_SMTP_FROM", "", "SAMSYN_SMTP_FROM saknas", id="no-sender"),
        pytest.param("SAMSYN_SMTP_TLS", "kanske", "skriv starttls, tls eller nej", id="odd-way"),
        pytest.param("SAMSYN_SMTP_PORT", "0", "heltal från 1", id="odd-port"),
    ],
)
def test_what_makes_no_sense_stops_the_start(
    name: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one sentence."""
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingUnusable, match=says):
        mail_server()


def test_no_password_without_encryption(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be read on the way."""
    monkeypatch.setenv("SAMSYN_SMTP_TLS", "nej")
    monkeypatch.setenv("SAMSYN_SMTP_USER", "samsyn")
    with pytest.raises(SettingUnusable, match="aldrig okrypterat"):
        mail_server()


@pytest.mark.parametrize(
    ("names", "https", "address"),
    [
        pytest.param(["samsyn.exempel.se"], True, "https://samsyn.exempel.se", id="behind-a-proxy"),
        pytest.param(["localhost"], False, "http://127.0.0.1:8000", id="own-machine"),
    ],
)
def test_links_begin_with_our_own_address(names: list[str], https: bool, address: str) -> None:
    """As far as the other settings tell it."""
    assert own_address(names, host="127.0.0.1", port=8000, https=https) == address


def test_an_address_that_is_none_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """A link must lead somewhere."""
    monkeypatch.setenv("SAMSYN_ADDRESS", "samsyn.exempel.se")
    with pytest.raises(SettingUnusable, match="hela adressen"):
        own_address([], host="127.0.0.1", port=8000, https=False)

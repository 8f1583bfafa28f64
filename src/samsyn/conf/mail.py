"""The mail server that letters leave by, and the address that they lead back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from samsyn.conf import env

if TYPE_CHECKING:
    from collections.abc import Sequence

# How the way is encrypted, and the port that belongs to it.
PORTS = {"starttls": 587, "tls": 465, "nej": 25}
LOCAL = ("localhost", "127.0.0.1", "[::1]", "*")


class MailServer(NamedTuple):
    """Where letters are handed in; `host` is empty where there is none."""

    host: str
    port: int
    user: str
    password: str
    way: str
    sender: str


def mail_server() -> MailServer:
    """The server out of the settings.

    Raises:
        SettingUnusable: A value makes no sense, or the sender is missing.
    """
    way = env.read_choice("SAMSYN_SMTP_TLS", choices=tuple(PORTS))
    server = MailServer(
        host=env.read_text("SAMSYN_SMTP_HOST"),
        port=env.read_number("SAMSYN_SMTP_PORT", default=PORTS[way], low=1, high=65535),
        user=env.read_text("SAMSYN_SMTP_USER"),
        password=env.read_text("SAMSYN_SMTP_PASSWORD"),
        way=way,
        sender=env.read_text("SAMSYN_SMTP_FROM"),
    )
    if server.host and "@" not in server.sender:
        raise env.SettingUnusable(
            "SAMSYN_SMTP_FROM saknas: skriv adressen som breven kommer från, till exempel samsyn@exempel.se."
        )
    if server.user and way == "nej":
        raise env.SettingUnusable(
            "SAMSYN_SMTP_TLS är 'nej' men SAMSYN_SMTP_USER är satt: lösenord skickas aldrig okrypterat. "
            "Skriv starttls eller tls."
        )
    return server


def own_address(names: Sequence[str], *, host: str, port: int, https: bool) -> str:
    """What the pages' addresses begin with in letters, without a stroke at the end.

    Raises:
        SettingUnusable: The setting is no address of a web site.
    """
    named = next((name for name in names if name not in LOCAL), "")
    made = f"https://{named}" if https and named else f"http://{host}:{port}"
    address = env.read_text("SAMSYN_ADDRESS", default=made).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise env.SettingUnusable(
            f"SAMSYN_ADDRESS är {address!r}: skriv hela adressen, till exempel https://samsyn.exempel.se."
        )
    return address

"""A mail server that runs in the test: takes what it is given, or refuses it as told."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from threading import Event
from typing import TYPE_CHECKING

from aiosmtpd.controller import Controller

if TYPE_CHECKING:
    from email.message import EmailMessage

    from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass(slots=True)
class Postbox:
    """Keeps the letters.

    Attributes:
        refusal: The answer to recipients that are refused; empty where none is.
        refused: What their addresses begin with; empty for all.
        came: Set once a letter has come.
    """

    refusal: str = ""
    refused: str = ""
    letters: list[EmailMessage] = field(default_factory=list)
    came: Event = field(default_factory=Event)

    async def handle_RCPT(  # noqa: N802 - as the server calls it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or not."""
        if self.refusal and address.startswith(self.refused):
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a letter."""
        self.came.set()
        content = envelope.content
        assert isinstance(content, bytes)
        self.letters.append(message_from_bytes(content, policy=policy.default))
        return "250 OK"


def free_port() -> int:
    """A port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as trial:
        port: int = trial.getsockname()[1]
        return port


class MailServer:
    """A server on a free port of this machine, from `with` on until its end."""

    def __init__(self, *, refusal: str = "") -> None:
        """Make it; nothing listens yet."""
        self.postbox = Postbox(refusal)
        self.controller = Controller(self.postbox, hostname="127.0.0.1", port=free_port())

    def __enter__(self) -> MailServer:
        """Listen."""
        self.controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self.controller.stop()

    @property
    def port(self) -> int:
        """Where it listens."""
        port: int = self.controller.port
        return port

    @property
    def letters(self) -> list[EmailMessage]:
        """What came, in order."""
        return self.postbox.letters

    def words(self) -> str:
        """The text of the only letter."""
        (letter,) = self.letters
        body = letter.get_body(("plain",))
        assert body is not None
        text: str = body.get_content()
        return text

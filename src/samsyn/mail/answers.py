"""What a mail server answers, within bounds: until the way is encrypted anybody on it may answer instead."""

from __future__ import annotations

import smtplib
import time
from typing import TYPE_CHECKING, Any

from django.core.mail.backends.smtp import EmailBackend

if TYPE_CHECKING:
    from socket import SocketIO

SECONDS = 60.0
BYTES = 100_000


class Answers:
    """The lines of a mail server; one answer of many lines lasts so long, and is so long, at most."""

    def __init__(self, line: SocketIO) -> None:
        """Read from an unbuffered stream of a socket that has a timeout of its own."""
        self._line, self._until, self._left = line, 0.0, 0

    def begin(self) -> None:
        """A new answer is waited for."""
        self._until, self._left = time.monotonic() + SECONDS, BYTES

    def readline(self, most: int) -> bytes:
        """The next line, of `most` bytes at most; empty where the server has gone.

        Raises:
            OSError: The answer takes too long or is too long.
        """
        read = bytearray()
        while len(read) < most and not read.endswith(b"\n"):
            if time.monotonic() > self._until or not self._left:
                raise OSError("the answer of the mail server has no end")
            byte = self._line.read(1)
            if not byte:
                break
            read += byte
            self._left -= 1
        return bytes(read)

    def close(self) -> None:
        """Close the stream."""
        self._line.close()


class Patient(smtplib.SMTP):
    """A mail server that is listened to for a while."""

    file: Any
    sock: Any

    def getreply(self) -> tuple[int, bytes]:
        """Its answer.

        Raises:
            SMTPServerDisconnected: It has gone, or its answer has no end.
        """
        if self.file is None:
            self.file = Answers(self.sock.makefile("rb", buffering=0))
        self.file.begin()
        return super().getreply()


class PatientEncrypted(Patient, smtplib.SMTP_SSL):
    """The same, encrypted from the first byte."""


class Backend(EmailBackend):
    """Django's way to a mail server, which is listened to for a while."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        """By how the way is encrypted."""
        return PatientEncrypted if self.use_ssl else Patient

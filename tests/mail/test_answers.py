"""A mail server that never ends its answer holds nobody up, and takes no memory."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from samsyn.mail import answers
from samsyn.mail.answers import Backend

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LINES = b"220-welcome\r\n" * 20_000
DROP = b"2" * 10


def speak(words: bytes) -> Callable[[socket.socket], None]:
    """Say something to whoever comes, and nothing more."""

    def say(listener: socket.socket) -> None:
        line, _address = listener.accept()
        with line, suppress(OSError):  # it is hung up on
            line.sendall(words)
            line.recv(1)

    return say


@pytest.fixture
def port(request: pytest.FixtureRequest) -> Iterator[int]:
    """Where a server speaks, which ends when it is hung up on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=speak(request.param), args=(listener,), daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(timeout=60)


@pytest.mark.parametrize(
    "port", [LINES, DROP], indirect=True, ids=["lines-without-end", "a-line-without-end"]
)
def test_an_answer_without_end_is_left(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As any server that has gone."""
    monkeypatch.setattr(answers, "SECONDS", 0.2)
    backend = Backend(host="127.0.0.1", port=port, username="", password="", use_tls=False, timeout=0.5)
    with pytest.raises(OSError, match=r"has no end|timed out"):
        backend.open()

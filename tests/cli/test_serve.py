"""`samsyn serve`: the address, how to sign in, and a port that is taken."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from tests.mail.server import MailServer

from samsyn.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMAND = [sys.executable, "-c", "import sys; from samsyn.cli import main; sys.exit(main())"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A server on a free port with an empty register."""
    environment = {**os.environ, "SAMSYN_HOME": str(tmp_path), "SAMSYN_DATABASE_URL": ""}
    process = subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, "serve", "--port", "0"], env=environment, stdout=subprocess.PIPE, text=True
    )
    yield process
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)


@pytest.mark.slow  # starts a server with its own processes
def test_server_says_where_it_is_and_how_to_sign_in(served: subprocess.Popen[str]) -> None:
    """The address answers, and the password is there to be read once."""
    assert served.stdout is not None
    address, sign_in = served.stdout.readline(), served.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+/", address)
    assert found
    assert re.fullmatch(r"Logga in som admin@localhost med lösenordet \S{23} \(visas bara nu\)\.\n", sign_in)
    with urlopen(f"{found.group()}logga-in/") as page:  # noqa: S310 - our own server
        assert page.status == 200


SLOW = (
    b"POST /logga-in/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na"
)


@pytest.mark.slow  # starts a server with its own processes
def test_those_who_send_slowly_hold_nobody_up(served: subprocess.Popen[str]) -> None:
    """A form of which only the beginning comes, many times over, takes no thread from the pages."""
    assert served.stdout is not None
    port = int(served.stdout.readline().partition("127.0.0.1:")[2].partition("/")[0])
    with ExitStack() as lines:
        slow = [lines.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(20)]
        sent = [line.send(SLOW) for line in slow]
        page = lines.enter_context(urlopen(f"http://127.0.0.1:{port}/logga-in/", timeout=60))
        assert (page.status, set(sent)) == (200, {len(SLOW)})


LETTER = """
from samsyn.cli.register import open_register
open_register()
from samsyn.mail.service import queue_mail
queue_mail(to="bo@exempel.se", subject="Prov", text="Hej!")
"""


@pytest.mark.slow  # starts a server with its own processes
def test_server_sends_what_waits(tmp_path: Path) -> None:
    """Nothing else has to run for letters to leave."""
    with MailServer() as server:
        mail = {"HOST": "127.0.0.1", "PORT": str(server.port), "TLS": "nej", "FROM": "samsyn@exempel.se"}
        environment = {
            **os.environ,
            "SAMSYN_HOME": str(tmp_path),
            "SAMSYN_DATABASE_URL": "",
            **{f"SAMSYN_SMTP_{name}": value for name, value in mail.items()},
        }
        subprocess.run([sys.executable, "-c", LETTER], env=environment, check=True)  # noqa: S603 - our own
        process = subprocess.Popen([*COMMAND, "serve", "--port", "0"], env=environment)  # noqa: S603
        came = server.postbox.came.wait(timeout=60)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)
    assert came


@pytest.mark.django_db
def test_port_that_is_taken_is_said_to_be() -> None:
    """One sentence that says how to take another."""
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(SystemExit) as stopped:
        main(["serve", "--port", str(taken.getsockname()[1])])
    assert "välj en annan port med --port" in str(stopped.value.code)


@pytest.mark.django_db
@pytest.mark.parametrize("password", ["kort", "123456789012", "password1234"])
def test_weak_first_password_stops_the_start(password: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The account that may do everything is not opened by a guess."""
    monkeypatch.setenv("SAMSYN_ADMIN_PASSWORD", password)
    with pytest.raises(SystemExit) as stopped:
        main(["serve", "--port", "0"])
    assert "för lätt att gissa" in str(stopped.value.code)

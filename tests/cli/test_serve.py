"""`samsyn serve`: the address, how to sign in, and a port that is taken."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

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
    process.communicate(timeout=20)


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

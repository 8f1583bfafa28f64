"""What the server says of its own faults."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from samsyn.conf.logs import DiscreetFormatter

if TYPE_CHECKING:
    from pathlib import Path

NAMES = "from samsyn.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME)"


def test_no_identity_number_reaches_the_log() -> None:
    """Neither in the line nor in the traceback."""
    try:
        int("121212-1212")
    except ValueError:
        caught = sys.exc_info()
    record = logging.LogRecord("x", logging.ERROR, "a.py", 1, "/beslut/?ord=121212-1212", None, caught)
    assert "1212" not in DiscreetFormatter().format(record)


@pytest.mark.parametrize(("logger", "level"), [("django.request", "ERROR"), ("django.security", "WARNING")])
def test_faults_are_told_in_use(logger: str, level: str) -> None:
    """A page that breaks leaves a trace for whoever is to mend it, without debug."""
    found = logging.getLogger(logger)
    assert found.isEnabledFor(logging.getLevelName(level))
    assert DiscreetFormatter in {type(handler.formatter) for handler in found.handlers}


@pytest.mark.slow  # settings are read once a process
def test_cookies_belong_to_one_host_behind_https(tmp_path: Path) -> None:
    """Another host of the same domain cannot set them."""
    environment = {**os.environ, "SAMSYN_HOME": str(tmp_path), "SAMSYN_HTTPS": "1"}
    done = subprocess.run(  # noqa: S603 - our own settings
        [sys.executable, "-c", NAMES], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["__Host-sessionid", "__Host-csrftoken"]


def test_no_token_of_a_link_reaches_the_log() -> None:
    """Whoever reads the log could do what the link is for."""
    record = logging.LogRecord("x", logging.ERROR, "a.py", 1, "/lank/Ab3-_x/", None, None)
    assert DiscreetFormatter().format(record) == "/lank/•••/"

"""Sends letters as they come, beside the pages, for as long as the server runs."""

from __future__ import annotations

# The codec of host names is looked up while a connection is opened, which fails in a thread begun by a
# server that is still loading, unless the codec is loaded before.
import encodings.idna  # noqa: F401
import logging
import threading
import time

from django.db import DatabaseError, InterfaceError, close_old_connections

from samsyn.mail.actions.send_waiting import send_waiting
from samsyn.mail.transport import is_server_set

PAUSE = 5  # seconds between two looks into the outbox
LOG = logging.getLogger("django.request")


def start_postman() -> None:
    """Begin to send, in a thread of this process; nothing where no mail server is set."""
    if is_server_set():
        threading.Thread(target=_run, name="postman", daemon=True).start()


def _run() -> None:
    while True:
        close_old_connections()
        send_once()
        close_old_connections()
        time.sleep(PAUSE)


def send_once() -> None:
    """Send what waits; a database that is busy or away is asked again next time."""
    try:
        send_waiting()
    except (DatabaseError, InterfaceError):
        LOG.exception("the outbox could not be read; trying again")

"""Registers in memory: filled once for each worker, and put back as they were before each test."""

from __future__ import annotations

import sqlite3
import threading
from itertools import count

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from samsyn.history import keeping
from samsyn.web import kept_pages

LONGEST = 60  # seconds that an answer takes on a busy machine
APART = 1000  # more rows than any test writes
TURNS = count(1)


def kept() -> sqlite3.Connection:
    """A copy of the register as it stands."""
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    standing().backup(copy)
    return copy


def put_back(copy: sqlite3.Connection) -> None:
    """Let the register be what it was when it was copied.

    No row that is written from now on has the number of one that an earlier test wrote, and pages that were
    kept are let go: they would be shown wherever the history ends in the same event.
    """
    until_all_is_answered()
    register = standing()
    copy.backup(register)
    register.execute("UPDATE sqlite_sequence SET seq = seq + ?", [next(TURNS) * APART])
    register.commit()
    ContentType.objects.clear_cache()
    kept_pages.SHELF = kept_pages.Shelf()
    keeping.SHELF = keeping._Shelf()


def standing() -> sqlite3.Connection:
    """The register that the server shows."""
    connection.ensure_connection()
    assert isinstance(connection.connection, sqlite3.Connection), "tests in a browser run on SQLite"
    assert connection.is_in_memory_db(), "a register in a file is somebody's"  # type: ignore[attr-defined]
    return connection.connection


def until_all_is_answered() -> None:
    """Wait for the answers that the server is still making for windows that are closed by now."""
    for thread in threading.enumerate():
        if thread.name.endswith("(process_request_thread)"):
            thread.join(LONGEST)

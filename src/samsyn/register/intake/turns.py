"""One at a time: imports and merges take turns, and see what happened in between."""

from __future__ import annotations

from django.db import connection

from samsyn.history.models import Event

LOCK = 7_236_561  # any number that nobody else uses


def wait_for_turn() -> None:
    """Hold all other imports and merges until this transaction ends.

    On SQLite every transaction that writes does so by itself.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def latest_change() -> int:
    """Id of the latest event: as long as it is the same, nobody has changed the register."""
    return Event.objects.order_by("-id").values_list("id", flat=True).first() or 0

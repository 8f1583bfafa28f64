"""What is left of changed rows in the database's own files: free pages, the log of what is to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import OperationalError, connection

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper


def sweep_storage() -> bool:
    """Write the database's files anew, so that nothing of what was changed is left in them.

    To be called outside transactions. Takes as long as it takes to copy the database, and as much room
    meanwhile. Backups, earlier exports and, on PostgreSQL, the server's own archive are not reached.

    Returns:
        Whether it is done; False where others were in the way, and it has to be tried again.
    """
    if connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        try:
            return _sweep_sqlite(cursor) if connection.vendor == "sqlite" else _sweep_postgresql(cursor)
        except OperationalError:  # somebody reads or writes
            return False


def _sweep_sqlite(cursor: CursorWrapper) -> bool:
    """Copy all rows into new pages, then empty the log of writes."""
    cursor.execute("VACUUM")
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    is_busy, _pages, _moved = cursor.fetchone()
    return not is_busy


def _sweep_postgresql(cursor: CursorWrapper) -> bool:
    """Copy the rows of every table of ours into a new file; each is locked while it is copied."""
    for model in apps.get_models():
        if model.__module__.startswith("samsyn."):
            cursor.execute(f"VACUUM (FULL) {connection.ops.quote_name(model._meta.db_table)}")
    return True

"""What takes long to work out is kept in memory until something changes.

Every change writes an event in its own transaction, so that what was worked out holds as long as the log
stands as it stood. Whether it does is one small question to the database, whichever process made the change.
"""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import connection

from samsyn.history.models import Event

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    Stamp = tuple[object, ...]

T = TypeVar("T")
MOST = 200
# Ids are drawn before a transaction ends, so that an event may come in behind later ones; it is seen by the
# sum of the latest.
LATEST = 1000
# Asked for every page, and by hand: to put the question together would take longer than the answer.
STAMP = (
    f"SELECT MAX(id), COUNT(id), SUM(id) FROM "  # noqa: S608 - nothing in it comes from outside
    f"(SELECT id FROM {Event._meta.db_table} ORDER BY id DESC LIMIT {LATEST}) AS latest"
)


class _Shelf:
    """What this process keeps, all of it worked out at one stamp."""

    def __init__(self) -> None:
        self.turn = RLock()
        self.stamp: Stamp = ()
        self.values: dict[Hashable, Any] = {}


SHELF = _Shelf()


def kept(key: Hashable, make: Callable[[], T]) -> T:
    """What `make` gives, or gave when the log stood as it stands now.

    Within a transaction it is made anew: what was written there is seen by nobody else and may be taken back.

    Args:
        key: What it is, with all that it hangs on but the register.
        make: Only the register and the key decide what it gives; nobody may change that afterwards.
    """
    if connection.in_atomic_block:
        return make()
    now = stamp()
    with SHELF.turn:  # whoever asks for the same waits for it instead of working it out too
        if now != SHELF.stamp or len(SHELF.values) >= MOST:
            SHELF.values.clear()
            SHELF.stamp = now
        if key not in SHELF.values:
            SHELF.values[key] = make()
        found: T = SHELF.values[key]
        return found


def stamp() -> Stamp:
    """How the log stands: no two states of it have the same, whichever process wrote the last event."""
    with connection.cursor() as cursor:
        cursor.execute(STAMP)
        return tuple(cursor.fetchone())

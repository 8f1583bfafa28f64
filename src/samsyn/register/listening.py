"""Rooms above that work something out of notes are told which meetings' notes have changed, once it is so."""

from __future__ import annotations

from threading import local
from typing import TYPE_CHECKING

from django.db import transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samsyn.register.models import Meeting

    Listener = Callable[[Sequence[int]], None]
    Absorber = Callable[[Meeting, Meeting], None]

LISTENERS: list[Listener] = []
ABSORBERS: list[Absorber] = []


class _Waiting(local):
    """The meetings that a thread is to tell of, in order."""

    def __init__(self) -> None:
        self.meetings: dict[int, None] = {}


WAITING = _Waiting()


def listen(listener: Listener) -> None:
    """Let somebody be told the ids of meetings whose notes are new, changed, finished or gone.

    Args:
        listener: Called after the change, outside its transaction, in the order in which they came.
    """
    if listener not in LISTENERS:
        LISTENERS.append(listener)


def listen_absorbed(absorber: Absorber) -> None:
    """Let somebody move what points to a meeting that becomes a part of another, before it is gone.

    Args:
        absorber: Called within the transaction, with the meeting and the one that it becomes a part of.
    """
    if absorber not in ABSORBERS:
        ABSORBERS.append(absorber)


def changed(meeting: int) -> None:
    """Say that a meeting's notes have changed; many within one transaction are told of together."""
    if not LISTENERS:
        return
    WAITING.meetings[meeting] = None
    transaction.on_commit(tell)


def tell() -> None:
    """Tell of all that has changed; what a transaction took back is told of too, which does no harm."""
    meetings, WAITING.meetings = list(WAITING.meetings), {}
    if not meetings:
        return
    for listener in LISTENERS:
        listener(meetings)

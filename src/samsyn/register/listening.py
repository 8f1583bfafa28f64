"""Rooms above that work something out of notes are told which meetings' notes have changed, once it is so.

Whoever is told may die before it is done: a marker writes down, together with the change, that it is to do.
"""

from __future__ import annotations

from threading import local
from typing import TYPE_CHECKING

from django.db import transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samsyn.register.models import Meeting

    Listener = Callable[[Sequence[int]], None]
    Absorber = Callable[[Meeting, Meeting], None]
    Marker = Callable[[int], None]

LISTENERS: list[Listener] = []
ABSORBERS: list[Absorber] = []
MARKERS: list[Marker] = []


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


def mark_changed(marker: Marker) -> None:
    """Let somebody write down that a meeting's notes have changed.

    Args:
        marker: Called within the transaction of the change, with the meeting's id; not for notes of a
            meeting that is new, of which nothing can be known yet.
    """
    if marker not in MARKERS:
        MARKERS.append(marker)


def changed(meeting: int, *, is_new: bool = False) -> None:
    """Say that a meeting's notes have changed; many within one transaction are told of together."""
    if not is_new:
        for marker in MARKERS:
            marker(meeting)
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

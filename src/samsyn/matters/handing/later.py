"""Look again at hand-overs once something that decides over them has changed: a knot, a link, a matter."""

from __future__ import annotations

from threading import local
from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.matters.handing.keeping import follow_hand_overs
from samsyn.matters.handing.marking import mark_unfollowed

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Waiting(local):
    """The meetings whose knots or links a thread has changed."""

    def __init__(self) -> None:
        self.meetings: set[int] = set()


WAITING = _Waiting()


def follow_later(meetings: Iterable[int]) -> None:
    """Look again, when the change is written, at the hand-overs of some meetings, given by their ids."""
    ids = set(meetings)
    mark_unfollowed(ids)
    WAITING.meetings.update(ids)
    transaction.on_commit(follow_now)


def follow_now() -> None:
    """Look again at those of all meetings that were named; what a transaction took back does no harm."""
    meetings, WAITING.meetings = sorted(WAITING.meetings), set()
    if meetings:
        follow_hand_overs(meetings)

"""How what is to be done stands now, for lists that know only the notes: a room above says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Case, F, Q, When

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


@dataclass(frozen=True, slots=True)
class Current:
    """What holds of a statement today.

    Attributes:
        passed: It is still to be done, and its last day lies before a day.
        owned: Somebody is named to do it.
        due: Some time is told for it.
        due_end: The first day after its time, to be ordered by.
        owner_name: Who it is, to be ordered by.
        unowned_last: 1 for what nobody is named to do, else 0.
        fetched: Relations of a statement that tell all this, to be fetched with it.
    """

    passed: Callable[[date], Q]
    owned: Callable[[], Q]
    due: Callable[[], Q]
    due_end: Any
    owner_name: Any
    unowned_last: Any
    fetched: tuple[str, ...] = ()


IN_THE_NOTES = Current(
    passed=lambda on: Q(is_action=True, due_end__lte=on),  # `due_end` is the first day after
    owned=lambda: ~Q(owner_name=""),
    due=lambda: ~Q(due_words=""),
    due_end=F("due_end"),
    owner_name=F("owner_name"),
    unowned_last=Case(When(owner_name="", then=1), default=0),
)
_told = [IN_THE_NOTES]


def current() -> Current:
    """What holds; by the notes alone where no other room has more to say."""
    return _told[-1]


def add_current(told: Current) -> None:
    """Let another room say how what is to be done stands now."""
    _told.append(told)

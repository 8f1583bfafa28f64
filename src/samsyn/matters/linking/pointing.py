"""Whether words of one topic lead to the other's meeting: by its day and its bodies."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from samsyn.register.search.words import roots_of, words_of

if TYPE_CHECKING:
    from samsyn.matters.linking.topics import Meeting, Pointer, Topic

BY_DAY = 1.0
BY_BODY = 0.3
REMEMBERED = 5_000  # names, of which a county's notes have some hundred


def points(one: Topic, other: Topic) -> float:
    """1 where one of them names the other's day, less where it names only its body, else 0."""
    return max(leads(one, other), leads(other, one))


def leads(one: Topic, other: Topic) -> float:
    """How surely words of one lead to the meeting of the other."""
    return max((_leads(pointer, other.meeting) for pointer in one.pointers), default=0.0)


def pointer_between(one: Topic, other: Topic) -> Pointer | None:
    """The pointer that leads best from either to the other; None where none does."""
    found = [(_leads(pointer, other.meeting), pointer) for pointer in one.pointers]
    found += [(_leads(pointer, one.meeting), pointer) for pointer in other.pointers]
    best = max(found, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] else None


def _leads(pointer: Pointer, meeting: Meeting) -> float:
    if pointer.meeting is not None:
        return BY_DAY if pointer.meeting == meeting.key else 0.0
    named = _names(pointer, meeting)
    if pointer.day is not None:
        return BY_DAY if pointer.day == meeting.day and (named or not pointer.names) else 0.0
    return BY_BODY if named else 0.0


def _names(pointer: Pointer, meeting: Meeting) -> bool:
    """Whether one of the bodies named is one of the meeting's: its words are words of that name."""
    bodies = [_roots(name) for name in meeting.bodies]
    return any(_is_short_for(_roots(name), body) for name in pointer.names for body in bodies)


@lru_cache(REMEMBERED)
def _roots(name: str) -> frozenset[str]:
    return frozenset(roots_of(words_of(name)))


def _is_short_for(name: frozenset[str], body: frozenset[str]) -> bool:
    return bool(name) and name <= body

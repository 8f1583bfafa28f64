"""What hand-overs are found in, and what is found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from samsyn.matters.models.states import HandOverKind


@dataclass(frozen=True, slots=True)
class Day:
    """When something is to be taken up, as far as the words tell; half-open."""

    words: str
    start: date | None = None
    end: date | None = None
    precision: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was said.

    Attributes:
        key: What the reader of the result knows it by.
        kind: How binding it is, as `samsyn.minutes.Kind`.
        days: The times in it.
        by_person: A person is to do it.
        owner: The body or organisation that is to do it, as written.
    """

    key: int
    text: str
    kind: str = "information"
    days: tuple[Day, ...] = ()
    by_person: bool = False
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """An item of a meeting's notes with what was said below it, that of its sub-headings apart.

    Attributes:
        days: The times in the heading.
    """

    heading: str
    lines: tuple[Line, ...]
    days: tuple[Day, ...] = ()


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is meant by some words.

    Attributes:
        bodies: Ids of the bodies, in the order in which they are named.
        organisation: Key of an organisation outside the county's bodies; empty where a body is meant.
        is_joint: The meeting of several bodies together is meant.
    """

    words: str
    bodies: tuple[int, ...] = ()
    organisation: str = ""
    is_joint: bool = False


@dataclass(frozen=True, slots=True)
class Handed:
    """A hand-over that was found.

    Attributes:
        line: Key of the line; None where only the heading says it.
        others: Keys of further lines of the same item that say the same.
    """

    line: int | None
    kind: HandOverKind
    to: Addressee
    asked: str
    day: Day | None = None
    is_recurring: bool = False
    others: tuple[int, ...] = field(default=())

"""What travels: an agenda item with its words, cut out of notes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from samsyn.register.search.words import roots_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
    "november", "december", "den",
)  # fmt: skip
FEWEST_WORDS = 40  # of text below a formal heading, with which it may hold a question after all


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place where words lead to another meeting.

    Attributes:
        words: As written.
        day: The meeting's day; None where only its bodies are named.
        names: Of bodies, as written.
        meeting: Which one is meant, where that is known.
        start: Where the words stand in the notes.
    """

    words: str
    day: date | None = None
    names: tuple[str, ...] = ()
    meeting: int | str | None = None
    start: int = -1


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that topics are of.

    Attributes:
        key: Which meeting it is.
        bodies: Names of its bodies.
        hidden: Words that are people's names, in small letters: they are no evidence.
    """

    key: int | str
    day: date | None = None
    bodies: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Topic:
    """An item that may be of a matter.

    Attributes:
        key: Which item it is; None for a whole meeting whose notes have no items.
        heading: Without its number.
        text: All that stands below the heading, with items below it.
        pointers: To other meetings.
        items: Positions of the items that it is made of, its own first.
    """

    meeting: Meeting
    key: int | None
    heading: str
    text: str
    number: str = ""
    pointers: tuple[Pointer, ...] = ()
    items: tuple[int, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """An item of notes as it stands in their text.

    Attributes:
        parent: Position of the item that it is below.
        start: From here in the text to `end`, with items below it; None where it has no place any more.
    """

    key: int
    heading: str
    number: str = ""
    parent: int | None = None
    start: int | None = None
    end: int | None = None


def topics_of(
    meeting: Meeting, headings: Sequence[Heading], text: str, pointers: Sequence[Pointer] = ()
) -> list[Topic]:
    """The topics of a meeting: its items, those below a heading that says nothing, or the whole.

    Args:
        meeting: Whose notes they are.
        headings: Its items in order.
        text: Of the notes; places are counted in it.
        pointers: All of the notes, with their places.
    """
    if not headings:
        return [Topic(meeting, None, "", text, pointers=tuple(pointers))] if text.strip() else []
    below: dict[int | None, list[int]] = {}
    for at, one in enumerate(headings):
        below.setdefault(one.parent, []).append(at)
    return [
        topic
        for at in _units(headings, below, text)
        if (topic := _topic(meeting, headings, below, at, text, pointers)) is not None
    ]


def _units(headings: Sequence[Heading], below: dict[int | None, list[int]], text: str) -> Iterator[int]:
    """Positions of the items that are questions of their own."""
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        at = waiting.pop()
        parts = below.get(at, [])
        if parts and is_container(headings[at].heading):
            waiting += reversed(parts)
        elif not _is_formal(headings[at], text):
            yield at


def _topic(
    meeting: Meeting,
    headings: Sequence[Heading],
    below: dict[int | None, list[int]],
    at: int,
    text: str,
    pointers: Sequence[Pointer],
) -> Topic | None:
    one = headings[at]
    if one.start is None or one.end is None:
        return None
    own = tuple(found for found in pointers if one.start <= found.start < one.end)
    body = text[one.start : one.end].removeprefix(one.number).lstrip(" .)\t\n")
    body = body.removeprefix(one.heading).strip()
    return Topic(meeting, one.key, one.heading, body, one.number, own, tuple(_within(below, at)))


def _within(below: dict[int | None, list[int]], at: int) -> Iterator[int]:
    yield at
    for part in below.get(at, []):
        yield from _within(below, part)


def _is_formal(one: Heading, text: str) -> bool:
    says = len(words_of(text[one.start : one.end])) - len(words_of(one.heading))
    return is_formality(one.heading) and says < FEWEST_WORDS


def is_container(heading: str) -> bool:
    """Whether a heading gathers several questions and is none itself ("Övrigt")."""
    return _only(heading, "containers")


def is_formality(heading: str) -> bool:
    """Whether nothing below a heading travels ("Mötet avslutas")."""
    return _only(heading, "formalities")


def says_nothing(heading: str) -> bool:
    """Whether a heading tells nothing of what it is about."""
    return any(_only(heading, kind) for kind in ("containers", "gatherings", "formalities"))


def _only(heading: str, kind: str) -> bool:
    words = [word for word in words_of(heading) if not word.isdigit() and word not in months()]
    return bool(words) and set(roots_of(words)) <= _roots(kind)


@cache
def kinds_of_bodies() -> frozenset[str]:
    """Roots of words that say what kind of body one is, and not what it is for."""
    return _roots("bodies")


def is_talk(root: str) -> bool:
    """Whether a word is of how meetings and bodies work, and not of what they speak ("medskick")."""
    return root in _talk() or root.endswith(_ends())


@cache
def _talk() -> frozenset[str]:
    return _roots("talk") | _roots("function")


@cache
def _ends() -> tuple[str, ...]:
    return tuple(_roots("body_ends"))


@cache
def months() -> frozenset[str]:
    """Names of months, which headings hold beside their words ("Medskick till mötet den 2 oktober")."""
    return frozenset(word.casefold() for word in MONTHS)


@cache
def _roots(kind: str) -> frozenset[str]:
    lists = tomllib.loads((files("samsyn.matters") / "data" / "headings.toml").read_text("utf-8"))
    return frozenset(roots_of(words_of(lists[kind])))

"""Labels of what belongs together over meetings: pairs of agenda items, and what was handed over.

A careful person writes them, beside notes and not beside what the program says. Two TOML files hold them:

`pairs.toml`: `pairs`, a list of [label, key, key, why], and tables `matter` (name, items, perhaps, related).
`hand_overs.toml`: tables `hand_over` (sent, words, to, outside, became, at, answer, why) and `not_hand_over`
(said, words, why).

In both, `items` names each agenda item by a key (note, item, words), `notes` lists the folders of the notes
as seen from the file, and `held` is true for labels kept away from whoever writes what is measured.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samsyn.minutes.records import Minutes

PAIRS = "pairs.toml"
HAND_OVERS = "hand_overs.toml"
BESIDE = "."


class NoLabels(Exception):
    """The text is no file of labels, or one of its rows lacks something."""


class Bond(StrEnum):
    """How two agenda items belong together.

    `SAME`: one matter, which a reader wants on one page. `RELATED`: who reads the one wants to know of the
    other, but each gets its own answer. `OTHER`: only words, form, people or the body in common.
    """

    SAME = "same"
    RELATED = "related"
    OTHER = "other"


class Outcome(StrEnum):
    """What became of a hand-over, as far as the notes of its folder tell.

    `OPEN`: no meeting that could have taken it up has notes here. `TAKEN_UP`: an item deals with it and
    gives no answer. `ANSWERED`: what was asked for came. `MISSED`: the meeting it was sent to, or the
    receiver's next one, has notes without a word of it.
    """

    OPEN = "open"
    TAKEN_UP = "taken_up"
    ANSWERED = "answered"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a note.

    Attributes:
        note: The file's name without ending, or the name of the folder that a specimen has of its own.
        item: Number or heading of the agenda item; "" for the note as a whole.
        words: Words as they stand there.
    """

    note: str
    item: str
    words: str


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two agenda items of different meetings, how they belong together, and by what a reader sees it."""

    one: Place
    other: Place
    bond: Bond
    why: str


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter and all its items in the notes of a folder.

    Attributes:
        items: The items that hold it.
        perhaps: Items that one reader would add and another not: a link to them counts neither way.
        related: Names of matters that lie beside it.
    """

    name: str
    items: tuple[Place, ...]
    perhaps: tuple[Place, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairs:
    """The labels of a file; `notes` and `held` as in the module's own words.

    Attributes:
        pairs: Pairs chosen for being hard, each with its reason.
        matters: All matters of the notes: an item that none of them lists belongs to none.
    """

    pairs: tuple[LabelledPair, ...]
    matters: tuple[Matter, ...] = ()
    notes: tuple[str, ...] = (BESIDE,)
    held: bool = False


@dataclass(frozen=True, slots=True)
class HandOver:
    """A matter sent from a meeting.

    Attributes:
        sent: The words that send it.
        to: The body or organisation it is sent to, as the note names it.
        outside: True where the receiver is an organisation and no body with meetings of its own here.
        at: The item that deals with it, the receiver's where it has notes; the silent note of one that was
            missed; None while open.
        answer: Where the answer came back, if not there.
    """

    sent: Place
    to: str
    outside: bool
    became: Outcome
    at: Place | None
    why: str
    answer: Place | None = None


@dataclass(frozen=True, slots=True)
class NotHandOver:
    """Words that look like a hand-over and are none."""

    said: Place
    why: str


@dataclass(frozen=True, slots=True)
class HandOvers:
    """The labelled hand-overs of a file; `notes` and `held` as in the module's own words."""

    sent: tuple[HandOver, ...]
    look_alikes: tuple[NotHandOver, ...]
    notes: tuple[str, ...] = (BESIDE,)
    held: bool = False


def read_pairs(text: str) -> Pairs:
    """The pairs in the text of a file.

    Raises:
        NoLabels: The text is no TOML, or a row has an unknown label, key or too few parts.
    """
    said = _toml(text)
    try:
        places = _places(said)
        pairs = tuple(
            LabelledPair(places[one], places[other], Bond(label), why)
            for label, one, other, why in said["pairs"]
        )
        matters = tuple(_matter(row, places) for row in said.get("matter", []))
    except (KeyError, TypeError, ValueError) as error:
        raise NoLabels(repr(error)) from error
    return Pairs(pairs, matters, _notes(said), _held(said))


def read_hand_overs(text: str) -> HandOvers:
    """The hand-overs in the text of a file, and what only looks like them.

    Raises:
        NoLabels: The text is no TOML, or a row has an unknown key or outcome, or lacks a part.
    """
    said = _toml(text)
    try:
        places = _places(said)
        sent = tuple(_hand_over(row, places) for row in said.get("hand_over", []))
        others = tuple(
            NotHandOver(_at(row["said"], row["words"], places), row["why"])
            for row in said.get("not_hand_over", [])
        )
    except (KeyError, TypeError, ValueError) as error:
        raise NoLabels(repr(error)) from error
    return HandOvers(sent, others, _notes(said), _held(said))


def find_item(minutes: Minutes, item: str) -> int | None:
    """Position in `minutes.items` of the item with this number, or else this heading; None where none has."""
    numbers = [row.number.value if row.number else None for row in minutes.items]
    headings = [row.heading.value for row in minutes.items]
    return next((names.index(item) for names in (numbers, headings) if item in names), None)


def _matter(row: Mapping[str, Any], places: Mapping[str, Place]) -> Matter:
    return Matter(
        name=row["name"],
        items=tuple(places[key] for key in row["items"]),
        perhaps=tuple(places[key] for key in row.get("perhaps", [])),
        related=tuple(row.get("related", [])),
    )


def _hand_over(row: Mapping[str, Any], places: Mapping[str, Place]) -> HandOver:
    at, answer = row.get("at"), row.get("answer")
    return HandOver(
        sent=_at(row["sent"], row["words"], places),
        to=row["to"],
        outside=row.get("outside", False),
        became=Outcome(row["became"]),
        at=None if at is None else places[at],
        why=row["why"],
        answer=None if answer is None else places[answer],
    )


def _at(key: str, words: str, places: Mapping[str, Place]) -> Place:
    return Place(places[key].note, places[key].item, words)


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NoLabels(str(error)) from error


def _places(said: Mapping[str, Any]) -> dict[str, Place]:
    return {key: Place(row["note"], row["item"], row["words"]) for key, row in said["items"].items()}


def _notes(said: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(said.get("notes", (BESIDE,)))


def _held(said: Mapping[str, Any]) -> bool:
    return said.get("held") is True

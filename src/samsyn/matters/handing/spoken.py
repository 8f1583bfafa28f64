"""A sentence of a meeting's notes with who there is, as the rules for hand-overs see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.matters.handing.mentions import is_owner
from samsyn.matters.handing.records import Addressee, Handed
from samsyn.matters.handing.refusing import is_denied, is_retold
from samsyn.matters.handing.words import found, pattern, rows

if TYPE_CHECKING:
    from samsyn.matters.handing.directory import Directory
    from samsyn.matters.handing.records import Day, Line
    from samsyn.matters.models.states import HandOverKind

SENTENCE = re.compile(
    r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"])"
    r"|\s+(?=(?:Ansvarig|Ansvar|Ansv|Klart|Beslut|Åtgärd|Kommentar|Status|Läge|Medskick|Fråga)\b[^:]{0,20}:)"
)
OF_OTHERS = re.compile(r"[\w-]+(?: [\w-]+)? (?:från|av) |väg ")  # "frågor från styrgruppen" are not the group
BINDING = ("decision", "agreed_outcome", "proposal", "next_step", "assignment", "postponement")
TOLD = ("information", "comment", "lesson")
OTHERS = re.compile(
    r"(?:[A-ZÅÄÖ]{2,}|(?:[A-ZÅÄÖ]\w+ )?\w+(?:orna|arna|erna|are|ister))"
    r" (?!får|ska|bör|behöver|måste)\w+(?:ar|er|år)\b"
)
PRONOUNS = ("dem ", "dit ", "dem.", "dit.")
LONGEST_NAME = 12  # words


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence.

    Attributes:
        line: What it is a part of.
        text: The sentence as written.
        directory: Who there is, and who has been named before in the same item.
        spoken_of: Who was named last before it, in the item or its heading.
        asked_by: Whose question the item is by its heading.
    """

    line: Line
    text: str
    directory: Directory
    spoken_of: Addressee | None = None
    asked_by: Addressee | None = None

    @property
    def lower(self) -> str:
        """The sentence in small letters."""
        return self.text.lower()

    @property
    def is_binding(self) -> bool:
        """Whether the meeting says that something is to be."""
        return self.line.kind in BINDING

    def holds(self, start: int, end: int) -> bool:
        """Whether the words at a place say what is done now: neither told of, nor denied."""
        told = is_retold(self.text, start, self.directory) or self.is_by_others
        return not told and not is_denied(self.text, start, end)

    @property
    def is_by_others(self) -> bool:
        """Whether it is information on what others do, by what the sentence begins with."""
        others = self.line.kind in TOLD and OTHERS.match(self.text) is not None
        return others and self.directory.leading(self.text)[0] is None

    def elsewhere(self, words: str) -> Addressee | None:
        """Whom words at the beginning name, where it is not only those who speak."""
        name = name_of(words)
        if (
            OF_OTHERS.match(name.lower())
            or found("directed", "posts", name.lower(), form=r"^(?:\w+ ){0,2}(?:{rows})\b")
            or self._is_of(name)
        ):
            return None
        to = self._pronoun(words) or self.directory.addressee(name)
        if to is None or (not to.bodies and not to.is_joint):
            to = self.directory.outsider(name) or to
        own = set(self.directory.own)
        if to is None or (to.bodies and set(to.bodies) <= own and not to.is_joint):
            return None
        return None if to.is_joint and self.directory.is_joint else to

    def _is_of(self, name: str) -> bool:
        """Whether words begin with what a body has ("nätverkets arbete"), and not with where it meets."""
        body, length = self.directory.leading(name)
        tokens = name.split()
        if body is None or len(tokens) <= length or not is_owner(tokens[length - 1]):
            return False
        behind = " ".join(tokens[length:]).lower()
        return not behind.startswith(("och ", "samt ")) and not found(
            "mention", "where", behind, form=r"^(?:{rows})\b"
        )

    def _pronoun(self, name: str) -> Addressee | None:
        """The one body that was spoken of, where words say "dem" or "dit"."""
        if not name.lower().startswith(PRONOUNS):
            return None
        named = {*self.directory.bodies_named(self.text)} - {*self.directory.own}
        near = named or {*self.directory.near}
        return Addressee(name.split(maxsplit=1)[0], tuple(near)) if len(near) == 1 else None

    def ourselves(self, words: str) -> Addressee:
        """Those who speak."""
        return Addressee(words, self.directory.own, is_joint=self.directory.is_joint)

    def hand(
        self, kind: HandOverKind, to: Addressee, words: str | None = None, *, recurring: bool = False
    ) -> Handed:
        """The hand-over that this sentence is, with the day that some of its words give."""
        day = first_day(self.line, self.text if words is None else words)
        return Handed(self.line.key, kind, to, self.line.text, day, recurring)


def name_of(words: str) -> str:
    """The words up to where the name of somebody must have ended."""
    cut = pattern("ends", form="(?:{rows})").split(f"{words} ", maxsplit=1)[0]
    return " ".join(cut.split()[:LONGEST_NAME]).strip()


def first_day(line: Line, words: str) -> Day | None:
    """The first of a line's times that stands in some words, or else the first of all."""
    return day_inside(line, words) or next(iter(line.days), None)


def day_inside(line: Line, words: str) -> Day | None:
    """The first of a line's times that stands in some words; one that gives a day is better."""
    inside = [day for day in line.days if day.words and day.words.lower() in words.lower()]
    return next(iter([*(day for day in inside if day.start is not None), *inside]), None)


def is_decided(said: Spoken) -> bool:
    """Whether what is told in the past tense was done by this meeting."""
    if found("passes", "earlier", said.lower) or any(day.end for day in said.line.days):
        return False
    return said.is_binding or found("passes", "ours", said.lower)


def listed(table: str, name: str) -> str:
    """The rows of a table as alternatives of an expression."""
    return "|".join(rows(table, name))

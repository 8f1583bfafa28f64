"""Read a sentence of notes for what a party has done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.matters.committees.words import around, counted, cuts, number, states, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SENTENCES = re.compile(r"(?<=[.;!?])\s+")
ENOUGH = 2  # words between a state's word and what denies it


@dataclass(frozen=True, slots=True)
class Named:
    """A party as notes may name it.

    Attributes:
        party: Its number, given back as it came.
        stems: Its names in small letters, without genitive s ("flen", "region sörmland").
    """

    party: int
    stems: tuple[str, ...]

    def found_in(self, text: str) -> bool:
        """Whether a text names it; a name begins with a capital, but for words such as "regionen"."""
        return any(
            match[0][0].isupper() or around_region(match[0])
            for stem in self.stems
            for match in re.finditer(rf"\b{re.escape(stem)}s?(?!\w)", text, re.IGNORECASE)
        )


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells of a party.

    Attributes:
        words: The clause that tells it, in which a day may stand.
    """

    party: int
    state: str
    words: str


def around_region(word: str) -> bool:
    """Whether a word without capital stands for the region."""
    return word.casefold() in table()["around"]["region"]


def read_told(text: str, parties: Sequence[Named]) -> list[Told]:
    """What a sentence tells of parties by name, clause by clause."""
    return [
        Told(named.party, state, clause)
        for sentence in SENTENCES.split(text)
        for clause in _clauses(sentence)
        for state in (_state(clause),)
        if state
        for named in parties
        if named.found_in(_whose(clause))
    ]


def read_own(text: str) -> str:
    """What a committee decides in its own notes: a state, or nothing."""
    for state, pattern in states("own"):
        match = pattern.search(text)
        if match:
            return "" if _denied(text, match) else state
    return ""


def read_count(text: str) -> tuple[int, int | None] | None:
    """How many are said to have adopted it, and of how many where that is said: "sju av nio har antagit"."""
    adopted = dict(states("states"))["adopted"].search(text)
    found = counted().search(text[: adopted.start()]) if adopted else None
    if found is None or adopted is None or _denied(text, adopted):
        return None
    return _number(found["n"]), _number(found["all"]) if found["all"] else None


def read_number(texts: Iterable[str]) -> str:
    """The number of the case that texts name; empty where they name none."""
    found = (number().search(text) for text in texts)
    return next((match["number"].strip() for match in found if match), "")


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else int(table()["counts"][word.casefold()])


def _state(clause: str) -> str:
    for state, pattern in states("states"):
        match = pattern.search(clause)
        if match is None:
            continue
        if state == "pending":
            return state
        if _denied(clause, match):
            return "pending" if state in ("adopted", "on_agenda") else ""
        return "" if around("unsure").search(clause[: match.start()]) else state
    return ""


def _denied(clause: str, match: re.Match[str]) -> bool:
    """Whether a "not" stands near the word, before or after it."""
    before = " ".join(clause[: match.start()].split()[-ENOUGH:])
    after = " ".join(clause[match.end() :].split()[:ENOUGH])
    return any(around("not").search(side) for side in (before, after))


def _whose(clause: str) -> str:
    """The part of a clause that names who did it: behind "att", where somebody tells of others."""
    at = min((match.start() for match in _matches(clause)), default=len(clause))
    told = clause.rfind(" att ", 0, at)
    return clause[told + 5 :] if told >= 0 else clause


def _matches(clause: str) -> Iterator[re.Match[str]]:
    return (match for _, pattern in states("states") if (match := pattern.search(clause)))


def _clauses(sentence: str) -> list[str]:
    """A sentence in clauses with one telling word each; a list behind a colon stays with its own."""
    found: list[str] = []
    begun = ""
    for piece in _pieces(sentence):
        if any(_matches(piece)):
            found.append(begun + piece)
            begun = ""
        elif found and ":" in found[-1] and not begun:
            found[-1] += piece
        else:
            begun += piece
    if begun:
        found[-1:] = [found[-1] + begun] if found else [begun]
    return [clause.strip() for clause in found]


def _pieces(sentence: str) -> Iterator[str]:
    start = 0
    for cut in cuts().finditer(sentence):
        yield sentence[start : cut.end()]
        start = cut.end()
    yield sentence[start:]

"""Words that a meeting reads otherwise than they were meant, and the better ones that it suggests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.plan.reading.records import GroupRead, Place, WordRead
from samsyn.plan.reading.words import pattern, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

QUOTED = re.compile(r"[\"”“»«]([^\"”“»«]{2,60})[\"”“»«]")
MOST_WORDS = 6
LONGEST = 100
_NOT_A_WORD = frozenset("som i är bör behöver kan på och att till om från för av".split())  # noqa: SIM905 - plainer
_CLAUSE_END = re.compile(r"[,.;:!?–]| (?:och|för att|eftersom|exempelvis|bör|i skrivning\w*)\b")
_GROUP_IN_LIST = re.compile(r"\b(?:en )?(?:lista|förteckning|uppräkning)\b")
_REFERS = re.compile(
    r"\b(?:begreppet|ordet|uttrycket|formuleringen|termen)\b"
    r"|\b(?:föreslog|föreslår|det ändras|det byts|hellre|i stället)\b"
)


def words_in(lines: Sequence[Place]) -> Iterator[WordRead]:
    """The contested words of some sentences that stand one after another.

    The better words may stand in the sentence behind, where that speaks of "begreppet" or "ordet".
    """
    for at, place in enumerate(lines):
        word, why = _contested(place.words)
        if not word or is_group(word, place.words):
            continue
        instead = better_in(place.words, but=word)
        behind = lines[at + 1].words if at + 1 < len(lines) else ""
        if not instead and behind and _goes_on(behind):
            instead = better_in(behind, but=word)
        yield WordRead(word, instead, why, place)


def _goes_on(text: str) -> bool:
    """Whether a sentence is about the word in the sentence before it."""
    return _REFERS.search(text.lower()) is not None and _named(text) == ""


def _contested(text: str) -> tuple[str, str]:
    """The word that is contested, and the words that say how: those that stand nearest to it."""
    small = text.lower()
    quoted = QUOTED.search(text)
    word = (quoted[1] if quoted else _named(text)).strip(" .,").lower()
    at = small.find(word)
    found = list(pattern("contested", "misread").finditer(small)) if word else []
    if not found or len(word) > LONGEST:
        return "", ""
    nearest = min(found, key=lambda one: min(abs(one.start() - at - len(word)), abs(at - one.end())))
    end = _CLAUSE_END.search(small, nearest.end())
    why = text[nearest.start() : end.start() if end else None].strip()
    return word, "" if pattern("contested", "instead").search(why.lower()) else why


def _named(text: str) -> str:
    """The word behind "ordet" or "begreppet": up to a verb or other small word."""
    mark = pattern("contested", "marks", r"\b(?:{rows}) (?=\w)").search(text.lower())
    if mark is None:
        return ""
    found: list[str] = []
    for word in text[mark.end() :].split()[:MOST_WORDS]:
        bare = word.strip(".,;:")
        if bare.lower() in _NOT_A_WORD or _is_verb(bare.lower()):
            break
        found.append(bare)
        if bare != word:
            break
    return " ".join(found)


def _is_verb(word: str) -> bool:
    return says("contested", "verbs", word)


def better_in(text: str, *, but: str) -> tuple[str, ...]:
    """The better words that a sentence suggests, in order."""
    small = text.lower()
    match = pattern("contested", "instead", r"\b(?:{rows}) ?").search(small)
    if match is None:
        return ()
    behind = text[match.end() :]
    quoted = [one.strip(" .,") for one in QUOTED.findall(behind)]
    if quoted:
        return tuple(one for one in quoted if one.lower() != but)
    end = pattern("contested", "ends", r"(?:{rows})").search(behind.lower())
    parts = pattern("contested", "between", r"(?:{rows})").split(behind[: end.start() if end else None])
    plain = [part.strip(" .,") for part in parts]
    good = [part for part in plain if part and len(part.split()) <= MOST_WORDS]
    return tuple(good) if good and not _GROUP_IN_LIST.search(good[0]) else ()


def is_group(word: str, text: str) -> bool:
    """Whether a word is one for a group, of which it is asked who is meant."""
    small = text.lower()
    is_asked = says("groups", "asks", small) or _GROUP_IN_LIST.search(small) is not None
    return is_asked and says("groups", "words", word)


def groups_in(lines: Sequence[Place]) -> Iterator[GroupRead]:
    """The groups that are to be spelled out."""
    for at, place in enumerate(lines):
        small = place.words.lower()
        found = pattern("groups", "words").search(small)
        behind = lines[at + 1].words.lower() if at + 1 < len(lines) else ""
        asked = says("groups", "asks", small) or (found and says("groups", "asks", behind))
        if found is not None and asked:
            yield GroupRead(found[0], place)


def spells_out(text: str) -> str:
    """The group that a sentence asks to have spelled out; empty where it asks for none."""
    found = next(groups_in([Place(0, None, None, text)]), None)
    return found.words if found else ""

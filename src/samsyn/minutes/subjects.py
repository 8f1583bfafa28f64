"""Who acts in a sentence: attendees, roles, bodies and organisations that the notes know (rules O1-O6)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_organisation_word
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Owner, OwnerKind
from samsyn.minutes.texts import folded, normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.records import Attendee


@dataclass(frozen=True, slots=True)
class Subject:
    """Words at the head of a sentence that name who acts.

    Attributes:
        end: Length of the words.
        owner: Who it is.
        names: Full names of the attendees meant.
        ambiguous: Attendees that a lone given name could mean, two or more.
    """

    end: int
    owner: Owner
    names: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


@dataclass(slots=True)
class Cast:
    """Everybody that the notes know by name, to find them at the head of a sentence."""

    people: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[str, OwnerKind] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)

    def knows(self, words: str) -> bool:
        """Whether the words are a name, initials, role, body or organisation of the cast."""
        return (
            words in self.people
            or words.casefold() in self.people
            or words.casefold() in self.kinds
            or words.casefold() in _standing()
        )

    def kind(self, words: str) -> OwnerKind:
        """What the words name besides a person."""
        key = words.casefold()
        return self.kinds.get(key) or _standing().get(key, OwnerKind.UNRESOLVED)


def cast_of(attendees: Sequence[Attendee], more: Sequence[str] = ()) -> Cast:
    """The cast of some notes: attendees by full name, given name and initials; roles, bodies, organisations."""
    cast = Cast()
    for name in [*(person.name.value for person in attendees), *more]:
        for key in _keys(name):
            known = cast.people.setdefault(key, [])
            if name not in known:
                known.append(name)
    for person in attendees:
        if person.affiliation:
            cast.kinds.setdefault(person.affiliation.value.casefold(), OwnerKind.ORGANISATION)
    cast.heads = {key.split()[0].casefold() for key in (*cast.people, *cast.kinds) if key}
    return cast


def _keys(name: str) -> list[str]:
    parts = name.split()
    initials = "".join(part[0] for part in parts if part[0].isupper())
    keys = [name.casefold(), parts[0].casefold()]
    if 2 <= len(initials) <= 3:
        keys.append(initials)
    if len(parts) > 1:
        keys += [f"{parts[0]} {parts[1][0]}".casefold(), f"{parts[0]} {parts[-1][0]}".casefold()]
    return keys


@cache
def _standing() -> dict[str, OwnerKind]:
    owners = lexicon().tables["owners"]
    kinds = dict.fromkeys(owners["roles"], OwnerKind.ROLE)
    kinds |= dict.fromkeys(owners["bodies"], OwnerKind.BODY)
    kinds |= dict.fromkeys(owners["unresolved"], OwnerKind.UNRESOLVED)
    kinds |= dict.fromkeys((word.casefold() for word in lexicon().municipalities), OwnerKind.ORGANISATION)
    kinds |= {f"{word.casefold()}s kommun": OwnerKind.ORGANISATION for word in lexicon().municipalities}
    return kinds | {f"region {word.casefold()}": OwnerKind.ORGANISATION for word in lexicon().regions}


_WORD = re.compile(r"[^\s,;:()/]+")
_AND = re.compile(r"\s*,\s*(?!som\b)|\s+(?:och|samt)\s+|\s*/\s*")
_LONGEST = 5


@cache
def _standing_heads() -> frozenset[str]:
    return frozenset(key.split()[0] for key in _standing())


def _one(text: str, at: int, cast: Cast) -> int:
    """Where the longest name of the cast that begins here ends; -1 where none does."""
    first = _WORD.match(text, at)
    head = first[0].rstrip(".").casefold() if first else ""
    if head not in cast.heads and head not in _standing_heads():
        return -1
    ends: list[int] = []
    place = at
    while len(ends) < _LONGEST and (match := _WORD.match(text, place)):
        ends.append(match.end())
        gap = re.compile(r"\s+").match(text, match.end())
        if gap is None:
            break
        place = gap.end()
    return next((end for end in reversed(ends) if cast.knows(normal(text[at:end].rstrip(".")))), -1)


def _parts(text: str, at: int, cast: Cast) -> tuple[list[str], int]:
    """The names that follow on one another from a position, and where they end."""
    parts: list[str] = []
    end = at
    begin = at
    while (stop := _one(text, begin, cast)) >= 0:
        parts.append(normal(text[begin:stop].rstrip(".")))
        end = stop
        link = _AND.match(text, stop)
        if link is None:
            break
        begin = link.end()
    return parts, end


_SERVICE = re.compile(r"[A-ZÅÄÖ][a-zåäö]{4,}(?=\s)")
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,6}(?=\s)")


def find_subject(text: str, cast: Cast, at: int = 0) -> Subject | None:
    """Who stands at a position of a sentence, None where it is nobody that the notes know.

    A word in capitals that is nobody's initials counts as an organisation ("SKR", "BUP").
    """
    parts, end = _parts(text, at, cast)
    if not parts and (short := _ABBREVIATION.match(text, at)):
        return Subject(len(short[0]), Owner(short[0], OwnerKind.ORGANISATION))
    if not parts and (service := _SERVICE.match(text, at)) and is_organisation_word(service[0]):
        return Subject(len(service[0]), Owner(service[0], OwnerKind.ORGANISATION))
    if not parts or any(_initials_in_lower_case(part, cast) for part in parts):
        return None
    people, ambiguous, kinds = [], (), []
    for part in parts:
        known = cast.people.get(part) or cast.people.get(part.casefold(), [])
        if len(known) > 1:
            ambiguous = tuple(known)
        people += known if len(known) == 1 else []
        kinds.append(OwnerKind.PERSON if known else cast.kind(part))
    kind = OwnerKind.PERSON if OwnerKind.PERSON in kinds else kinds[0]
    words = text[at:end].rstrip(".")
    if not words[0].isupper() and kind in {OwnerKind.PERSON, OwnerKind.ORGANISATION}:
        return None
    return Subject(end - at, Owner(normal(words), kind), tuple(people), ambiguous)


def _initials_in_lower_case(part: str, cast: Cast) -> bool:
    """Initials must stand in capitals: "as" is no "AS"."""
    return part not in cast.people and part.upper() in cast.people and len(part) <= 3


def owner_of(words: str, cast: Cast) -> Owner:
    """Who is meant by words that a table, bracket or label gives as owner."""
    clean = normal(words).strip(" .,;:()")
    subject = find_subject(clean, cast)
    if subject and subject.end == len(clean):
        return Owner(clean, subject.owner.kind)
    if folded(clean) in lexicon().tables["owners"]["unresolved"]:
        return Owner(clean, OwnerKind.UNRESOLVED)
    return Owner(clean, subject.owner.kind if subject else OwnerKind.UNRESOLVED)

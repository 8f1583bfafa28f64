"""Everybody that some notes know by name, and all that may be called by a name in any notes (rules O1-O6)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import initials_of, is_organisation_word
from samsyn.minutes.given_names import is_common_name
from samsyn.minutes.lexicon import lexicon, per_lexicon
from samsyn.minutes.records import Owner, OwnerKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.minutes.records import Attendee
    from samsyn.minutes.statements.doing import Task


@dataclass(frozen=True, slots=True)
class Subject:
    """Words at the head of a sentence that name who acts.

    Attributes:
        end: Length of the words.
        owner: Who it is.
        ambiguous: Attendees that a lone given name could mean, two or more.
    """

    end: int
    owner: Owner
    ambiguous: tuple[str, ...] = ()


@dataclass(slots=True)
class Cast:
    """Everybody that the notes know by name, to find them at the head of a sentence.

    Attributes:
        heads: First words of names in small letters, each with how many words the longest of them has.
        subjects: What was found at places of sentences: several rules ask for the same.
        tasks: What sentences were found to tell that somebody is to do.
    """

    people: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[str, OwnerKind] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    subjects: dict[tuple[str, int], Subject | None] = field(default_factory=dict)
    tasks: dict[str, Task | None] = field(default_factory=dict)

    def knows(self, words: str) -> bool:
        """Whether the words are a name, initials, role, body or organisation of the cast."""
        key = words.casefold()
        return words in self.people or key in self.people or key in self.kinds or key in _standing()

    def persons(self, words: str) -> list[str]:
        """Full names of the attendees whom a name or initials can mean."""
        return self.people.get(words) or self.people.get(words.casefold(), [])

    def kind(self, words: str) -> OwnerKind:
        """What the words name besides a person."""
        key = words.casefold()
        return self.kinds.get(key) or _standing().get(key, OwnerKind.UNRESOLVED)

    def longest_from(self, head: str) -> int:
        """How many words the longest name has that begins with a word; nought where none does."""
        return max(self.heads.get(head, 0), _standing_heads().get(head, 0))


def cast_of(attendees: Sequence[Attendee], more: Sequence[str] = ()) -> Cast:
    """The cast of some notes: attendees by full name, given name and initials, and their organisations."""
    cast = Cast()
    for name in [*(person.name.value for person in attendees), *more]:
        if _is_organisation(name):
            cast.kinds[name.casefold()] = OwnerKind.ORGANISATION
            continue
        for key in ways_to_name(name):
            known = cast.people.setdefault(key, [])
            if name not in known:
                known.append(name)
    for other, name in lexicon().persons.items():
        cast.people.setdefault(other, [name])
    for person in attendees:
        if person.affiliation:
            cast.kinds.setdefault(person.affiliation.value.casefold(), OwnerKind.ORGANISATION)
    cast.heads = _heads((*cast.people, *cast.kinds))
    return cast


def _is_organisation(name: str) -> bool:
    """Whether somebody in a list is an organisation that was there ("Flens kommun")."""
    words = name.split()
    return not is_common_name(words[0]) and any(map(is_organisation_word, words))


def _heads(names: Iterable[str]) -> dict[str, int]:
    heads: dict[str, int] = {}
    for words in (name.split() for name in names if name):
        head = words[0].casefold()
        heads[head] = max(len(words), heads.get(head, 0))
    return heads


_MOST_INITIALS = 3
_NICKNAME = re.compile(r"""["“”'’](?P<word>[^\W\d_]{3,})["“”'’]""")


def ways_to_name(name: str) -> list[str]:
    """What somebody may be called who has this full name: in small letters, initials as they are written.

    The full name, the given name, also with the initial of a surname, the surname, a nickname, the initials.
    """
    parts = name.split()
    keys = [name.casefold(), parts[0].casefold()]
    keys += [initials for initials in set(initials_of(name)) if 2 <= len(initials) <= _MOST_INITIALS]
    keys += [nickname["word"].casefold() for nickname in _NICKNAME.finditer(name)]
    if len(parts) > 1:
        keys += [parts[-1].casefold()] if len(parts[-1]) > _MOST_INITIALS else []
        keys += [" ".join((parts[0], *(part[0] for part in parts[1:]))).casefold()] if len(parts) > 2 else []
        keys += [f"{parts[0]} {parts[1][0]}".casefold(), f"{parts[0]} {parts[-1][0]}".casefold()]
    return keys


@per_lexicon
def _standing() -> dict[str, OwnerKind]:
    owners = lexicon().tables["owners"]
    kinds = dict.fromkeys(owners["roles"], OwnerKind.ROLE)
    kinds |= dict.fromkeys(owners["bodies"], OwnerKind.BODY)
    kinds |= dict.fromkeys((*owners["unresolved"], *owners["pronouns"]), OwnerKind.UNRESOLVED)
    kinds |= dict.fromkeys(lexicon().bodies, OwnerKind.BODY)
    kinds |= dict.fromkeys((word.casefold() for word in lexicon().municipalities), OwnerKind.ORGANISATION)
    kinds |= {f"{word.casefold()}s kommun": OwnerKind.ORGANISATION for word in lexicon().municipalities}
    return kinds | {f"region {word.casefold()}": OwnerKind.ORGANISATION for word in lexicon().regions}


@per_lexicon
def _standing_heads() -> dict[str, int]:
    return _heads(_standing())

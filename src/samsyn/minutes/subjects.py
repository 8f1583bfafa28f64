"""Who acts in a sentence: attendees, roles, bodies and organisations that the notes know (rules O1-O6)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import (
    initials_of,
    is_given_name,
    is_organisation_word,
    is_title_word,
)
from samsyn.minutes.body_words import body_mentions
from samsyn.minutes.given_names import common_name_end, is_common_name
from samsyn.minutes.lexicon import lexicon, per_lexicon
from samsyn.minutes.records import Owner, OwnerKind
from samsyn.minutes.texts import folded, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.minutes.records import Attendee
    from samsyn.minutes.statements.tasks import Task


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


_WORD = re.compile(r"[^\s,;:()/]+")
_GAP = re.compile(r"\s+")
_LONGEST = 5
_IN_CAPITALS = frozenset({OwnerKind.PERSON, OwnerKind.ORGANISATION})


@per_lexicon
def _standing_heads() -> dict[str, int]:
    return _heads(_standing())


def _one(text: str, at: int, cast: Cast) -> int:
    """Where the longest name of the cast that begins here ends; -1 where none does."""
    match = _WORD.match(text, at)
    head = match[0].rstrip(".").casefold() if match else ""
    most = max(cast.heads.get(head, 0), _standing_heads().get(head, 0))
    if not most:
        return common_name_end(text, at) if is_common_name(head) else -1
    if "\n" in text:  # a name's words may be broken over lines
        most = _LONGEST
    ends: list[int] = []
    while match and len(ends) < min(most, _LONGEST):
        ends.append(match.end())
        gap = _GAP.match(text, match.end())
        match = _WORD.match(text, gap.end()) if gap else None
    known = next((end for end in reversed(ends) if cast.knows(normal(text[at:end].rstrip(".")))), -1)
    return known if known >= 0 else common_name_end(text, at)


def _parts(text: str, at: int, cast: Cast) -> tuple[list[str], int]:
    """The names that follow on one another from a position, and where they end."""
    parts: list[str] = []
    end = begin = at
    while (stop := _one(text, begin, cast)) >= 0:
        parts.append(normal(text[begin:stop].rstrip(".")))
        end = stop
        link = lexicon().pattern("name_link").match(text, stop)
        if link is None:
            break
        begin = link.end()
    return parts, end


_SERVICE = re.compile(r"[A-ZÅÄÖ][a-zåäö]{4,}(?=\s)")
_BESIDE = re.compile(r"(?P<word>[A-ZÅÄÖÉ][a-zåäöé]{2,})(?P<och>\s(?:och|o|samt|&)\s)(?=[A-ZÅÄÖÉ])")
_TITLED = re.compile(r"(?P<word>[A-ZÅÄÖ][a-zåäö]{3,})(?P<och>)\s(?=[A-ZÅÄÖÉ])")
_OTHER = re.compile(r"\s(?:och|o|samt|&)\s(?P<word>[A-ZÅÄÖÉ][a-zåäöé]{2,})(?=\s[a-zåäö])")
_OTHER_UNIT = re.compile(r"\s(?:och|samt|&)\s(?P<word>[\w-]{3,})(?=\s)")
_OF_PLACE = re.compile(r"\s(?:i|på|vid|från|hos|inom)\s(?=[A-ZÅÄÖ])")
_LONGEST_BODY = 80  # letters
_HANDLE = re.compile(r"(?<![\w.])@[\w-]{2,}")  # somebody by the name on a computer
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,6}(?=\s)")


def find_subject(text: str, cast: Cast, at: int = 0) -> Subject | None:
    """Who stands at a position of a sentence, None where it is nobody that the notes know.

    A word in capitals that is nobody's initials counts as an organisation ("SKR", "BUP").
    """
    if (text, at) not in cast.subjects:
        cast.subjects[text, at] = _find_subject(text, cast, at)
    return cast.subjects[text, at]


def _find_subject(text: str, cast: Cast, at: int) -> Subject | None:
    parts, end = _parts(text, at, cast)
    if not parts:
        return _open_group(text, at) or _beside_known(text, at, cast) or _unknown_organisation(text, at, cast)
    if any(_initials_in_lower_case(part, cast) for part in parts):
        return None
    known = [cast.persons(part) for part in parts]
    kinds = [
        OwnerKind.PERSON if names else _kind(part, cast) for part, names in zip(parts, known, strict=True)
    ]
    kind = OwnerKind.PERSON if OwnerKind.PERSON in kinds else kinds[0]
    words = text[at:end].rstrip(".")
    if not words[0].isupper() and kind in _IN_CAPITALS:
        return None
    if kind is OwnerKind.ROLE and (named := _named_behind(text, at, end, cast)):
        return named
    end = _with_unknown(text, end) if kind is OwnerKind.PERSON else _with_place(text, end, cast)
    words = text[at:end].rstrip(".")
    ambiguous = next((tuple(several) for several in reversed(known) if len(several) > 1), ())
    return Subject(end - at, Owner(normal(words), kind), ambiguous)


def _kind(part: str, cast: Cast) -> OwnerKind:
    """What words name that are no name of an attendee."""
    kind = cast.kind(part)
    if kind is OwnerKind.UNRESOLVED and not cast.knows(part) and is_common_name(part.partition(" ")[0]):
        return OwnerKind.PERSON
    return kind


def _open_group(text: str, at: int) -> Subject | None:
    """Each of many ("varje skolchef")."""
    match = lexicon().pattern("open_group").match(text, at) if text[at : at + 1] in "vVrR" else None
    return Subject(len(match[0]), Owner(match[0], OwnerKind.UNRESOLVED)) if match else None


def _beside_known(text: str, at: int, cast: Cast) -> Subject | None:
    """Somebody whom the list lacks beside one whom it has ("Peter och Rut"), or a title before one."""
    first = _BESIDE.match(text, at) or _TITLED.match(text, at)
    title = first is not None and is_title_word(first["word"])
    if first is None or (title if first["och"] else not title) or is_organisation_word(first["word"]):
        return None
    known = _find_subject(text, cast, first.end())
    if known is None or known.owner.kind is not OwnerKind.PERSON:
        return None
    end = first.end() + known.end
    owner = known.owner if title else Owner(normal(text[at:end]), OwnerKind.PERSON)
    return Subject(end - at, owner, known.ambiguous)


def _named_behind(text: str, at: int, end: int, cast: Cast) -> Subject | None:
    """Somebody behind the role that he has ("Ordförande Rut Vifell")."""
    known = _find_subject(text, cast, end + 1) if text[end : end + 2].strip().isupper() else None
    if known is None or known.owner.kind is not OwnerKind.PERSON:
        return None
    return Subject(end + 1 + known.end - at, known.owner, known.ambiguous)


def _with_unknown(text: str, end: int) -> int:
    """Where the names end, with somebody behind "och" whom the list lacks ("Rut och Peter tar …")."""
    other = _OTHER.match(text, end)
    return other.end() if other and is_given_name(other["word"]) else end


def _with_place(text: str, end: int, cast: Cast) -> int:
    """Where the words end, with the organisation of a role or unit ("Skolchefen i Flen", "BUP i Trosa")."""
    place = _OF_PLACE.match(text, end)
    if place is None:
        return end
    parts, stop = _parts(text, place.end(), cast)
    if parts and all(cast.kind(part) is OwnerKind.ORGANISATION for part in parts):
        return stop
    unknown = _ABBREVIATION.match(text, place.end()) or _SERVICE.match(text, place.end())
    return unknown.end() if unknown and is_organisation_word(unknown[0]) else end


def _unknown_organisation(text: str, at: int, cast: Cast) -> Subject | None:
    """An organisation or body by its words alone, with the words that name it or its place."""
    if handle := _HANDLE.match(text, at):
        return Subject(len(handle[0]), Owner(handle[0], OwnerKind.PERSON))
    match = _ABBREVIATION.match(text, at) or _SERVICE.match(text, at)
    if match is None or not is_organisation_word(match[0]):
        return None
    named = next((place for place in body_mentions(text[at : at + _LONGEST_BODY]) if not place.start), None)
    if named and named.end > len(match[0]):
        return Subject(named.end, Owner(normal(text[at : at + named.end]), OwnerKind.BODY))
    end = _with_place(text, match.end(), cast)
    while (other := _OTHER_UNIT.match(text, end)) and is_organisation_word(other["word"]):
        end = other.end()
    return Subject(end - at, Owner(normal(text[at:end]), OwnerKind.ORGANISATION))


def _initials_in_lower_case(part: str, cast: Cast) -> bool:
    """Initials must stand in capitals: "as" is no "AS"."""
    return part not in cast.people and part.upper() in cast.people and len(part) <= 3


def owner_of(words: str, cast: Cast) -> Owner:
    """Who is meant by words that a table, bracket or label gives as owner."""
    clean = normal(words).strip(" .,;:()")
    subject = find_subject(clean, cast)
    if subject and subject.end == len(clean):
        return Owner(clean, subject.owner.kind)
    if is_open_group(clean):
        return Owner(clean, OwnerKind.UNRESOLVED)
    return Owner(clean, subject.owner.kind if subject else OwnerKind.UNRESOLVED)


def is_open_group(name: str) -> bool:
    """Whether a name stands for whoever it may concern ("alla aktörer", "berörda")."""
    known = folded(name) in lexicon().words("owners", "unresolved")
    return known or lexicon().pattern("open_group").fullmatch(name) is not None


def is_pronoun(name: str) -> bool:
    """Whether a word stands for somebody named before, or for whoever writes ("hon", "jag")."""
    return name.casefold() in lexicon().words("owners", "pronouns")

"""Who acts in a sentence: attendees, roles, bodies and organisations that the notes know (rules O1-O6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_given_name, is_organisation_word, is_title_word
from samsyn.minutes.body_words import body_mentions
from samsyn.minutes.casts import Subject
from samsyn.minutes.given_names import common_name_end, is_common_name
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Owner, OwnerKind
from samsyn.minutes.texts import folded, normal

if TYPE_CHECKING:
    from samsyn.minutes.casts import Cast

_WORD = re.compile(r"[^\s,;:()/]+")
_GAP = re.compile(r"\s+")
_LONGEST = 5
_IN_CAPITALS = frozenset({OwnerKind.PERSON, OwnerKind.ORGANISATION})


def _one(text: str, at: int, cast: Cast) -> int:
    """Where the longest name of the cast that begins here ends; -1 where none does."""
    match = _WORD.match(text, at)
    head = match[0].rstrip(".").casefold() if match else ""
    most = cast.longest_from(head)
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

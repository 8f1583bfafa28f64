"""What a piece of a list begins with: a name, a group, a role, a name and its municipality."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import (
    is_given_name,
    is_municipality,
    is_name,
    is_office,
    is_organisation_word,
    is_role,
    is_title_word,
    organisation_length,
    place_length,
    without_nickname,
)
from samsyn.minutes.lexicon import lexicon, remembered
from samsyn.minutes.texts import folded, normal

if TYPE_CHECKING:
    from collections.abc import Sequence

_GROUP = re.compile(r"(?P<group>[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?: [\wåäöÅÄÖ-]+){0,3}):\s+(?=[A-ZÅÄÖ]|[-–]+\s*$)")
_GROUP_DASH = re.compile(r"(?P<group>[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?: [\wåäöÅÄÖ-]+){0,3})\s+[–—-]\s+(?=[A-ZÅÄÖ])")
_GIVEN_FROM = re.compile(r"(?P<name>[^\W\d_]+(?: [A-ZÅÄÖ]\.?)?) (?:på|från|hos|vid) \w[\w -]*")
_ROLE_FIRST = re.compile(
    r"(?P<role>[^\W\d][\w. ]{2,30}?)\s*(?:\s[-–—]\s|:\s|\s(?=[A-ZÅÄÖ]))\s*(?P<name>[^(,]+)"
)
_NAME_END = re.compile(r"[,(]|\s{2,}")
_HEAD = re.compile(r"(?P<name>[^,;(\t]+?)(?=\s*[,;(\t]|\s{2,}|\s[–—-]\s|\s(?:§|(?:pkt|punkt|p\.?)\s?\d)|$)")


@remembered
def group_before(text: str) -> re.Match[str] | None:
    """A group that stands before its people ("Region Sörmland: Rut Vifell", "Trosa – Tage Wrangmark")."""
    if match := _GROUP.match(text):
        return match if not tells_role(match["group"].casefold()) else None
    match = _GROUP_DASH.match(text)
    words = match["group"].split() if match else []
    known = match is not None and (place_length(words) or is_organisation_word(words[-1]))
    return match if known else None


def dashed_group(text: str) -> re.Match[str] | None:
    """A group before a dash whatever it is called, where a name stands behind it ("Ådö – Rut Vifell")."""
    match = _GROUP_DASH.match(text)
    return match if match and is_name(first_words(text[match.end() :])) else None


def behind_group(text: str) -> str:
    """The words behind a group at their head, the words themselves where none stands there."""
    match = group_before(text)
    return text[match.end() :] if match else text


@remembered
def placed_length(text: str) -> int:
    """Length of the name in "Rut Vifell Flen", where a municipality stands straight behind it; else 0."""
    words = text.split()
    if len(words) < 3 or not is_municipality(words[-1]) or not is_name(" ".join(words[:-1])):
        return 0
    return len(text) - len(words[-1]) - 1


@remembered
def given_length(words: str) -> int:
    """Length of the given name in "Mia på soc"; 0 for other words."""
    origin = _GIVEN_FROM.fullmatch(words)
    return origin.end("name") if origin and is_given_name(origin["name"]) else 0


@remembered
def behind_role(text: str) -> re.Match[str] | None:
    """The role and the name that a text begins with ("Kassör - Rut Vifell", "Kassör Rut Vifell")."""
    match = _ROLE_FIRST.match(text)
    named = match and tells_role(match["role"].casefold()) and is_name(normal(match["name"]))
    return match if named else None


def tells_role(words: str) -> bool:
    """Whether words are a role, in any form ("suppleanten"), or end in a title ("vår rektor")."""
    last = words.rsplit(maxsplit=1)[-1]
    forms = (words, last, last.removesuffix("n"), last.removesuffix("en"))
    return any(map(is_role, forms)) or (len(words.split()) < 3 and any(map(is_title_word, forms[1:])))


def role_length(tokens: Sequence[str]) -> int:
    """How many of the first words are a role or title in small letters ("vice ordförande")."""
    for size in (2, 1):
        key = " ".join(tokens[:size])
        if is_office(key.casefold()) or (
            key.islower() and (is_role(key) or (size == 1 and is_title_word(key)))
        ):
            return size
    return 0


def placed_name(tokens: Sequence[str]) -> int:
    """How many of the words are a name, where the rest names a municipality or region in full; else 0."""
    for size in range(2, min(5, len(tokens) - 1)):
        rest = list(tokens[size:])
        if place_length(rest) == len(rest) > 1 and is_name(" ".join(tokens[:size])):
            return size
    return 0


def begins_described(text: str) -> bool:
    """Whether words are a name and an organisation, with nothing between ("Rut Vifell Flens kommun")."""
    tokens = text.split()
    if not 3 <= len(tokens) <= 7:
        return False
    return placed_name(tokens) > 0 or any(
        organisation_length(tokens[size:]) == len(tokens) - size and is_name(" ".join(tokens[:size]))
        for size in (2, 3)
    )


def tells_of_person(words: str) -> bool:
    """Whether words behind a name tell of the person: role, title, part of the meeting, absence, whom for."""
    key = folded(words)
    if is_role(key) or is_title_word(key) or key in lexicon().words("attendance", "absent_marks"):
        return True
    if lexicon().pattern("part").match(key) or lexicon().pattern("school_class").fullmatch(words):
        return True
    return any(
        (match := lexicon().pattern(name).search(words)) and not match.start()
        for name in ("behalf", "substitute")
    )


def name_length(text: str) -> int:
    """How far the words reach that stand before a comma, bracket, dash, wide gap or paragraph."""
    head = _HEAD.match(text)
    return head.end("name") if head else len(text)


def first_words(text: str) -> str:
    """The words before the first comma, bracket or wide gap."""
    return normal(_NAME_END.split(text, maxsplit=1)[0])


def begins_with_name(text: str) -> bool:
    """Whether the words before a comma, bracket, dash, wide gap or paragraph are a name."""
    head = _HEAD.match(text)
    return head is not None and is_name(without_nickname(normal(head["name"]).rstrip(".")))

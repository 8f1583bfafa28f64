"""What a piece of a list begins with: a name, a group, a role, a name and its municipality."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import (
    is_given_name,
    is_municipality,
    is_name,
    is_organisation_word,
    is_role,
    is_title_word,
    place_length,
    without_nickname,
)
from samsyn.minutes.lexicon import remembered
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

_GROUP = re.compile(r"(?P<group>[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?: [\wåäöÅÄÖ-]+){0,3}):\s+(?=[A-ZÅÄÖ]|[-–]+\s*$)")
_GROUP_DASH = re.compile(r"(?P<group>[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?: [\wåäöÅÄÖ-]+){0,3})\s+[–—-]\s+(?=[A-ZÅÄÖ])")
_GIVEN_FROM = re.compile(r"(?P<name>[^\W\d_]+(?: [A-ZÅÄÖ]\.?)?) (?:på|från|hos|vid) \w[\w -]*")
_ROLE_FIRST = re.compile(
    r"(?P<role>[^\W\d][\w. ]{2,30}?)\s*(?:\s[-–—]\s|:\s|\s(?=[A-ZÅÄÖ]))\s*(?P<name>[^(,]+)"
)
_HEAD = re.compile(r"(?P<name>[^,;(\t]+?)(?=\s*[,;(\t]|\s{2,}|\s[–—-]\s|$)")


@remembered
def group_before(text: str) -> re.Match[str] | None:
    """A group that stands before its people ("Region Sörmland: Rut Vifell", "Trosa – Tage Wrangmark")."""
    if match := _GROUP.match(text):
        return match if not is_role(match["group"].casefold()) else None
    match = _GROUP_DASH.match(text)
    words = match["group"].split() if match else []
    known = match is not None and (place_length(words) or is_organisation_word(words[-1]))
    return match if known else None


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
    named = match and _tells_role(match["role"].casefold()) and is_name(normal(match["name"]))
    return match if named else None


def _tells_role(words: str) -> bool:
    """Whether words are a role, in any form ("suppleanten"), or end in a title ("vår rektor")."""
    last = words.rsplit(maxsplit=1)[-1]
    forms = (words, last, last.removesuffix("n"), last.removesuffix("en"))
    return any(is_role(form) for form in forms) or (len(words.split()) < 3 and is_title_word(last))


def role_length(tokens: Sequence[str]) -> int:
    """How many of the first words are a role or title in small letters ("vice ordförande")."""
    for size in (2, 1):
        key = " ".join(tokens[:size])
        if key.islower() and (is_role(key) or (size == 1 and is_title_word(key))):
            return size
    return 0


def name_length(text: str) -> int:
    """How far the words reach that stand before a comma, bracket, dash or wide gap."""
    head = _HEAD.match(text)
    return head.end("name") if head else len(text)


def begins_with_name(text: str) -> bool:
    """Whether the words before a comma, bracket, dash or wide gap are a name."""
    head = _HEAD.match(text)
    return head is not None and is_name(without_nickname(normal(head["name"]).rstrip(".")))

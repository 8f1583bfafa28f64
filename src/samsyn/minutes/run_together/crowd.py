"""People of a list whose line breaks are lost, told by a name before each comma or bracket (rule H16)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import (
    is_municipality,
    is_name,
    is_organisation_word,
    is_role,
    is_title_word,
)
from samsyn.minutes.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ]?[a-zåäöéü]+)?"
_NAMED = re.compile(
    rf"(?<![\w-])(?:[A-ZÅÄÖ]{{2,}}\s+)?{_WORD}(?:\s+(?:af|von|de|van))?(?:\s+{_WORD}){{1,3}}(?=\s*[,(])"
)
_CAPITAL = re.compile(r"(?<!\S)[A-ZÅÄÖ][\w-]*")
_RUN_OF_NAMES = re.compile(rf":?(?:\s+{_WORD}){{4,}}")
_MIN_CROWD = 3
_LONGEST_WORD = 30
_SHORTEST, _LONGEST = 2, 3  # words of a name; of four, the last two are one, and another one stands before it


def crowd_places(text: str, lists: Sequence[int]) -> Iterator[int]:
    """Where people, and the groups and roles before them, begin in lists without line breaks.

    Args:
        text: The head of the notes.
        lists: Where the words behind the labels of lists begin.
    """
    yield from _pairs(text, lists)
    begins = [*lists, len(text)]
    names = [_name_at(match) for match in _NAMED.finditer(text, begins[0])]
    people = [place for place in names if place is not None]
    if len(people) < _MIN_CROWD:
        return
    for before, (start, _) in zip([(0, begins[0]), *people], people, strict=False):
        group = _group_between(text, before[1], start)
        if group is not None:
            yield group
        if group is None or not is_role(text[group:start].strip().casefold()):
            yield start


def _pairs(text: str, lists: Sequence[int]) -> Iterator[int]:
    """Where people begin whom no sign parts: names of two words each, up to the label of the next list."""
    for begin in lists:
        run = _RUN_OF_NAMES.match(text, begin)
        end = lexicon().pattern("after_names").search(text, begin + 1) if run else None
        words = list(_CAPITAL.finditer(text, begin, min(run.end(), end.start()))) if run and end else []
        if len(words) >= 2 * _SHORTEST and len(words) % _SHORTEST == 0:
            yield from (word.start() for word in words[::_SHORTEST])


def _group_between(text: str, begin: int, end: int) -> int | None:
    """Where a group or role before a name begins, behind what describes the person before."""
    for match in _CAPITAL.finditer(text, begin, end):
        if _names_group(match[0]) and not text[begin : match.start()].endswith((", ", "(")):
            return match.start()
    return None


def _name_at(match: re.Match[str]) -> tuple[int, int] | None:
    """Where a name begins and ends, without the words for a group or a role before it."""
    start = match.start()
    words = match[0].split()
    before = match.string[max(0, start - _LONGEST_WORD) : start].split()[-1:]
    bound = bool(before) and before[0] in lexicon().words("words", "before_names")
    size = _SHORTEST if len(words) > _LONGEST else len(words) - bound
    while len(words) > max(size, _SHORTEST) or (len(words) > _SHORTEST and _is_no_name(words)):
        start = match.string.index(words[1], start + len(words[0]))
        words = words[1:]
    return (start, match.end()) if is_name(" ".join(words)) else None


def _is_no_name(words: Sequence[str]) -> bool:
    """Whether words are more than a name: the first stands for a group, a role or a place."""
    first = words[0]
    return _names_group(first) or is_organisation_word(first) or is_municipality(first) or first.isupper()


def _names_group(word: str) -> bool:
    """Whether a word in capital stands for a group of people or a role."""
    if is_title_word(word) or is_role(word.casefold()):
        return True
    return lexicon().pattern("people_group").fullmatch(word) is not None

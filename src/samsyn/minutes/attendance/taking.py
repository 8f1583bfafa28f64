"""A run of attendance piece by piece: a name, or words that describe the person before (rule A4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.brackets import names_in_brackets
from samsyn.minutes.attendance.leads import (
    behind_role,
    given_length,
    placed_name,
    role_length,
    tells_of_person,
)
from samsyn.minutes.attendance.names import (
    initials_of,
    is_given_name,
    is_municipality,
    is_name,
    is_role,
    is_title_word,
    organisation_length,
    without_nickname,
)
from samsyn.minutes.attendance.pieces import BRACKET, Entry
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from samsyn.minutes.attendance.pieces import Stretch

_Word = tuple[str, int, int]
_LETTERS = re.compile(r"(?P<letters>[A-ZÅÄÖ]{2,4})(?:\s?=)?\s+(?=[A-ZÅÄÖ])")
_HEAD_END = re.compile(r"[,(]")
_WORD = re.compile(r"\S+(?:(?<=\w-)\n\s*\S+)*")  # a hyphen at the end of a line breaks a word


class Run:
    """Persons found so far in a run; describing words are added to the last one.

    `words_behind` tells that words in small letters stand straight behind a name in it, `passed` where
    an organisation ends that stands beside persons and describes none of them.
    """

    def __init__(self, rule: str) -> None:
        self.entries: list[Entry] = []
        self.rule = rule
        self.words_behind = False
        self.passed = -1

    def is_bare_at(self, end: int) -> bool:
        """Whether a name ends at a place, or an organisation that stands beside persons."""
        bare = bool(self.entries) and self.entries[-1].name[1] == self.entries[-1].description[1]
        return end == self.passed or (bare and self.entries[-1].name[1] == end)

    def add(self, start: int, end: int, stop: int) -> None:
        """Begin a person: the name from start to end, the description up to stop."""
        self.entries.append(Entry((start, end), (end, stop), self.rule))

    def describe(self, stop: int) -> None:
        """Let the description of the last person reach up to stop, unless others came between."""
        if self.entries and self.passed < self.entries[-1].description[1]:
            last = self.entries[-1]
            begin, end = last.description
            self.entries[-1] = last._replace(description=(begin, max(stop, end)))


_DASH = re.compile(r"\s[–—]\s+")


def take(piece: Stretch, found: Run, known: Collection[str], *, alone: bool, beside: bool = False) -> None:
    """Add what a piece between two commas holds: a name, or words that describe the last one.

    Args:
        piece: The piece.
        found: The persons before it.
        known: Names of organisations, in lower case.
        alone: Single given names count as names.
        beside: "och" stands between it and a name, so that it describes nobody.
    """
    piece = _trimmed(piece)
    bracket = BRACKET.search(piece.text)
    head = piece.text[: bracket.start()].rstrip() if bracket else piece.text
    given = alone and is_given_name(head)
    if _take_behind_role(piece, found) or (not given and _take_in_brackets(piece, found)):
        return
    words = [(normal(match[0]), match.start(), match.end()) for match in _WORD.finditer(head)]
    name = without_nickname(normal(head))
    if _take_behind_place(piece, found, words) or _take_before_dash(piece, found, head):
        return
    slash = head.find("/")
    if slash > 0 and is_name(normal(head[:slash])) and not is_name(name):
        found.add(piece.start, piece.start + slash, piece.end)
    elif is_name(name) or given or (alone and is_given_name(name)):
        _take_name(piece, found, words)
    elif alone and (cut := given_length(head)):
        origin = (piece.start + head.index(" ", cut + 1) + 1, piece.start + len(head))
        place, nothing = (piece.start, piece.start + cut), (piece.end, piece.end)
        found.entries.append(Entry(place, nothing, found.rule, group=origin))
    elif not (
        _take_behind_organisation(piece, found, words, known) or _take_described(piece, found, words, known)
    ):
        if beside:
            found.passed = piece.end
        else:
            found.describe(piece.end)


def _trimmed(piece: Stretch) -> Stretch:
    """A piece without words that tell nothing ("samt undertecknad Rut Vifell", "Rut Vifell m.fl.")."""
    text = piece.text
    before = lexicon().pattern("before_name").match(text) if text[:1].islower() else None
    start = before.end() if before else 0
    letters = _LETTERS.match(text, start)
    if letters and letters["letters"] in initials_of(normal(_HEAD_END.split(text[letters.end() :])[0])):
        start = letters.end()
    behind = lexicon().pattern("behind_names").search(text) if text[-1:] in ".larvc" else None
    return piece._replace(text=text[start : behind.start() if behind else None], start=piece.start + start)


def _take_name(piece: Stretch, found: Run, words: Sequence[_Word]) -> None:
    """A name; four long words are the names of two persons between whom the comma is missing."""
    end = piece.start + words[-1][2]
    if len(words) == 4 and all(len(word) > 2 and word[0].isupper() for word, *_ in words):
        middle = piece.start + words[1][2]
        found.add(piece.start, middle, middle)
        found.add(piece.start + words[2][1], end, piece.end)
    else:
        found.add(piece.start, end, piece.end)


def _take_behind_place(piece: Stretch, found: Run, words: Sequence[_Word]) -> bool:
    """A name straight behind the municipality of the person before ("…, Flen Rut Vifell, …")."""
    names = " ".join(word for word, *_ in words[1:])
    if not (found.entries and len(words) > 2 and is_municipality(words[0][0]) and is_name(names)):
        return False
    found.describe(piece.start + words[0][2])
    found.add(piece.start + words[1][1], piece.start + words[-1][2], piece.end)
    return True


def _take_before_dash(piece: Stretch, found: Run, head: str) -> bool:
    """A name before a dash and words that tell of the person ("Rut Vifell – från kl 14")."""
    dash = _DASH.search(head)
    if dash is None or not is_name(normal(head[: dash.start()])) or not tells_of_person(head[dash.end() :]):
        return False
    found.add(piece.start, piece.start + dash.start(), piece.end)
    return True


def _take_behind_organisation(
    piece: Stretch, found: Run, words: Sequence[_Word], known: Collection[str]
) -> bool:
    """An organisation that ends the description of the last person, and the next one's name."""
    tokens = [word for word, *_ in words]
    cut = organisation_length(tokens, known) or role_length(tokens)
    if not (0 < cut < len(tokens) and found.entries and is_name(" ".join(tokens[cut:]))):
        return False
    found.describe(piece.start + words[cut - 1][2])
    found.add(piece.start + words[cut][1], piece.start + words[-1][2], piece.end)
    return True


def _take_behind_role(piece: Stretch, found: Run) -> bool:
    """A name behind the role; the role describes the person."""
    match = behind_role(piece.text)
    if match is None:
        return False
    begin, end = match.span("name")
    name = (piece.start + begin, piece.start + begin + len(match["name"].rstrip()))
    place = (piece.start + match.start("role"), piece.start + match.end("role"))
    entry = Entry(name, (name[1], piece.start + end), found.rule)
    last = match["role"].rsplit(maxsplit=1)[-1]
    is_title = any(map(is_title_word, (last, last.removesuffix("n"), last.removesuffix("en"))))
    is_title = is_title and not is_role(match["role"].casefold())
    found.entries.append(entry._replace(title=place) if is_title else entry._replace(role=place))
    found.describe(piece.end)
    return True


def _take_in_brackets(piece: Stretch, found: Run) -> bool:
    """Names in brackets behind their organisation or initials."""
    entries = names_in_brackets(piece, found.rule)
    found.entries += entries
    return bool(entries)


def _take_described(piece: Stretch, found: Run, words: Sequence[_Word], known: Collection[str]) -> bool:
    """A name with describing words straight behind it."""
    tokens = [word for word, *_ in words]
    if size := placed_name(tokens):
        found.add(piece.start, piece.start + words[size - 1][2], piece.end)
        return True
    for size in range(min(4, len(tokens) - 1), 1, -1):
        rest = tokens[size:]
        told = role_length(rest) >= len(rest) or tells_of_person(" ".join(rest))
        telling = told or (not rest[0][0].isupper() and (not found.entries or found.words_behind))
        if is_name(" ".join(tokens[:size])) and (telling or organisation_length(rest, known)):
            found.add(piece.start, piece.start + words[size - 1][2], piece.end)
            found.words_behind = found.words_behind or not rest[0][0].isupper()
            return True
    return False

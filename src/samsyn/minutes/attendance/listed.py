"""What all lists of the notes together tell of the words in each of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.leads import behind_group, given_length, placed_length
from samsyn.minutes.attendance.names import is_given_name, is_name
from samsyn.minutes.attendance.pieces import bare_words, segments
from samsyn.minutes.given_names import is_common_name

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEW = 3  # names
_MIN_PLACED = 2
_PLACED_NAME = 3  # words of a name of two and its place


class Listed:
    """The texts of all lists, for what one list tells of the words in another."""

    def __init__(self, texts: Sequence[str], lists: Sequence[str]) -> None:
        """Keep the texts of lines and of whole lists; lists of bold names never ask for more."""
        self.texts = texts
        self.lists = lists
        self._of_given_names: dict[str, bool] = {}

    @cached_property
    def organisations(self) -> set[str]:
        """Organisations, in lower case, that stand alone behind a comma at the end of a line."""
        return _known_organisations(self.texts)

    @cached_property
    def placed(self) -> bool:
        """Whether municipalities stand straight behind names, without a sign."""
        pieces = (piece.text for text in self.texts for piece in segments(text, 0))
        return sum(1 for words in pieces if placed_length(behind_group(words))) >= _MIN_PLACED

    @cached_property
    def behind_names(self) -> set[str]:
        """Words that stand straight behind each name of a list: where people come from."""
        return {word for text in self.lists for word in _last_words(text)}

    def name_before(self, text: str) -> int:
        """Length of the name in a piece whose last word tells where the person comes from; else 0."""
        name, _, last = text.rpartition(" ")
        return len(name) if self.behind_names and last in self.behind_names and name.count(" ") == 1 else 0

    @cached_property
    def given_names(self) -> bool:
        """Whether one of the lists gives persons by their given names alone."""
        return any(map(self.is_of_given_names, self.lists))

    def is_of_given_names(self, text: str) -> bool:
        """Whether a list gives persons by their given names alone; told once of each list."""
        if text not in self._of_given_names:
            self._of_given_names[text] = gives_given_names(text)
        return self._of_given_names[text]


def gives_given_names(text: str) -> bool:
    """Whether a list gives persons by their given names alone, or with an initial (rule A21).

    Either nearly all of at least three do so, or the first does so and hardly anything but names follows.
    """
    lines = [behind_group(line) for line in text.split("\n")]
    if len(lines) >= _FEW and all(is_given_name(bare_words(line)) for line in lines):
        return True
    grouped = "\n".join(lines) != text
    if _are_given_names(", ".join(lines) if grouped else text):
        return True
    return len(lines) > 1 and any(map(_are_mostly_given_names, lines))


def _last_words(text: str) -> set[str]:
    """The last words of lines of three, where nobody's second word is a given name ("Rut Vifell Torp").

    Nearly all lines have three, and most first words are common given names: else they may be surnames.
    """
    lines = [line.split() for line in text.split("\n")]
    placed = [words for words in lines if len(words) == _PLACED_NAME and is_name(" ".join(words))]
    if len(placed) <= _FEW or len(placed) * 4 < len(lines) * 3:
        return set()
    given = sum(1 for words in placed if is_common_name(words[0]))
    if given * 2 < len(placed) or any(is_common_name(words[1]) for words in placed):
        return set()
    last = {words[-1] for words in placed}
    return last if len(last) < len(placed) else set()


def _are_mostly_given_names(text: str) -> bool:
    """Whether at least three pieces of a line are given names, and nearly all."""
    if text.count(",") < _FEW - 1:
        return False
    parts, given = _parts(text)
    return len(parts) >= _FEW and len(given) * 4 >= len(parts) * 3


def _parts(text: str) -> tuple[list[str], list[str]]:
    """The pieces of a list, and those of them that are given names."""
    parts = [part for piece in segments(text, 0) if (part := bare_words(piece.text))]
    given = [part for part in parts if is_given_name(part) or given_length(part)]
    return parts, given


def _are_given_names(text: str) -> bool:
    parts, given = _parts(text)
    if len(parts) >= _FEW and len(given) * 4 >= len(parts) * 3:
        return True
    named = len(given) + sum(1 for part in parts if is_name(part) and part not in given)
    return len(parts) > 1 and parts[0] in given and named == len(parts)


def _known_organisations(texts: Sequence[str]) -> set[str]:
    known = set()
    for text in texts:
        parts = [bare_words(piece.text) for piece in segments(text, 0)]
        if len(parts) >= 2 and is_name(parts[0]) and not is_name(parts[-1]):
            known.add(parts[-1].casefold())
        elif len(parts) == 2 and is_name(parts[0]):
            known.add(parts[1].casefold())
    return known

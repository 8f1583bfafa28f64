"""What all lists of the notes together tell of the words in each of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.leads import behind_group, given_length, placed_length
from samsyn.minutes.attendance.names import is_given_name, is_name
from samsyn.minutes.attendance.pieces import bare_words, segments

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEW = 3  # names
_MIN_PLACED = 2


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
    lines = text.split("\n")
    if len(lines) >= _FEW and all(is_given_name(bare_words(line)) for line in lines):
        return True
    return _are_given_names(text) or (len(lines) > 1 and any(map(_are_mostly_given_names, lines)))


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

"""The language of the notes as data: the tables of `sv.toml` and `places.toml`, loaded once.

A municipality's habits are rows there, and not code.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Lexicon", "lexicon", "words_pattern"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables by name, as in the file."""

    tables: Mapping[str, Any]
    municipalities: frozenset[str]
    regions: frozenset[str]

    def words(self, table: str, name: str) -> tuple[str, ...]:
        """One list of words or expressions."""
        return tuple(self.tables[table][name])

    def lists(self, table: str) -> dict[str, tuple[str, ...]]:
        """All lists of a table by name."""
        return {name: tuple(words) for name, words in self.tables[table].items()}


@cache
def lexicon() -> Lexicon:
    """The Swedish lexicon."""
    folder = files(__name__)
    tables = tomllib.loads((folder / "sv.toml").read_text("utf-8"))
    places = tomllib.loads((folder / "places.toml").read_text("utf-8"))
    return Lexicon(tables, frozenset(places["municipalities"]), frozenset(places["regions"]))


def words_pattern(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first; "*" stands for any letters, a space for any gap."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in ordered)

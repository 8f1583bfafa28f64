"""A text as words, and what the forms of a Swedish word have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from threading import local
from typing import TYPE_CHECKING

import Stemmer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST = 100
WORD = re.compile(rf"\w{{1,{LONGEST}}}")
# As they stand in a text: with marks set above letters by themselves, and soft hyphens.
WRITTEN = re.compile(r"[\w\u00ad\u0300-\u036f]+")
ODD = re.compile(r"[\u00ad\u0300-\u036f]")
DEFINITE = ("et", "an")
SHORTEST_ROOT = 3
REMEMBERED = 50_000


def words_of(text: str) -> list[str]:
    """The words of a text in order, in small letters."""
    small = text.casefold()
    if ODD.search(small):
        small = unicodedata.normalize("NFC", small.replace("\u00ad", ""))
    return WORD.findall(small)


def roots_of(words: Iterable[str]) -> list[str]:
    """The root of each word: its Snowball stem, without the definite endings that the stemmer leaves.

    Done over until nothing is left to take: "ansvaret" and "ansvar" end alike, though not after one round. A
    root is always a beginning of its word.
    """
    stem = OWN.stemmer.stemWord
    return [_root(word, stem) for word in words]


@lru_cache(REMEMBERED)
def root_of(word: str) -> str:
    """The root of one word; those asked for last are remembered."""
    return _root(word, OWN.stemmer.stemWord)


class _Own(local):
    """A stemmer keeps a state of its own, so each thread has one."""

    def __init__(self) -> None:
        self.stemmer = Stemmer.Stemmer("swedish", 0)  # to remember words takes longer than to stem them


OWN = _Own()


def _root(word: str, stem: Callable[[str], str]) -> str:
    while True:
        shorter = _without_definite(stem(word))
        if len(shorter) < SHORTEST_ROOT or shorter == word:
            return word
        word = shorter


def _without_definite(word: str) -> str:
    if word.endswith(DEFINITE) and len(word) >= SHORTEST_ROOT + 2:
        return word[:-2]
    return word

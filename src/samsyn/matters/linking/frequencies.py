"""How much a word tells: the fewer meetings speak of it, the more."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from math import log
from typing import TYPE_CHECKING, NamedTuple

from samsyn.register.search.words import roots_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Frequencies:
    """In how many meetings' notes a root stands: of a register, and of notes that Samsyn was made with.

    The latter say what is said at any meeting where a register holds but a few.
    """

    def __init__(self, counts: Mapping[str, int], n_meetings: int) -> None:
        """Add up what is known.

        Args:
            counts: Roots, with how many of the register's meetings they stand in.
            n_meetings: How many there are.
        """
        known = background()
        self.counts, self.known = counts, known.roots
        self.n = n_meetings + known.n_notes
        self.most = log(self.n + 1)

    def weight(self, root: str) -> float:
        """From 0, for a word that stands everywhere, to 1, for one that nobody has written yet."""
        count = self.counts.get(root, 0) + self.known.get(root, 0)
        return log((self.n + 1) / (count + 0.5 if count else 0.5)) / (self.most + log(2))


def count_roots(texts: Iterable[str]) -> tuple[dict[str, int], int]:
    """In how many texts each root stands, and how many texts there are."""
    counts: Counter[str] = Counter()
    n_texts = 0
    for text in texts:
        n_texts += 1
        counts.update(set(roots_of(set(words_of(text)))))
    return dict(counts), n_texts


class Background(NamedTuple):
    """What ordinary notes say: how many were counted, and roots with how many they stand in."""

    n_notes: int
    roots: dict[str, int]


@cache
def background() -> Background:
    """What the shipped file says."""
    held = tomllib.loads((files("samsyn.matters") / "data" / "background.toml").read_text("utf-8"))
    return Background(held["notes"], held["roots"])

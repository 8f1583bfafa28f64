"""Plain BM25 over whole items, to measure the linking beside."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from samsyn.register.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.matters.linking.profiles import Profile

K1, B = 1.5, 0.75  # the usual ones of BM25


class PlainWords:
    """BM25 over whole items, as a search engine that knows nothing of meetings would do it."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Count the words of all topics."""
        texts = {id(one): words_of(f"{one.topic.heading}\n{one.topic.text}") for one in profiles}
        self.counts = {key: Counter(words) for key, words in texts.items()}
        self.lengths = {key: len(words) for key, words in texts.items()}
        self.mean = sum(self.lengths.values()) / max(1, len(texts))
        self.held = Counter(word for counts in self.counts.values() for word in counts)

    def score(self, asked: Profile, text: Profile) -> float:
        """How well a topic answers to the words of another."""
        counts, length = self.counts[id(text)], self.lengths[id(text)]
        norm = K1 * (1 - B + B * length / self.mean)
        words = self.counts[id(asked)].keys() & counts.keys()
        return sum(self._told(word) * counts[word] * (K1 + 1) / (counts[word] + norm) for word in words)

    def both_ways(self, one: Profile, other: Profile) -> float:
        """The mean of how each answers to the other."""
        return (self.score(one, other) + self.score(other, one)) / 2

    def _told(self, word: str) -> float:
        n_held = self.held[word]
        return log(1 + (len(self.counts) - n_held + 0.5) / (n_held + 0.5))

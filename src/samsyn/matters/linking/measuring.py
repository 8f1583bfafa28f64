"""How well links are proposed, beside labels that a careful person gave; and two plain ways beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from math import log
from typing import TYPE_CHECKING

from samsyn.matters.linking.chaining import Chains
from samsyn.matters.linking.reasons import is_strong
from samsyn.matters.linking.scoring import fitted
from samsyn.minutes.evaluation import Bond
from samsyn.register.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.matters.linking.corpus import Corpus
    from samsyn.matters.linking.profiles import Profile
    from samsyn.minutes.evaluation import LabelledPair

K1, B = 1.5, 0.75  # the usual ones of BM25


@dataclass(frozen=True, slots=True)
class Rated:
    """A labelled pair with what each way says of it.

    Attributes:
        shown: Probability by the two topics; 0 where one of them is no question of its own.
        chained: The same, or by a third topic that both belong with: what is offered once that is taken.
        strong: Whether it is shown as strong.
        bm25: Score by plain words, the mean of both directions.
        same_heading: Whether their headings are the same, letter by letter.
    """

    pair: LabelledPair
    shown: float
    chained: float
    strong: bool
    bm25: float
    same_heading: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What one way finds among labelled pairs.

    Attributes:
        n_shown: Pairs that it says are of one matter; `n_right` of them are labelled so.
        n_same: Pairs labelled so in all.
    """

    n_shown: int
    n_right: int
    n_same: int

    @property
    def precision(self) -> float:
        """Share of those shown that are right; 1 where none is shown."""
        return self.n_right / self.n_shown if self.n_shown else 1.0

    @property
    def recall(self) -> float:
        """Share of those labelled so that are shown; 1 where none is labelled so."""
        return self.n_right / self.n_same if self.n_same else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def rate(corpus: Corpus, pairs: Iterable[LabelledPair]) -> list[Rated]:
    """What each way says of labelled pairs, all topics of the notes known to it."""
    chains = Chains(
        (id(row.one), id(row.other), row.probability)
        for one, other in combinations(sorted(corpus.profiles), 2)
        for row in corpus.between(one, other)
    )
    plain = PlainWords([one for some in corpus.profiles.values() for one in some])
    return [_rated(corpus, chains, plain, pair) for pair in pairs]


def _rated(corpus: Corpus, chains: Chains, plain: PlainWords, pair: LabelledPair) -> Rated:
    one, other = corpus.find(pair.one), corpus.find(pair.other)
    if one is None or other is None or one.topic.meeting == other.topic.meeting:
        return Rated(pair, 0.0, 0.0, strong=False, bm25=0.0, same_heading=False)
    row = corpus.pair(one, other)
    shown = row.probability if row else 0.0
    bridge = chains.best(id(one), id(other))
    score = (plain.score(one, other) + plain.score(other, one)) / 2
    same = one.topic.heading.casefold() == other.topic.heading.casefold()
    return Rated(
        pair,
        shown,
        max(shown, bridge.probability if bridge else 0.0),
        strong=row is not None and is_strong(row),
        bm25=score,
        same_heading=same,
    )


def ways(rated: Sequence[Rated]) -> dict[str, Found]:
    """Each way with what it finds; plain words with the limit that is best for them on these very labels."""
    limits = sorted({row.bm25 for row in rated})
    plain = [_found(rated, [row.bm25 >= limit for row in rated]) for limit in limits]
    return {
        "strong": _found(rated, [row.strong for row in rated]),
        "shown": _found(rated, [row.shown >= fitted().possible for row in rated]),
        "chained": _found(rated, [row.chained >= fitted().possible for row in rated]),
        "bm25": max(plain, key=lambda found: found.f1),
        "same_heading": _found(rated, [row.same_heading for row in rated]),
    }


def _found(rated: Sequence[Rated], shown: Sequence[bool]) -> Found:
    same = [row.pair.bond == Bond.SAME for row in rated]
    right = sum(one and other for one, other in zip(shown, same, strict=True))
    return Found(sum(shown), right, sum(same))


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

    def _told(self, word: str) -> float:
        n_held = self.held[word]
        return log(1 + (len(self.counts) - n_held + 0.5) / (n_held + 0.5))

"""How well links are proposed, beside labels that a careful person gave; and two plain ways beside it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, combinations, product
from math import sqrt
from typing import TYPE_CHECKING

from samsyn.matters.linking.plain import PlainWords
from samsyn.matters.linking.reasons import is_strong
from samsyn.matters.linking.scoring import fitted
from samsyn.minutes.evaluation import Bond

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samsyn.matters.linking.corpus import Corpus
    from samsyn.matters.linking.profiles import Profile
    from samsyn.matters.linking.scoring import Weights
    from samsyn.minutes.evaluation import Bonds, LabelledPair

NORMAL = 1.96  # standard deviations on either side that 95 of 100 lie within


@dataclass(frozen=True, slots=True)
class Rated:
    """A labelled pair with what each way says of it.

    Attributes:
        same: Whether it is labelled as of one matter.
        shown: Probability that it is; 0 where one of them is no question of its own.
        strong: Whether it is shown as strong.
        bm25: Score by plain words, the mean of both directions.
        same_heading: Whether their headings are the same, letter by letter.
    """

    same: bool
    shown: float = 0.0
    strong: bool = False
    bm25: float = 0.0
    same_heading: bool = False


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


def share_between(n_right: int, n_all: int) -> tuple[float, float]:
    """Where a share lies with 95 in 100, by Wilson's interval; from 0 to 1 of nothing.

    Source: Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
    """
    if not n_all:
        return 0.0, 1.0
    share, square = n_right / n_all, NORMAL**2 / n_all
    middle = (share + square / 2) / (1 + square)
    wide = sqrt(share * (1 - share) * square + square**2 / 4) / (1 + square)
    return middle - wide, middle + wide


def rate(corpus: Corpus, pairs: Iterable[LabelledPair]) -> list[Rated]:
    """What each way says of labelled pairs, all topics of the notes known to it."""
    plain = _plain(corpus)
    ends = [(corpus.find(pair.one), corpus.find(pair.other), pair.bond == Bond.SAME) for pair in pairs]
    return [_rated(corpus, plain, one, other, same=same) for one, other, same in ends]


def rate_all(corpus: Corpus, bonds: Bonds) -> Iterator[Rated]:
    """The same of any two topics of the notes, those apart of which the labels say nothing."""
    plain = _plain(corpus)
    for first, second in combinations(sorted(corpus.profiles), 2):
        for one, other in product(corpus.profiles[first], corpus.profiles[second]):
            bond = corpus.bond(one, other, bonds)
            if bond is not None:
                yield _rated(corpus, plain, one, other, same=bond == Bond.SAME)


def _plain(corpus: Corpus) -> PlainWords:
    return PlainWords([one for some in corpus.profiles.values() for one in some])


def _rated(
    corpus: Corpus, plain: PlainWords, one: Profile | None, other: Profile | None, *, same: bool
) -> Rated:
    if one is None or other is None or one.topic.meeting == other.topic.meeting:
        return Rated(same)
    row = corpus.pair(one, other)
    return Rated(
        same,
        row.probability if row else 0.0,
        strong=row is not None and is_strong(row),
        bm25=plain.both_ways(one, other),
        same_heading=one.topic.heading.casefold() == other.topic.heading.casefold(),
    )


def ways(rated: Sequence[Rated], weights: Weights | None = None) -> dict[str, Found]:
    """Each way with what it finds.

    The linking and plain words each with the limit that is best for them on these very labels, too; and plain
    words with the one from which they find as many of the right as are shown.
    """
    possible = (weights or fitted()).possible
    shown = _found(rated, [row.shown >= possible for row in rated])
    plain = _by_limit([(row.bm25, row.same) for row in rated])
    ours = _by_limit([(row.shown, row.same) for row in rated])
    return {
        "strong": _found(rated, [row.strong for row in rated]),
        "shown": shown,
        "bm25_alike": next(found for found in plain if found.n_right >= shown.n_right),
        "shown_best": max(ours, key=lambda found: found.f1),
        "bm25": max(plain, key=lambda found: found.f1),
        "same_heading": _found(rated, [row.same_heading for row in rated]),
    }


def _by_limit(scored: Sequence[tuple[float, bool]]) -> list[Found]:
    """What is found with each limit that shows one pair more, beginning with none."""
    rows = sorted(scored, key=lambda row: -row[0])
    right = list(accumulate((same for _, same in rows), initial=0))
    return [Found(n_shown, n_right, right[-1]) for n_shown, n_right in enumerate(right)]


def _found(rated: Sequence[Rated], shown: Sequence[bool]) -> Found:
    right = sum(row.same and one for row, one in zip(rated, shown, strict=True))
    return Found(sum(shown), right, sum(row.same for row in rated))

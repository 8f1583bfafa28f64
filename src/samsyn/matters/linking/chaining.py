"""What two topics have to do with each other through a third: A is B's matter and B is C's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

WEAKER = 0.9  # a chain is so much as sure as its two links together
WORTH = 0.25  # a link less sure than this carries nothing further


class Bridge(NamedTuple):
    """A topic between two others.

    Attributes:
        middle: Which.
        probability: That the two at its ends are of one matter.
    """

    middle: Hashable
    probability: float


class Chains:
    """Links between topics, to be followed over one topic in the middle."""

    def __init__(self, links: Iterable[tuple[Hashable, Hashable, float]]) -> None:
        """Keep the links that carry something, both ways."""
        self.sure: dict[Hashable, dict[Hashable, float]] = defaultdict(dict)
        for one, other, probability in links:
            if probability > WORTH:
                self.sure[one][other] = self.sure[other][one] = probability

    def best(self, one: Hashable, other: Hashable) -> Bridge | None:
        """The surest way over a third topic; None where there is none."""
        near = self.sure.get(other, {})
        ways = [
            Bridge(middle, WEAKER * probability * near[middle])
            for middle, probability in self.sure.get(one, {}).items()
            if middle in near
        ]
        return max(ways, key=lambda way: way.probability, default=None)

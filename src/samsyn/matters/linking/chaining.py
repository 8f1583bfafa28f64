"""What two topics have to do with each other through a third: A is B's matter and B is C's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.matters.linking.profiles import Profile

WORTH = 0.2  # a link less sure than this carries nothing further


class Bridge(NamedTuple):
    """A topic between two others.

    Attributes:
        middle: Which.
        probability: That the two at its ends are of one matter, if nothing else were known of them.
    """

    middle: Profile
    probability: float


class Chains:
    """Links between topics, to be followed over one topic in the middle."""

    def __init__(self, links: Iterable[tuple[Profile, Profile, float]]) -> None:
        """Keep the links that carry something, both ways."""
        self.sure: dict[Profile, dict[Profile, float]] = defaultdict(dict)
        for one, other, probability in links:
            if probability >= WORTH:
                self.sure[one][other] = self.sure[other][one] = probability

    def best(self, one: Profile, other: Profile) -> Bridge | None:
        """The surest way over a third topic; None where there is none."""
        near, far = self.sure.get(one), self.sure.get(other)
        if not near or not far:
            return None
        ways = [Bridge(middle, near[middle] * far[middle]) for middle in near.keys() & far.keys()]
        return max(ways, key=lambda way: (way.probability, way.middle.topic.heading), default=None)

"""A topic beside those of other meetings, with what a third topic says of the two.

A question asked in one place and answered in another is one matter though the two share no word: what stands
between them is like both.
"""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

from samsyn.matters.linking.chaining import WORTH, Chains
from samsyn.matters.linking.scoring import BRIDGED, Compared, beside, compare_meetings, fitted, sure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samsyn.matters.linking.profiles import Profile
    from samsyn.matters.linking.scoring import Weights

    Profiles = Sequence[Profile]

MOST_MIDDLES = 20  # topics that a meeting's own are looked for through, the likest


def compare_with_all(own: Profiles, others: Sequence[Profiles]) -> list[Compared]:
    """A meeting's topics beside those of some other meetings, each known to all.

    Args:
        own: The topics of one meeting.
        others: The topics of each of the other meetings.
    """
    near = [(some, compare_meetings(own, some)) for some in others]
    rows = [row for _, found in near for row in found]
    chains = Chains((row.one, row.other, row.near) for row in [*rows, *_between_others(rows, others)])
    return [row for some, found in near for row in bridge(own, some, found, chains)]


def bridge(
    ones: Profiles, others: Profiles, rows: Iterable[Compared], chains: Chains, weights: Weights | None = None
) -> list[Compared]:
    """The rows of two meetings with what a third topic says, and those that only a third topic makes.

    Args:
        ones: The topics of the one meeting.
        others: The topics of the other.
        rows: As `compare_meetings` gives them for the two.
        chains: Links of all meetings that are known.
        weights: Those that Samsyn comes with, unless others are being fitted.
    """
    model = weights or fitted()
    held = {(row.one, row.other): row for row in rows}
    for one in ones:
        for other in others if one in chains.sure else ():
            way = chains.best(one, other)
            if way is not None:
                row = held.setdefault((one, other), beside(one, other))
                row.bridge, row.figures[BRIDGED[-1]] = way.middle, way.probability
    for row in held.values():
        row.probability = sure(row, model)
    return list(held.values())


def _between_others(rows: Iterable[Compared], others: Sequence[Profiles]) -> Iterator[Compared]:
    """Links of the topics that a meeting's own are likest to, with those of all the others."""
    middles = nlargest(
        MOST_MIDDLES, {row.other: row.near for row in rows if row.near >= WORTH}.items(), key=_near
    )
    likest = {middle for middle, _ in middles}
    done = set()
    for at, some in enumerate(others):
        wanted = [topic for topic in some if topic in likest]
        for to, more in enumerate(others) if wanted else ():
            if to == at or frozenset((at, to)) in done or not _is_near(wanted, more):
                continue
            done.add(frozenset((at, to)))
            yield from compare_meetings(some, more)


def _near(pair: tuple[Profile, float]) -> float:
    return pair[1]


def _is_near(some: Profiles, more: Profiles) -> bool:
    """Whether any two may be linked: what a whole meeting gives can only take from the rank among few."""
    return any(row.near >= WORTH for row in compare_meetings(some, more))

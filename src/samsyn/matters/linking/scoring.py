"""From what speaks for and against to a probability, and to what is shown as strong or possible.

Logistic regression over the figures of `features`; then with two that only a whole meeting gives: whether
each is the other's best counterpart in its meeting, and whether one points to the other's meeting and means
it best; then with one that only other meetings give: how surely a third topic is of one matter with both
(`bridging`).
The weights stand in `data/weights.toml`; `scripts/fit_links.py` fits them to labelled pairs
(docs/decisions/, 25).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING

from samsyn.matters.linking.features import NAMES, compare, is_worth_comparing
from samsyn.matters.linking.pointing import leads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from importlib.resources.abc import Traversable

    from samsyn.matters.linking.profiles import Profile

RANKED = (*NAMES, "mutual", "pointed")
BRIDGED = (*RANKED, "bridge")
STEEP = 30.0  # beyond this a probability is 0 or 1


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of figures, and what is added to their sum."""

    weights: Mapping[str, float]
    constant: float

    def probability(self, figures: Mapping[str, float]) -> float:
        """How likely two topics with such figures are of one matter, from 0 to 1."""
        total = self.constant + sum(weight * figures[name] for name, weight in self.weights.items())
        return 1 / (1 + exp(-max(-STEEP, min(STEEP, total))))


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was fitted.

    Attributes:
        alone: Of two topics by themselves, to find each one's best counterpart.
        ranked: With that known.
        bridged: With links to third topics known too.
        strong: Probability from which a link is shown as strong; from `possible` it is shown at all.
    """

    alone: Model
    ranked: Model
    bridged: Model
    strong: float
    possible: float


@cache
def fingerprint() -> str:
    """Eight letters of the weights' hash: links that other weights proposed are proposed anew."""
    return sha256(_weights_file().read_bytes()).hexdigest()[:8]


def _weights_file() -> Traversable:
    return files("samsyn.matters") / "data" / "weights.toml"


@cache
def fitted() -> Weights:
    """What the shipped file says."""
    held = tomllib.loads(_weights_file().read_text("utf-8"))
    alone, ranked, bridged = (
        Model({name: held[kind][name] for name in names}, held[kind]["constant"])
        for kind, names in (("alone", NAMES), ("ranked", RANKED), ("bridged", BRIDGED))
    )
    return Weights(alone, ranked, bridged, held["strong"], held["possible"])


@dataclass(slots=True)
class Compared:
    """Two topics beside one another.

    Attributes:
        figures: By the names of `BRIDGED`.
        alone: Probability by the two alone.
        near: With the other topics of their meetings known.
        probability: With those of other meetings known too.
        bridge: The third topic that says most for the two.
    """

    one: Profile
    other: Profile
    figures: dict[str, float]
    alone: float
    near: float = 0.0
    probability: float = 0.0
    bridge: Profile | None = None


def compare_meetings(
    ones: Sequence[Profile], others: Sequence[Profile], weights: Weights | None = None
) -> list[Compared]:
    """All topics of one meeting beside all of another, but for those that have next to nothing in common."""
    model = weights or fitted()
    rows = [beside(one, other) for one in ones for other in others if is_worth_comparing(one, other)]
    for row in rows:
        row.alone = model.alone.probability(row.figures)
    _rank(rows)
    for row in rows:
        row.near = model.ranked.probability(row.figures)
        row.probability = sure(row, model)
    return rows


def beside(one: Profile, other: Profile) -> Compared:
    """Two topics of which nothing is known but themselves."""
    return Compared(one, other, compare(one, other) | dict.fromkeys(BRIDGED[len(NAMES) :], 0.0), 0.0)


def sure(row: Compared, model: Weights) -> float:
    """How likely two are of one matter; what is strong by itself stays so."""
    probability = model.bridged.probability(row.figures)
    return max(row.near, probability) if row.near >= model.strong else probability


def _rank(rows: Iterable[Compared]) -> None:
    """Write into all rows of two meetings which of them are best."""
    held = list(rows)
    best_of_one = _best((id(row.one), row) for row in held)
    best_of_other = _best((id(row.other), row) for row in held)
    for row in held:
        first, second = best_of_one[id(row.one)] is row, best_of_other[id(row.other)] is row
        row.figures["mutual"] = (first + second) / 2
        row.figures["pointed"] = max(
            leads(row.one.topic, row.other.topic) * first, leads(row.other.topic, row.one.topic) * second
        )


def _best(rows: Iterable[tuple[int, Compared]]) -> dict[int, Compared]:
    found: dict[int, Compared] = {}
    for key, row in rows:
        if key not in found or row.alone > found[key].alone:
            found[key] = row
    return found

"""How far several raters say the same of the same things: Krippendorff's alpha.

Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): 1 - observed / expected
disagreement over all pairs of values within a unit, from a matrix of coincidences. Missing values are simply
not there; units with fewer than two values say nothing.
"""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from itertools import permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Scale(StrEnum):
    """What values are: names, an order, a scale of equal steps, a scale with a true zero."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


def alpha(units: Iterable[Sequence[float]], scale: Scale = Scale.ORDINAL) -> float | None:
    """Krippendorff's alpha: 1 for full agreement, 0 for no more than chance, below for less.

    Args:
        units: The values that raters gave to each thing, in any order.
        scale: How far two values are from each other.

    Returns:
        None where nothing has two values, or all values are the same, so that chance says nothing.
    """
    pairs: defaultdict[tuple[float, float], float] = defaultdict(float)
    for values in units:
        for pair in permutations(values, 2):
            pairs[pair] += 1 / (len(values) - 1)
    totals: defaultdict[float, float] = defaultdict(float)
    for (value, _other), weight in pairs.items():
        totals[value] += weight
    n = sum(totals.values())
    observed = sum(weight * _apart(pair, totals, scale) for pair, weight in pairs.items())
    expected = sum(
        totals[one] * totals[other] * _apart((one, other), totals, scale)
        for one, other in permutations(totals, 2)
    )
    return 1 - (n - 1) * observed / expected if expected else None


def _apart(pair: tuple[float, float], totals: Mapping[float, float], scale: Scale) -> float:
    """The squared distance of two values."""
    low, high = sorted(pair)
    if low == high:
        return 0.0
    if scale == Scale.NOMINAL:
        return 1.0
    if scale == Scale.INTERVAL:
        return (high - low) ** 2
    if scale == Scale.RATIO:
        return ((high - low) / (high + low)) ** 2
    between = sum(n for value, n in totals.items() if low <= value <= high)
    return (between - (totals[low] + totals[high]) / 2) ** 2

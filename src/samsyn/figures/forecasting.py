"""When what is left will be done, out of one's own pace: never out of what was planned.

The number of periods (weeks, as a rule) until so many more things are done is forecast from how many were
done in each earlier period. With twenty periods or more, future periods are drawn from the earlier ones; the
distribution is worked out exactly instead of by drawing numbers, so the same history gives the same answer.
With fewer, such intervals are too narrow (of outcomes, 0.80 fall below the limit called 0.85 with eight
periods of history), and the pace itself is taken as uncertain: Gamma-Poisson, posterior predictive, with
Jeffreys' prior (Gelman et al., Bayesian Data Analysis, section 2.6). With fewer than eight there is no
forecast at all.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from math import exp, lgamma, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FEWEST = 8
"""Periods of history, below which nothing is forecast."""
SURE = 20
"""Periods of history from which on it is drawn from as it is."""
LEVELS = (0.5, 0.85, 0.95)
LONGEST = 520
"""Periods ahead, beyond which nothing is said: ten years of weeks."""
PRIOR = 0.5


class Refusal(StrEnum):
    """Why there is no forecast."""

    TOO_SHORT = "too_short"
    STANDS_STILL = "stands_still"
    NOTHING_LEFT = "nothing_left"


@dataclass(frozen=True, slots=True)
class Forecast:
    """After how many periods what is left is done, with each probability.

    Attributes:
        periods: By level; None where it is more than `LONGEST`.
        is_widened: The history was short: the pace itself was taken as uncertain.
        n_history: Periods that it was reckoned from.
    """

    periods: dict[float, int | None]
    is_widened: bool
    n_history: int


def forecast(history: Sequence[int], left: int, *, levels: Sequence[float] = LEVELS) -> Forecast | Refusal:
    """Forecast the periods until `left` more are done.

    Args:
        history: How many were done in each earlier period, zeros among them.
        left: How many are to be done.
        levels: Probabilities strictly between 0 and 1.

    Returns:
        The forecast, or why there is none.
    """
    if left <= 0:
        return Refusal.NOTHING_LEFT
    if len(history) < FEWEST:
        return Refusal.TOO_SHORT
    if not any(history):
        return Refusal.STANDS_STILL
    is_short = len(history) < SURE
    chance = widened(history, left) if is_short else resampled(history, left)
    return Forecast({level: _first(chance, level) for level in levels}, is_short, len(history))


def resampled(history: Sequence[int], left: int) -> Callable[[int], float]:
    """Probability that `left` are done within so many periods drawn from the earlier ones, exactly."""
    shares = [(done, count / len(history)) for done, count in Counter(history).items()]
    reached = [1.0] + [0.0] * left  # probability of each number done; the last one for that many or more
    chances = [reached[left]]

    def chance(periods: int) -> float:
        nonlocal reached
        while len(chances) <= periods:
            following = [0.0] * (left + 1)
            for done, weight in enumerate(reached):
                for more, share in shares:
                    following[min(done + more, left)] += weight * share
            reached = following
            chances.append(reached[left])
        return chances[periods]

    return chance


def widened(history: Sequence[int], left: int) -> Callable[[int], float]:
    """Probability that `left` are done within so many periods, the pace itself being uncertain.

    The pace a period is Gamma(done + 1/2, periods of history), so the number done in m periods is negative
    binomial.
    """
    shape, rate = sum(history) + PRIOR, float(len(history))

    def chance(periods: int) -> float:
        stays, goes = log(rate / (rate + periods)), log(periods / (rate + periods)) if periods else 0.0
        fewer = (
            exp(lgamma(shape + done) - lgamma(shape) - lgamma(done + 1) + shape * stays + done * goes)
            for done in range(left)
        )
        return 1.0 - sum(fewer) if periods else 0.0

    return chance


def _first(chance: Callable[[int], float], level: float) -> int | None:
    """The fewest periods with at least that probability."""
    return next((n for n in range(1, LONGEST + 1) if chance(n) >= level), None)

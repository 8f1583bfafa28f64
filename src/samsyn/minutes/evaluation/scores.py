"""Counts of what was read right, and the shares made of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """How many values of a field were right, how many extra and how many missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        """The counts of both."""
        return Score(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def wrong(self) -> int:
        """How many values are not right."""
        return self.extra + self.missed

    @property
    def precision(self) -> float | None:
        """Share of what was read that is right, 0 to 1; None where there is nothing to judge by."""
        if self.right + self.extra:
            return self.right / (self.right + self.extra)
        return 0.0 if self.missed else None

    @property
    def recall(self) -> float | None:
        """Share of what stands there that was read, 0 to 1; None where nothing stands there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall, 0 to 1; None where nothing was read or to be read."""
        counted = 2 * self.right + self.wrong
        return 2 * self.right / counted if counted else None


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the entries that were found have a part right ("owner", "due")."""

    right: int = 0
    asked: int = 0

    def __add__(self, other: Share) -> Share:
        """The counts of both."""
        return Share(self.right + other.right, self.asked + other.asked)

    @property
    def value(self) -> float | None:
        """The share, 0 to 1; None where nothing was asked."""
        return self.right / self.asked if self.asked else None

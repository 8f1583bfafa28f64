"""What a rule can look for, as Vale's extension points of the same names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.wording.patterns import Pattern


class Hit(NamedTuple):
    """A place in the text that was looked at, and what could stand there instead."""

    start: int
    end: int
    instead: tuple[str, ...] = ()


class Check(Protocol):
    """Finds what a rule remarks on."""

    def hits(self, text: str) -> Iterator[Hit]:
        """The places in a text, from left to right."""


def _excepted(text: str, exceptions: Pattern | None) -> bool:
    """Whether words are among a rule's exceptions."""
    return exceptions is not None and exceptions.covers(text)


@dataclass(frozen=True, slots=True)
class Existence:
    """Words that should not stand there."""

    pattern: Pattern
    exceptions: Pattern | None = None

    def hits(self, text: str) -> Iterator[Hit]:
        """Each match that is no exception."""
        for start, end in self.pattern.find(text):
            if not _excepted(text[start:end], self.exceptions):
                yield Hit(start, end)


@dataclass(frozen=True, slots=True)
class Substitution:
    """Words that others should stand for: pairs of what is found and what to write."""

    swap: Sequence[tuple[Pattern, tuple[str, ...]]]
    exceptions: Pattern | None = None

    def hits(self, text: str) -> Iterator[Hit]:
        """Each match of each pair; what already is the better words is none."""
        for pattern, instead in self.swap:
            for start, end in pattern.find(text):
                found = text[start:end]
                if found not in instead and not _excepted(found, self.exceptions):
                    yield Hit(start, end, instead)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something that may stand there so and so many times."""

    token: Pattern
    least: int
    most: int | None

    def hits(self, text: str) -> Iterator[Hit]:
        """The whole text, where there are too many or too few."""
        count = sum(1 for _ in self.token.find(text))
        if count < self.least or (self.most is not None and count > self.most):
            yield Hit(0, len(text))


@dataclass(frozen=True, slots=True)
class Conditional:
    """Words that demand that others stand somewhere in the same text."""

    first: Pattern
    second: Pattern
    exceptions: Pattern | None = None

    def hits(self, text: str) -> Iterator[Hit]:
        """Each match of the first, where the second is nowhere."""
        if next(self.second.find(text), None) is None:
            for start, end in self.first.find(text):
                if not _excepted(text[start:end], self.exceptions):
                    yield Hit(start, end)


@dataclass(frozen=True, slots=True)
class Repetition:
    """The same word more than so many times in a row."""

    pattern: Pattern
    most: int
    ignorecase: bool

    def hits(self, text: str) -> Iterator[Hit]:
        """The row from its first word to its last."""
        row: list[tuple[int, int]] = []
        for span in (*self.pattern.find(text), (len(text), len(text))):
            if row and self._same(text, row[-1], span):
                row.append(span)
                continue
            if len(row) > self.most:
                yield Hit(row[0][0], row[-1][1])
            row = [span]

    def _same(self, text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
        words = text[slice(*one)], text[slice(*other)]
        between = text[one[1] : other[0]]
        same = words[0].lower() == words[1].lower() if self.ignorecase else words[0] == words[1]
        return same and not between.strip()

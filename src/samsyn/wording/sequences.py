"""Words in order, by what they are: Vale's extension point `sequence`, with verb forms as tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.wording.checks import Hit
from samsyn.wording.clauses import Told, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.wording.patterns import Pattern
    from samsyn.wording.verbs import Tag


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a sequence, or a comma or the like.

    Attributes:
        pattern: What the word must be, if anything.
        tags: Forms of which the word must be able to be one; empty for any.
        negate: No such word may stand within reach.
        skip: How many other words may stand before it.
    """

    pattern: Pattern | None
    tags: frozenset[Tag]
    negate: bool
    skip: int

    def fits(self, word: Told) -> bool:
        """Whether a word is of this kind where it stands."""
        if self.pattern is not None and not self.pattern.covers(word.text):
            return False
        return not self.tags or not self.tags.isdisjoint(word.tags)


@dataclass(frozen=True, slots=True)
class InOrder:
    """Steps that must follow one another; a negated one before the first looks backwards."""

    steps: Sequence[Step]

    def hits(self, text: str) -> Iterator[Hit]:
        """From the first word that must stand there to the last; none overlaps the one before."""
        words, failed = told(text), set[tuple[int, int]]()
        first = next(number for number, step in enumerate(self.steps) if not step.negate)
        done = 0
        for at in range(len(words)):
            if words[at].start < done or not self.steps[first].fits(words[at]):
                continue
            if self._is_barred(words, at, self.steps[:first]):
                continue
            last = self._last(words, at, self.steps[first + 1 :], (), failed)
            if last is not None:
                done = words[last].end
                yield Hit(words[at].start, done)

    def _is_barred(self, words: Sequence[Told], at: int, before: Sequence[Step]) -> bool:
        """Whether a word that must not stand before does."""
        return any(step.fits(word) for step in before for word in words[max(0, at - 1 - step.skip) : at])

    def _last(
        self,
        words: Sequence[Told],
        at: int,
        rest: Sequence[Step],
        barred: Sequence[Step],
        failed: set[tuple[int, int]],
    ) -> int | None:
        """The last word of the sequence that goes on after a word; None where it does not.

        A negated step bars the words on the way to the next one, and after the last one as many as it skips.
        From one word the same steps are tried once (`failed`): else every way between them would be gone.
        """
        if (at, len(rest)) in failed:
            return None
        last = self._tried(words, at, rest, barred, failed)
        if last is None:
            failed.add((at, len(rest)))
        return last

    def _tried(
        self,
        words: Sequence[Told],
        at: int,
        rest: Sequence[Step],
        barred: Sequence[Step],
        failed: set[tuple[int, int]],
    ) -> int | None:
        if not rest:
            return None if self._is_followed(words, at, barred) else at
        step = rest[0]
        if step.negate:
            return self._last(words, at, rest[1:], (*barred, step), failed)
        for number in range(at + 1, min(len(words), at + 2 + step.skip)):
            if step.fits(words[number]):
                last = self._last(words, number, rest[1:], (), failed)
                if last is not None:
                    return last
            if any(bar.fits(words[number]) for bar in barred):
                return None
        return None

    def _is_followed(self, words: Sequence[Told], at: int, barred: Sequence[Step]) -> bool:
        """Whether a word that must not stand after does."""
        return any(bar.fits(word) for bar in barred for word in words[at + 1 : at + 2 + bar.skip])

"""Which words of the register a word asked for means: its forms, and compounds that it is a part of.

A compound is cut where all its parts are words of the register, with or without a linking letter
(*skolchef-s-nätverk*, *kvinn-o-jour*).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain, islice
from math import ceil, floor
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from samsyn.register.search.vocabulary import known_words
from samsyn.register.search.words import SHORTEST_ROOT, root_of, roots_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from samsyn.register.search.questions import Question
    from samsyn.register.search.vocabulary import Words

LINKS = "seoua"
SHORTEST_PART = 3
MOST_WORDS = 20_000
LIKE = 70.0  # percent, below which a word is no misspelling of another
NEAREST = LIKE / (200 - LIKE)  # so much of a word's letters has the shortest that is as like it


@dataclass(slots=True)
class Vocabulary:
    """The words that may be meant.

    Attributes:
        ids: Of words in the index.
        roots: Of each word.
    """

    ids: dict[str, int] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """A word asked for, with its root and the forms of it that stand in the register."""

    word: str
    root: str
    forms: tuple[str, ...]


def expand(question: Question, *, unindexed: Collection[str]) -> tuple[dict[str, set[str]], Vocabulary]:
    """All words that each word of a question stands for.

    Args:
        question: Its phrases stand for themselves.
        unindexed: Words of texts that have not been taken in yet.
    """
    roots = dict(zip(question.words, roots_of(question.words), strict=True))
    words = known_words()
    vocabulary = _candidates(question, roots, words, unindexed)
    asked = [
        Asked(word, root, tuple(one for one, other in vocabulary.roots.items() if other == root))
        for word, root in roots.items()
    ]
    splits = [Splits.of(one, vocabulary.roots) for one in asked]
    known = words.roots.union(roots_of(unindexed)) if unindexed else words.roots
    sides = _known_sides({side for one in splits for side in one.sides}, known)
    return {
        one.word: _meant(one, vocabulary, of, sides) for one, of in zip(asked, splits, strict=True)
    }, vocabulary


def suggest(word: str, *, unindexed: Collection[str]) -> str:
    """A word of the register that one may be a misspelling of; empty where none is near.

    Args:
        word: As somebody wrote it; it stands in no text.
        unindexed: Words of texts that have not been taken in yet.
    """
    # Words of a length so different that they are no more alike than that.
    shortest, longest = ceil(len(word) * NEAREST), floor(len(word) / NEAREST)
    near = known_words().beginning(word[0], shortest=shortest, longest=longest)
    near += [one for one in unindexed if one[0] == word[0]]
    found = process.extractOne(word, sorted(set(near)), scorer=fuzz.ratio, score_cutoff=LIKE)
    return found[0] if found else ""


def _candidates(
    question: Question, roots: dict[str, str], words: Words, unindexed: Collection[str]
) -> Vocabulary:
    """Words that hold a root, or are a word too short for a root."""
    found = Vocabulary()
    long = [root for root in roots.values() if len(root) >= SHORTEST_ROOT]
    short = [words.find(word) for word, root in roots.items() if len(root) < SHORTEST_ROOT]
    exact = [words.find(word) for word in question.exact]
    holding = chain.from_iterable(words.holding(root) for root in long)
    for word in islice(chain(filter(None, [*short, *exact]), holding), MOST_WORDS):
        found.ids[word.text], found.roots[word.text] = word.id, word.root
    waiting = [word for word in unindexed if word in roots or any(root in word for root in long)]
    found.roots.update(zip(waiting, roots_of(waiting), strict=True))
    return found


@dataclass(slots=True)
class Splits:
    """The ways in which words can be cut at a part that is asked for.

    Attributes:
        cuts: What stands before and after the part, for each way, by word.
    """

    cuts: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, asked: Asked, words: Iterable[str]) -> Splits:
        """Cut all words that can be."""
        found = cls()
        if len(asked.root) >= SHORTEST_PART:
            forms = sorted({asked.root, asked.word, *asked.forms})
            seen: dict[str, list[str]] = {}
            for word in words:
                if cuts := list(_cuts(word, asked.root, forms, seen)):
                    found.cuts[word] = cuts
        return found

    @property
    def sides(self) -> Iterator[str]:
        """All that stands before or after."""
        return (side for cuts in self.cuts.values() for cut in cuts for side in cut if side)


def _cuts(
    word: str, root: str, forms: Sequence[str], seen: dict[str, list[str]]
) -> Iterator[tuple[str, str]]:
    """What stands before and after a part, for each way to find it in a word."""
    at = word.find(root)
    while at >= 0:
        if at == 0 or at >= SHORTEST_PART:
            rest = word[at:]
            if rest not in seen:
                seen[rest] = _afters(rest, root, forms)
            yield from ((word[:at], after) for after in seen[rest] if at or after)
        at = word.find(root, at + 1)


def _afters(rest: str, root: str, forms: Sequence[str]) -> list[str]:
    """What may stand after a part that a text begins with; nothing, where the text is a form of the part."""
    afters = {rest[len(form) :] for form in forms if rest.startswith(form)}
    whole = {""} if root_of(rest) == root else set()
    return sorted({after for after in afters if len(after) >= SHORTEST_PART} | whole)


def _known_sides(sides: Collection[str], known: Collection[str]) -> set[str]:
    """Those sides of compounds that are words of the register, with or without a linking letter.

    Args:
        sides: What stands before and after a part.
        known: Roots of the register's words.
    """
    return {
        side for side in sides if any(rest in known or root_of(rest) in known for rest in _unlinked(side))
    }


def _meant(asked: Asked, vocabulary: Vocabulary, splits: Splits, known: set[str]) -> set[str]:
    """The words that one stands for; where it is no word of the register, those that begin so."""
    meant = set(asked.forms)
    for word, cuts in splits.cuts.items():
        if any(all(not side or side in known for side in cut) for cut in cuts):
            meant.add(word)
    if meant or len(asked.root) < SHORTEST_ROOT:
        return meant
    return {word for word in vocabulary.roots if word.startswith(asked.word)}


def _unlinked(side: str) -> Iterator[str]:
    """A side of a compound, and what it is without a linking letter at its beginning or end."""
    for one in (side, side[1:]) if side[0] in LINKS else (side,):
        if len(one) >= SHORTEST_PART:
            yield one
        if len(one) > SHORTEST_PART and one[-1] in LINKS:
            yield one[:-1]

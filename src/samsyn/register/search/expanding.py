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
    from collections.abc import Collection, Iterator

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
    known = words.roots.union(roots_of(unindexed)) if unindexed else words.roots
    return {one.word: _meant(one, vocabulary, known) for one in asked}, vocabulary


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


class Splits:
    """The ways in which words can be cut at a part that is asked for; what is worked out is remembered."""

    def __init__(self, asked: Asked, known: Collection[str]) -> None:
        """Begin.

        Args:
            asked: The part.
            known: Roots of the register's words.
        """
        self.root, self.known = asked.root, known
        self.forms = sorted({asked.root, asked.word, *asked.forms})
        self.befores: dict[str, bool] = {}
        self.afters: dict[str, tuple[bool, bool]] = {}

    def is_compound(self, word: str) -> bool:
        """Whether a word can be cut at the part so that all else in it is words of the register."""
        at = word.find(self.root)
        while at >= 0:
            if (at == 0 or at >= SHORTEST_PART) and self._is_cut(word, at):
                return True
            at = word.find(self.root, at + 1)
        return False

    def _is_cut(self, word: str, at: int) -> bool:
        before, rest = word[:at], word[at:]
        if at:
            if before not in self.befores:
                self.befores[before] = _is_known(before, self.known)
            if not self.befores[before]:
                return False
        if rest not in self.afters:
            self.afters[rest] = self._after(rest)
        is_form, goes_on = self.afters[rest]
        return goes_on or (is_form and at > 0)

    def _after(self, rest: str) -> tuple[bool, bool]:
        """Whether a text that begins with the part is a form of it, and whether a known word follows one."""
        afters = {rest[len(form) :] for form in self.forms if rest.startswith(form)}
        goes_on = any(len(after) >= SHORTEST_PART and _is_known(after, self.known) for after in afters)
        return root_of(rest) == self.root, goes_on


def _is_known(side: str, known: Collection[str]) -> bool:
    """Whether a side of a compound is a word of the register, with or without a linking letter."""
    return any(rest in known or root_of(rest) in known for rest in _unlinked(side))


def _meant(asked: Asked, vocabulary: Vocabulary, known: Collection[str]) -> set[str]:
    """The words that one stands for; where it is no word of the register, those that begin so."""
    meant = set(asked.forms)
    if len(asked.root) >= SHORTEST_PART:
        splits = Splits(asked, known)
        meant.update(word for word in vocabulary.roots if splits.is_compound(word))
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

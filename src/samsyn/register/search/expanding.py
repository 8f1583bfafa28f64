"""Which words of the register a word asked for means: its forms, and compounds that it is a part of.

A compound is cut where all its parts are words of the register, with or without a linking letter
(*skolchef-s-nätverk*, *kvinn-o-jour*).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q
from rapidfuzz import fuzz, process

from samsyn.register.models import Word
from samsyn.register.search.keeping import KIND
from samsyn.register.search.words import SHORTEST_ROOT, roots_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from samsyn.register.search.questions import Question

LINKS = "seoua"
SHORTEST_PART = 3
MOST_WORDS = 20_000
LIKE = 70.0  # percent, below which a word is no misspelling of another


@dataclass(slots=True)
class Vocabulary:
    """The words that may be meant.

    Attributes:
        ids: Of words in the index, and of kinds of text.
        roots: Of each word.
        known: Roots among the rests of compounds that are words by themselves.
    """

    ids: dict[str, int] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Asked:
    """A word asked for, with its root and the forms of it that stand in the register."""

    word: str
    root: str
    forms: tuple[str, ...]


def expand(question: Question, *, unindexed: Collection[str]) -> tuple[dict[str, set[str]], Vocabulary]:
    """All words that each word of a question stands for; in two questions to the database.

    Args:
        question: Its phrases stand for themselves.
        unindexed: Words of texts that have not been taken in yet.
    """
    roots = dict(zip(question.words, roots_of(question.words), strict=True))
    vocabulary = _candidates(question, roots, unindexed)
    asked = [
        Asked(word, root, tuple(one for one, other in vocabulary.roots.items() if other == root))
        for word, root in roots.items()
    ]
    _learn_rests(asked, vocabulary, unindexed)
    return {one.word: _meant(one, vocabulary) for one in asked}, vocabulary


def suggest(word: str, *, unindexed: Collection[str]) -> str:
    """A word of the register that one may be a misspelling of; empty where none is near.

    Args:
        word: As somebody wrote it; it stands in no text.
        unindexed: Words of texts that have not been taken in yet.
    """
    near = set(Word.objects.filter(text__startswith=word[:1]).values_list("text", flat=True))
    near |= {one for one in unindexed if one[0] == word[0]}
    found = process.extractOne(word, sorted(near), scorer=fuzz.ratio, score_cutoff=LIKE)
    return found[0] if found else ""


def _candidates(question: Question, roots: dict[str, str], unindexed: Collection[str]) -> Vocabulary:
    """Words that hold a root, or begin as a word too short for a root does; and the kinds of text."""
    wanted = Q(text__in=question.exact) | Q(text__startswith=KIND)
    for word, root in roots.items():
        wanted |= Q(text__contains=root) if len(root) >= SHORTEST_ROOT else Q(text=word)
    found = Vocabulary()
    rows = Word.objects.filter(wanted).order_by("id").values_list("id", "text", "root")[:MOST_WORDS]
    for id_, text, root in rows:
        found.ids[text] = id_
        if text[0] != KIND:
            found.roots[text] = root
    long = [root for root in roots.values() if len(root) >= SHORTEST_ROOT]
    holding = [word for word in unindexed if word in roots or any(root in word for root in long)]
    found.roots.update(zip(holding, roots_of(holding), strict=True))
    return found


def _learn_rests(asked: list[Asked], vocabulary: Vocabulary, unindexed: Collection[str]) -> None:
    """Look up which rests of the compounds are words."""
    rests = sorted({
        rest
        for one in asked
        for word in vocabulary.roots
        for cut in _cuts(word, one)
        for side in cut
        for rest in _unlinked(side)
    })  # fmt: skip
    roots = set(roots_of(rests))
    vocabulary.known = set(Word.objects.filter(root__in=roots).values_list("root", flat=True))
    vocabulary.known |= roots.intersection(roots_of(unindexed))


def _meant(asked: Asked, vocabulary: Vocabulary) -> set[str]:
    """The words that one stands for; where it is no word of the register, those that begin so."""
    meant = {
        word
        for word, root in vocabulary.roots.items()
        if root == asked.root or _holds(word, asked, vocabulary)
    }
    if meant or len(asked.root) < SHORTEST_ROOT:
        return meant
    return {word for word in vocabulary.roots if word.startswith(asked.word)}


def _holds(word: str, asked: Asked, vocabulary: Vocabulary) -> bool:
    """Whether a word is a compound with a part that is asked for, and other parts that are words."""
    return any(all(_is_known(side, vocabulary) for side in cut) for cut in _cuts(word, asked))


def _is_known(side: str, vocabulary: Vocabulary) -> bool:
    return not side or any(root in vocabulary.known for root in roots_of(_unlinked(side)))


def _cuts(word: str, asked: Asked) -> Iterator[tuple[str, str]]:
    """What stands before and after the part that is asked for, for each way to find it in a word."""
    at = word.find(asked.root)
    while at >= 0 and len(asked.root) >= SHORTEST_PART:
        before, rest = word[:at], word[at:]
        if not before or len(before) >= SHORTEST_PART:
            if before and roots_of([rest]) == [asked.root]:
                yield before, ""
            for form in {asked.root, asked.word, *asked.forms}:
                after = rest[len(form) :]
                if rest.startswith(form) and len(after) >= SHORTEST_PART:
                    yield before, after
        at = word.find(asked.root, at + 1)


def _unlinked(side: str) -> list[str]:
    """A rest of a compound, and what it is without a linking letter at its beginning or end."""
    found = {side}
    if side[:1] in LINKS:
        found.add(side[1:])
    found |= {one[:-1] for one in found if one[-1:] in LINKS}
    return sorted(one for one in found if len(one) >= SHORTEST_PART)

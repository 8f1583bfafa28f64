"""Whether two statements are of the same thing, by the words that tell what they are of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from samsyn.matters.linking.topics import is_talk, kinds_of_bodies, months
from samsyn.minutes.days import find_mentions
from samsyn.register.search.words import roots_of, words_of

if TYPE_CHECKING:
    from samsyn.register.models import Statement

LEAST, SHARE = 2, 0.6  # words in common, and how much of the shorter they are
SHORTEST = 3  # letters of a word that tells something


def same_thing(one: Statement, other: Statement, *, known: frozenset[str] = frozenset()) -> bool:
    """Whether they have most words in common that tell what they are of, times and owners aside.

    Args:
        one: A statement.
        other: Another.
        known: Roots that all of the matter have in common; they alone tell nothing more.
    """
    left, right = content_of(one), content_of(other)
    common = left & right
    least = min(len(left), len(right))
    return len(common) >= LEAST and len(common) >= SHARE * least and bool(common - known or least > LEAST)


def content_of(said: Statement) -> frozenset[str]:
    """Roots of what a statement is of: without its time, its owner and words of any meeting."""
    return _content(said.text, said.owner_name)


@lru_cache(2048)
def _content(text: str, owner: str) -> frozenset[str]:
    return roots_told(without_times(text)) - roots_told(owner)


def roots_told(text: str) -> frozenset[str]:
    """Roots of the words in a text that tell what it is of."""
    words = [word for word in words_of(text) if word not in months() and not word.isdigit()]
    return frozenset(
        root
        for word, root in zip(words, roots_of(words), strict=True)
        if len(word) >= SHORTEST and not is_talk(root) and root not in kinds_of_bodies()
    )


def without_times(text: str) -> str:
    """A text without the words that tell times."""
    kept, at = [], 0
    for mention in find_mentions(text):
        kept.append(text[at : mention.start])
        at = max(at, mention.end)
    return " ".join([*kept, text[at:]])

"""Who does what a passive says: "av rektor" tells it, "av försöket" does not."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from samsyn.wording.clauses.small_words import small_words
from samsyn.wording.verbs import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.wording.clauses.words import Told

_FAR = 15  # words after a passive within which its agent stands
_PAST = ("des", "tes", "evs", "ogs", "ågs", "icks", "ölls", "avs", "slöts", "bjöds", "bröts")
_FINITE = frozenset({Tag.PRESENT, Tag.PASSIVE})


def is_alone(words: Sequence[Told], at: int) -> bool:
    """Whether a word is a passive and nothing after it says by whom."""
    if Tag.PASSIVE not in words[at].tags or _is_done(words[at].small):
        return False
    for n in range(at + 1, min(at + _FAR, len(words))):
        if _parts(words, n):
            return True
        if words[n].small == "av" and _acts(words, at, n):
            return False
    return True


def _is_done(word: str) -> bool:
    """Whether a passive tells of the past: "beslutades", "valdes"."""
    return word in small_words("past") or word.endswith(_PAST)


def _parts(words: Sequence[Told], at: int) -> bool:
    """Whether a mark or a joining word ends what an agent can follow: not in "antas och följs upp av"."""
    if words[at].small not in small_words("closes") | small_words("joins"):
        return False
    after = words[at + 1 : at + 4]
    if words[at].small in small_words("joins"):
        own = bool(after) and Tag.PASSIVE in after[0].tags
        return not own and any(not _FINITE.isdisjoint(word.tags) for word in after)
    return not (after and Tag.PASSIVE in after[0].tags)


def _acts(words: Sequence[Told], verb: int, by: int) -> bool:
    """Whether an "av" says who does what a verb says: not so "valet av plats" or "göras av försöket"."""
    after = words[by + 1 : by + 4]
    if any(word.text[:1].isupper() or _is_actor(word.small) for word in after):
        return True
    is_of = words[by - 1].small.endswith(_nominal())
    if by - verb <= 1:
        is_of = words[verb].small in small_words("made_of")
    return not is_of and bool(after) and after[0].small not in small_words("prepositions")


@cache
def _nominal() -> tuple[str, ...]:
    return tuple(small_words("nominal"))


@lru_cache(maxsize=2_000)
def _is_actor(word: str) -> bool:
    """Whether a word names somebody who can act, by its last part and in any form."""
    return any(
        word.endswith(actor + ending)
        for actor in small_words("actors")
        for ending in small_words("inflections")
    )

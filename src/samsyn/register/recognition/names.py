"""Names that are near each other: maybe one person misspelt, maybe two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from collections.abc import Mapping

NEAR = 90.0


def near_names(key: str, *, among: Mapping[int, str]) -> list[int]:
    """Ids of the keys that differ from `key` by a letter or two, nearest first; never the key itself."""
    found = process.extract(key, among, scorer=fuzz.ratio, score_cutoff=NEAR, limit=5)
    return [id_ for other, _, id_ in found if other != key and _as_many_words(key, other)]


def lengthened(key: str, *, among: Mapping[int, str]) -> list[int]:
    """Ids of the keys that go on where `key` ends, or end where it goes on: a name and its fuller form."""
    others = ((id_, other) for id_, other in among.items() if other != key)
    return [id_ for id_, other in others if other.startswith(key) or key.startswith(other)]


def are_near(left: str, right: str) -> bool:
    """Whether two keys differ by a letter or two."""
    return left != right and fuzz.ratio(left, right) >= NEAR and _as_many_words(left, right)


def _as_many_words(left: str, right: str) -> bool:
    """A name more or less is no misspelling."""
    return left.count(" ") == right.count(" ")

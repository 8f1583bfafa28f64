"""When two texts, names or numbers count as the same, and which entries of two lists belong together."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LIMIT = 0.6
"""F1 of two texts' words from which they count as the same."""

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"\s+")
_MARK = re.compile(r"[*_~`#|\\]")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_NO_WORD = re.compile(r"[^\w\s-]")
_NO_NUMBER = re.compile(r"[§.\s)]")
_DASHES = str.maketrans({"–": "-", "—": "-", "\u00ad": None})


def cleaned(words: str) -> str:
    """The words in one case and one form, without marks of emphasis."""
    plain = unicodedata.normalize("NFC", words).translate(_DASHES)
    return _GAP.sub(" ", _MARK.sub(" ", plain)).strip().casefold()


def same_value(one: str, other: str) -> bool:
    """Whether two days, times or the like are one."""
    return cleaned(one).rstrip(".") == cleaned(other).rstrip(".")


def name_key(name: str) -> str:
    """A person's name for comparison; what stands in brackets behind it is no part of it."""
    return _GAP.sub(" ", _IN_BRACKETS.sub(" ", cleaned(name))).strip(" .,;:")


def same_name(one: str, other: str) -> bool:
    """Whether two names are one person's."""
    return name_key(one) == name_key(other)


def same_number(one: str, other: str) -> bool:
    """Whether two numbers of items are one, signs aside ("§ 4" and "4.")."""
    return _NO_NUMBER.sub("", cleaned(one)) == _NO_NUMBER.sub("", cleaned(other))


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same in about the same words."""
    bare = [_GAP.sub(" ", _NO_WORD.sub(" ", cleaned(words))).strip() for words in (one, other)]
    return bare[0] == bare[1] or likeness(one, other) >= LIMIT


def likeness(one: str, other: str) -> float:
    """F1 of two texts' words, each word as often as it stands there; 0 to 1."""
    left, right = (Counter(_WORD.findall(cleaned(words))) for words in (one, other))
    shared = (left & right).total()
    return 2 * shared / (left.total() + right.total()) if shared else 0.0


def pair(wanted: Sequence[Iterable[str]], read: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of entries that say the same, one to one, the most alike first.

    Args:
        wanted: Each entry with all texts that would be right for it.
        read: What was read.
    """
    grades = []
    for i, texts in enumerate(wanted):
        for j, given in enumerate(read):
            grade = max((likeness(text, given) for text in texts), default=0.0)
            if grade >= LIMIT:
                grades.append((-grade, abs(i - j), i, j))
    pairs: list[tuple[int, int]] = []
    left, right = set(range(len(wanted))), set(range(len(read)))
    for _, _, i, j in sorted(grades):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((i, j))
    return pairs

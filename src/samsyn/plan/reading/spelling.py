"""When two names are one, and which spelling is the usual one."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ALIKE = 90  # per cent, of names without doubled letters
SHORT = 6  # letters; names no longer must be the same
FEWEST_LETTERS = 8  # of a word, for its two spellings not to be two words ("hat" and "hatt")
_WORD = re.compile(r"\w+")
_DOUBLED = re.compile(r"(.)\1+")


def flat(name: str) -> str:
    """A name in small letters, without what is often misspelled: doubled letters, signs and spaces."""
    return _DOUBLED.sub(r"\1", " ".join(_WORD.findall(name.casefold())))


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, written in two ways."""
    left, right = flat(one), flat(other)
    if left == right:
        return True
    return min(len(left), len(right)) > SHORT and ratio(left, right) >= ALIKE


def position_of(name: str, among: Sequence[str]) -> int | None:
    """Which of some names a name is."""
    return next((at for at, one in enumerate(among) if same_name(name, one)), None)


def named_in(text: str, among: Sequence[str]) -> list[int]:
    """Which of some names stand in a text, in the order in which they do.

    A name of one word has to begin with a capital there: else it may be the word itself.
    """
    small, found = flat(text), []
    for at, name in enumerate(among):
        wanted = flat(name)
        place = re.search(rf"\b{re.escape(wanted)}s?\b", small) if wanted else None
        if place is not None and (" " in wanted or name in text):
            found.append((place.start(), at))
    return [at for _start, at in sorted(found)]


def usual_spelling(name: str, texts: Iterable[str]) -> str:
    """A name with its long words spelled as most texts do, where spellings differ by a doubled letter.

    Longer words that begin alike count too ("arbetssättet" for "arbetssätt").
    """
    counts: Counter[str] = Counter(word for text in texts for word in _WORD.findall(text.casefold()))
    return _WORD.sub(lambda match: _usual(match[0], counts), name)


def _usual(word: str, counts: Mapping[str, int]) -> str:
    wanted = _DOUBLED.sub(r"\1", word.casefold())
    if len(word) < FEWEST_LETTERS:
        return word
    votes: Counter[str] = Counter()
    for other, count in counts.items():
        if other[:2] == wanted[:2]:
            votes[_beginning(other, wanted)] += count
    del votes[""]
    best = max(votes, key=lambda one: (votes[one], one == word.casefold(), len(one)), default=word)
    return best.capitalize() if word[0].isupper() else best


def _beginning(word: str, wanted: str) -> str:
    """The letters of a word up to where it is the wanted one without its doubled letters; else nothing."""
    if not _DOUBLED.sub(r"\1", word).startswith(wanted):
        return ""
    ends = range(len(wanted), len(word) + 1)
    return max((word[:end] for end in ends if _DOUBLED.sub(r"\1", word[:end]) == wanted), key=len)

"""Figures of a whole text: LIX and OVIX.

Both say something of a text, nothing of a sentence: under a hundred words they are not given at all.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from samsyn.wording.sentences import sentences_of, words_of

ENOUGH_WORDS = 100
LONG = 6


class Band(StrEnum):
    """How hard a text of a LIX is to read; the value is the word for it."""

    VERY_EASY = "mycket lätt"
    EASY = "lätt"
    MEDIUM = "medelsvår"
    HARD = "svår"
    VERY_HARD = "mycket svår"


_LIMITS = ((30, Band.VERY_EASY), (40, Band.EASY), (50, Band.MEDIUM), (60, Band.HARD))


@dataclass(frozen=True, slots=True)
class Readability:
    """What was counted in a text.

    Attributes:
        n_long: Words of more than six letters.
        n_different: Different words, small and capital letters alike.
    """

    n_sentences: int
    n_words: int
    n_long: int
    n_different: int

    @property
    def is_enough(self) -> bool:
        """Whether there is enough text for figures of it."""
        return self.n_words >= ENOUGH_WORDS

    @property
    def lix(self) -> float | None:
        """Words a sentence and the share of long words in per cent; None for too short a text."""
        if not self.is_enough:
            return None
        return lix(self.n_sentences, self.n_words, self.n_long)

    @property
    def band(self) -> Band | None:
        """How hard that is; None for too short a text."""
        return None if self.lix is None else band_of(self.lix)

    @property
    def ovix(self) -> float | None:
        """How varied the words are; None for too short a text, or one without a repeated word."""
        if not self.is_enough or self.n_different >= self.n_words:
            return None
        return ovix(self.n_words, self.n_different)


def readability_of(text: str) -> Readability:
    """Count a text."""
    words = [word.text for word in words_of(text)]
    return Readability(
        n_sentences=sum(1 for _ in sentences_of(text)),
        n_words=len(words),
        n_long=sum(sum(map(str.isalpha, word)) > LONG for word in words),
        n_different=len({word.lower() for word in words}),
    )


def lix(n_sentences: int, n_words: int, n_long: int) -> float:
    """LIX: words a sentence, and words of more than six letters in per cent of all.

    Source:
        C.-H. Björnsson, Läsbarhet (1968).
    """
    return n_words / n_sentences + 100 * n_long / n_words


def ovix(n_words: int, n_different: int) -> float:
    """Word variation index: ln n / ln(2 − ln u / ln n); 1 <= different < words.

    Source:
        T. Hultman and M. Westman, Gymnasistsvenska (1977).
    """
    return math.log(n_words) / math.log(2 - math.log(n_different) / math.log(n_words))


def band_of(value: float) -> Band:
    """The word for a LIX: under 30, 30 to 40, 40 to 50, 50 to 60, over 60."""
    return next((band for limit, band in _LIMITS if value < limit), Band.VERY_HARD)

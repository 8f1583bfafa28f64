"""The words of a sentence, and what each can be where it stands."""

from __future__ import annotations

from typing import NamedTuple

from samsyn.wording.clauses.small_words import small_words
from samsyn.wording.sentences import words_and_marks
from samsyn.wording.verbs import Tag, tags_of


class Told(NamedTuple):
    """A word of a sentence, where it begins, and which forms of a verb it can be there.

    Attributes:
        small: The word in small letters.
    """

    text: str
    start: int
    small: str
    tags: frozenset[Tag]

    @property
    def end(self) -> int:
        """First position after it."""
        return self.start + len(self.text)


def words_told(sentence: str) -> list[Told]:
    """The words of a sentence and the marks between them, each with what it can be beside its neighbours."""
    words = words_and_marks(sentence)
    small = ["", *(word.text.lower() for word in words), ""]
    return [
        Told(word.text, word.start, small[at], _tags(small[at - 1], small[at], small[at + 1]))
        for at, word in enumerate(words, start=1)
    ]


def _tags(before: str, word: str, after: str) -> frozenset[Tag]:
    """No verb stands right after "i" or "två"; "inför mötet" has none, "ses varje onsdag" no passive."""
    if before in small_words("before_nouns") or (word == "inför" and after in small_words("occasions")):
        return frozenset()
    if word in small_words("mutual") and after not in small_words("particles"):
        return tags_of(word) - {Tag.PASSIVE}
    return tags_of(word)

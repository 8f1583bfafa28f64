"""What somebody asks for: words, and phrases in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samsyn.register.search.words import words_of

MOST_WORDS = 12
LONGEST_QUESTION = 200
PART = re.compile(r"[\"”“„»]([^\"”“„»«]*)[\"”“„»«]?|([^\s\"”“„»«]+)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was understood; every word and every phrase must be in what is found.

    Attributes:
        words: Each stands for its inflected forms, and for compounds that it is a part of.
        phrases: Words that follow each other just so.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return bool(self.words or self.phrases)

    @property
    def exact(self) -> set[str]:
        """The words of the phrases, which stand for themselves alone."""
        return {word for phrase in self.phrases for word in phrase}


def read_question(text: str) -> Question:
    """What a text asks for; the first dozen words count."""
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    for phrase, word in PART.findall(text[:LONGEST_QUESTION]):
        found = tuple(words_of(phrase or word))
        if len(words) + sum(map(len, phrases)) + len(found) > MOST_WORDS:
            break
        if phrase and found:
            phrases.append(found)
        else:
            words += found
    return Question(tuple(dict.fromkeys(words)), tuple(dict.fromkeys(phrases)))

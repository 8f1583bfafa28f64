"""What of a sentence demands something, and what only describes: clauses, told without a parser.

"Elever som behöver stärka sin läsning får en egen tid" demands that pupils get a time; that they need to
strengthen something only says which pupils. "Nämnden beslutar att rutinen gäller" demands what its clause
says.
"""

from __future__ import annotations

from functools import lru_cache

from samsyn.wording.clauses.agents import is_alone
from samsyn.wording.clauses.reading import Reader
from samsyn.wording.clauses.words import Told, words_told
from samsyn.wording.verbs import Tag

__all__ = ["Told", "demand_of", "present_of", "told"]


def told(sentence: str) -> list[Told]:
    """The words of a sentence and the marks between them, each with what it can be where it stands."""
    found = words_told(sentence)
    for at, word in enumerate(found):
        if is_alone(found, at):
            found[at] = word._replace(tags=word.tags | {Tag.NOBODY})
    return found


@lru_cache(maxsize=2_000)
def _clauses(sentence: str) -> tuple[tuple[int, int, bool], ...]:
    """The clauses that only describe, as places in the sentence."""
    words = told(sentence)
    return tuple(
        (words[one.first].start, words[one.end - 1].end, one.is_past) for one in Reader(words).clauses()
    )


def demand_of(sentence: str) -> str:
    """A sentence with spaces for the clauses that only describe; as long as it was."""
    return _blanked(sentence, [(start, end) for start, end, _past in _clauses(sentence)])


def present_of(sentence: str) -> str:
    """A sentence with spaces for the clauses that tell of the past; as long as it was."""
    return _blanked(sentence, [(start, end) for start, end, is_past in _clauses(sentence) if is_past])


def _blanked(text: str, places: list[tuple[int, int]]) -> str:
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text

"""Words that name a body by their head word, in any form."""

from __future__ import annotations

import re

from samsyn.minutes.lexicon import lexicon, per_lexicon, words_pattern
from samsyn.minutes.texts import folded, lower, words_around
from samsyn.reading import Span

_GROUP_NAME = re.compile(r"(?:\s+[A-ZÅÄÖ][\wåäö]+){1,3}")
_FOR = (" för ", "\nför ", " för\n")
_FIRST_PART = re.compile(r"(?<!\w)[A-ZÅÄÖ][\wåäö]*-$")  # "SAMS-" of "SAMS-gruppen"
_MIN_MENTION = 7  # letters: a mere "grupp" or "råd" is too weak


def has_body_word(words: str) -> bool:
    """Whether the words name a body by their head word."""
    return bool(_body_words(lower(words)) or _named_bodies(words))


def body_mentions(text: str) -> list[Span]:
    """Places of words that name a body: the head word and, for named groups, what follows it.

    "Beredningsgrupp hjälpmedel", "Arbetsgrupp Norra Barn" and "styrgruppen för Nära vård" take the words
    that name the group; "skolchefsnätverket" stands alone. A mere "grupp" or "råd" is too weak to be
    a mention.
    """
    found = _named_bodies(text)
    taken = [place.start for place in found]
    for word in _body_words(lower(text)):
        if word.start in taken:
            continue
        head = text[slice(*word)]
        if len(head) < _MIN_MENTION and not head.isupper():
            continue
        found.append(Span(_start_of(text, word), _name_end(text, word)))
    return sorted(found)


def _name_end(text: str, word: Span) -> int:
    """Where the name of a group ends that begins with its head word."""
    if text.startswith(_FOR, word.end):
        named = lexicon().pattern("body_name_for").match(text, word.end)
        return named.end() if named else word.end
    if lexicon().pattern("definite").search(text[slice(*word)]):
        return word.end
    capitals = _GROUP_NAME.match(text, word.end)
    if capitals:
        behind = lexicon().pattern("body_name_behind").match(text, capitals.end())
        return behind.end() if behind else capitals.end()
    named = lexicon().pattern("body_name").match(text, word.end) if text[word.start].isupper() else None
    return named.end() if named else word.end


def _start_of(text: str, word: Span) -> int:
    """Where a body's word begins, with what a hyphen joins to it ("SAMS-gruppen")."""
    if word.start < 2 or text[word.start - 1] != "-":
        return word.start
    joined = _FIRST_PART.search(text, max(0, word.start - 40), word.start)
    return joined.start() if joined else word.start


def proper_name(words: str) -> str:
    """The name of a body that is known by other names too; else the words."""
    known = lexicon().bodies
    return known.get(folded(words), words) if known else words


@per_lexicon
def _other_names() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words_pattern(lexicon().bodies) or '(?!)'})(?!\w)", re.IGNORECASE)


def _named_bodies(text: str) -> list[Span]:
    """Places of names that a county has told of itself."""
    return [Span(*match.span()) for match in _other_names().finditer(text)] if lexicon().bodies else []


def _body_words(lowered: str) -> list[Span]:
    """The words that end like a body's name, in any form ("skolchefsnätverket", "länsstyrgrupp")."""
    return [
        word
        for word in words_around(lexicon().tables["bodies"]["stems"], lowered)
        if lexicon().pattern("body_word").fullmatch(lowered, *word)
    ]

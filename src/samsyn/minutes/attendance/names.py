"""What is a person's name and what is an organisation, by their words alone.

No list of given names is used: a name is two to five capitalised words, with particles and
initials, none of which belongs to organisations (rule A3).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon, words_pattern

if TYPE_CHECKING:
    from collections.abc import Collection

_TOKEN = re.compile(r"[A-ZÅÄÖÉÜŠŽÁČĆŁØÆ][\w'’´]*(?:-[A-ZÅÄÖÉÜ]?[\w'’]+)*")
_INITIAL = re.compile(r"[A-ZÅÄÖ]\.?(?:[A-ZÅÄÖ]\.?)?")


@cache
def _particles() -> frozenset[str]:
    return frozenset(lexicon().words("organisations", "particles"))


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(lexicon().words("organisations", "words"))


@cache
def _organisation_suffix() -> re.Pattern[str]:
    suffixes = "|".join(lexicon().words("organisations", "suffixes"))
    return re.compile(rf"\w(?:{suffixes})s?$", re.IGNORECASE)


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"^(?:{words_pattern(lexicon().words('attendance', 'titles'))})$", re.IGNORECASE)


def is_title_word(word: str) -> bool:
    """Whether a word ends a title ("Utbildningschef", "samordnare")."""
    return _title().match(word.strip(".,()")) is not None


def is_organisation_word(word: str) -> bool:
    """Whether a word belongs to names of organisations ("kommun", "Skatteverket", "BUP")."""
    bare = word.strip(".,;:()")
    if bare.casefold() in _organisation_words() or _organisation_suffix().search(bare):
        return True
    return len(bare) >= 2 and bare.isupper() and bare.isalpha()


def is_municipality(words: str) -> bool:
    """Whether the words name a Swedish municipality, with or without genitive s."""
    places = lexicon().municipalities
    return words in places or (words.endswith("s") and words[:-1] in places)


def is_name(words: str, *, alone: bool = False) -> bool:
    """Whether the words are a person's name.

    Args:
        words: Words on one line.
        alone: A single given name is enough (lists of first names).
    """
    tokens = words.split()
    if not (1 if alone else 2) <= len(tokens) <= 6 or not _TOKEN.fullmatch(tokens[0]):
        return False
    if tokens[-1].casefold() in _particles() or is_title_word(tokens[0]):
        return False
    if any(is_organisation_word(token) for token in tokens if not _INITIAL.fullmatch(token)):
        return False
    if is_municipality(words) or tokens[0] == "Region":
        return False
    rest = tokens[1:]
    return all(
        _TOKEN.fullmatch(token) or token in _particles() or _INITIAL.fullmatch(token) for token in rest
    )


_KOMMUN = frozenset({"kommun", "kommuns", "kommunen", "stad", "stads"})


def organisation_length(tokens: list[str], known: Collection[str] = ()) -> int:
    """How many of the first words name an organisation; 0 where none does.

    Args:
        tokens: Words in order.
        known: Names of organisations, in lower case, that the same list holds elsewhere.
    """
    for size in range(min(len(tokens), 7), 0, -1):
        if " ".join(tokens[:size]).casefold().strip(".,") in known:
            return size
    if tokens and tokens[0] == "Region" and len(tokens) > 1:
        rest = " ".join(tokens[1:])
        longest = max((len(name.split()) for name in lexicon().regions if rest.startswith(name)), default=1)
        return 1 + longest
    for size in (2, 1):
        if is_municipality(" ".join(tokens[:size])):
            return size + 1 if len(tokens) > size and tokens[size].strip(".,").casefold() in _KOMMUN else size
    if len(tokens) > 1 and tokens[1].strip(".,").casefold() in _KOMMUN and _TOKEN.fullmatch(tokens[0]):
        return 2
    return next(
        (size for size in range(min(4, len(tokens)), 0, -1) if is_organisation_word(tokens[size - 1])), 0
    )


def is_strong_organisation(words: str) -> bool:
    """Whether the words name a municipality or a region: the parties that affiliations are counted by."""
    lowered = words.casefold()
    return bool(re.search(r"\bkommuns?\b|^region(?:en)?\b|\bstad\b", lowered)) or is_municipality(words)

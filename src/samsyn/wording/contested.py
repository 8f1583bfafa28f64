"""A county's own contested words, in any inflected form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from samsyn.wording.checks import Hit
from samsyn.wording.definitions import Extension, Level, Rule, Scope
from samsyn.wording.sentences import words_of
from samsyn.wording.verbs import Tag, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NAME = "Omtvistat"
_MESSAGE = "Ordet ”%s” har lästs på ett annat sätt än det var menat."
_DESCRIPTION = "Välj ett annat ord, eller skriv ut vad som menas."


# What a noun or an adjective can end in, and what a verb can.
_ENDINGS = "(?:s|ens?|ets?|ns?|ts?|nas?|ars?|arnas?|ers?|ernas?|ors?|ornas?|as?|es?)?"
_AFTER_VOWEL = (
    "(?:en|et|ens|ets|an|ans|n|ns|t|ts|na|nas|ar|ars|arna|arnas|er|ers|erna|ernas|or|ors|orna|ornas)"
)
_OF_VERB = "(?:s|r|de|des|ts?|d|nde)?"


def _inflected(word: str) -> str:
    """A pattern of a word's forms; a compound that begins with it is another word."""
    small = word.lower()
    whole = re.escape(small)
    if Tag.INFINITIVE in tags_of(small):
        return f"{whole}{_OF_VERB}|{whole[:-1]}(?:ers?|es?|t|tes?|des?)"
    forms = [f"{whole}{_ENDINGS}"]
    if small[-1] in "ae":
        forms.append(f"{re.escape(small[:-1])}{_AFTER_VOWEL}")  # mall-ar, plats-er; "brukare" has no "brukar"
    if re.search("[^aeiouyåäö]e[lrn]$", small):
        forms.append(f"{re.escape(small[:-2] + small[-1])}{_AFTER_VOWEL}")  # regel: regler
    if small[-1] in "mn":
        forms.append(f"{whole}{small[-1]}{_AFTER_VOWEL}")  # program: programmet
    return "|".join(forms)


@dataclass(frozen=True, slots=True)
class Inflected:
    """Looks for words in any form, one after another where they are several."""

    words: Sequence[tuple[re.Pattern[str], tuple[str, ...]]]

    def hits(self, text: str) -> Iterator[Hit]:
        """Each place, with the better words."""
        for pattern, instead in self.words:
            for found in pattern.finditer(text):
                yield Hit(*found.span(), instead)


@lru_cache(maxsize=1_000)
def _pattern(words: str) -> re.Pattern[str]:
    """A pattern of words in any form, with white space between them."""
    forms = r"\s+".join(f"(?:{_inflected(word.text)})" for word in words_of(words))
    return re.compile(rf"(?<![\w-]){forms}(?![\w-])", re.IGNORECASE)


def contested_rule(contested: Mapping[str, Sequence[str]]) -> Rule:
    """The rule that remarks on contested words.

    Args:
        contested: Words, one or several in a row, and better ones for each, the best first.
    """
    rows = [(_pattern(words), tuple(instead)) for words, instead in contested.items() if words_of(words)]
    return Rule(
        NAME, Extension.SUBSTITUTION, Level.WARNING, Scope.SENTENCE, _MESSAGE, _DESCRIPTION, "",
        Inflected(rows),
    )  # fmt: skip

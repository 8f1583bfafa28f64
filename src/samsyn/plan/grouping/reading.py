"""Find words for groups of actors in a wording, by a general rule: how many, which ones, those who act."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def find_group_words(text: str) -> list[str]:
    """The words for groups that a text names, in small letters, each once, in order.

    A noun with article in the plural names a group by itself ("verksamheterna"); without article it does so
    after a word that says how many ("alla aktörer", "berörda parter", "varje kommun").

    Args:
        text: A wording.
    """
    found = (" ".join(match[0].casefold().split()) for match in _pattern().finditer(text))
    return list(dict.fromkeys(found))


@lru_cache(1)
def _pattern() -> re.Pattern[str]:
    words = tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text("utf-8"))
    one, several, known = (_any(noun[form] for noun in words["nouns"]) for form in range(3))
    between = rf"(?:(?:{_any(words['between'])})\s+){{0,2}}"
    forms = (
        rf"(?:{_any(words['many'])})\s+(?:de\s+)?{between}\w*(?:{several}|{known})",
        rf"(?:{_any(words['each'])})\s+{between}\w*(?:{one})",
        rf"\w*(?:{known})",
    )
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))

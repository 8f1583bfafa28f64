"""Small words of Swedish, by what they do in a sentence."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).parent.parent / "lexicon" / "clauses-sv.toml"


@cache
def small_words(kind: str) -> frozenset[str]:
    """The words of a kind; KeyError where the table has no such kind."""
    return frozenset(_all()[kind])


@cache
def _all() -> dict[str, list[str]]:
    read: dict[str, list[str]] = tomllib.loads(_WORDS.read_text("utf-8"))
    return read

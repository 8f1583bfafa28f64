"""The words that tell of parties, as compiled expressions."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def table() -> dict[str, Any]:
    """All of the data."""
    return tomllib.loads(
        files("samsyn.matters").joinpath("data/party_words.toml").read_text(encoding="utf-8")
    )


@cache
def states(group: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each state with what tells of it; `group` is "states" or "own"."""
    return tuple((state, whole(words)) for state, words in table()[group].items())


@cache
def around(name: str) -> re.Pattern[str]:
    """Words beside those of a state."""
    return whole(table()["around"][name])


@cache
def cuts() -> re.Pattern[str]:
    """Where a clause may end."""
    marks = [word for word in table()["around"]["cuts"] if not word.isalpha()]
    joints = [word for word in table()["around"]["cuts"] if word.isalpha()]
    return re.compile(rf"(?:[{''.join(map(re.escape, marks))}]\s+|\s+(?:{'|'.join(joints)})\s+)+")


@cache
def counted() -> re.Pattern[str]:
    """How many, maybe of how many ("sju av nio", "fem nämnder")."""
    numbers = "|".join([*table()["counts"], r"\d+"])
    nouns = "|".join(table()["around"]["counted"])
    return re.compile(
        rf"\b(?P<n>{numbers})(?: av (?:de )?(?P<all>{numbers}))?(?: (?:{nouns}))?\b", re.IGNORECASE
    )


@cache
def number() -> re.Pattern[str]:
    """The number of a case."""
    return re.compile(table()["around"]["number"], re.IGNORECASE)


def whole(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of some words, each as a whole."""
    return re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)

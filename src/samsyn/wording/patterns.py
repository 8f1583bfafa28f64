"""Patterns of rules, compiled and searched within bounds.

A rule may be anybody's own: its pattern must not be able to stop the server. Hence the library `regex`, which
takes a time limit, and knows the patterns that look behind which Vale's own engine knows too.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from samsyn.wording.errors import RuleTooSlow

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 0.5  # seconds over one sentence
LONGEST = 100_000  # characters that are looked at


class PatternUnusable(Exception):
    """A pattern that cannot be compiled; says why."""


class Pattern:
    """A compiled pattern that belongs to a rule."""

    def __init__(self, pattern: str, *, rule: str, ignorecase: bool) -> None:
        """Compile it.

        Raises:
            PatternUnusable: It is no pattern, or matches nothing at all.
        """
        self._rule = rule
        self._pattern = _compiled(pattern, ignorecase)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it matches, from left to right; a match of nothing is none.

        Raises:
            RuleTooSlow: It takes too long.
        """
        try:
            for found in self._pattern.finditer(text, endpos=LONGEST, timeout=LIMIT):
                if found.end() > found.start():
                    yield found.span()
        except TimeoutError as error:
            raise RuleTooSlow(self._rule) from error

    def covers(self, word: str) -> bool:
        """Whether it matches all of a word.

        Raises:
            RuleTooSlow: It takes too long.
        """
        try:
            return self._pattern.fullmatch(word, timeout=LIMIT) is not None
        except TimeoutError as error:
            raise RuleTooSlow(self._rule) from error


@lru_cache(maxsize=1_000)
def _compiled(pattern: str, ignorecase: bool) -> regex.Pattern[str]:
    try:
        return regex.compile(pattern, regex.IGNORECASE if ignorecase else 0)
    except (regex.error, RecursionError, OverflowError) as error:
        raise PatternUnusable(str(error)) from error


def words_pattern(tokens: list[str], *, nonword: bool) -> str:
    """One pattern of many tokens, as Vale makes it: between word boundaries unless it is told otherwise."""
    either = f"(?:{'|'.join(tokens)})"
    return either if nonword else rf"\b{either}\b"

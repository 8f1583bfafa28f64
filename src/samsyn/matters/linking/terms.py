"""Words that stand for one thing in a county, found in texts."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from samsyn.register.search.words import roots_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Term:
    """One way of writing what a group means.

    Attributes:
        group: Position of the group.
        text: As people write it.
        roots: Of its words.
    """

    group: int
    text: str
    roots: tuple[str, ...]


@cache
def shipped_terms() -> dict[str, tuple[str, ...]]:
    """The groups that Samsyn comes with, by code."""
    held = tomllib.loads((files("samsyn.matters") / "data" / "term_groups.toml").read_text("utf-8"))
    return {group["code"]: tuple(group["words"]) for group in held["group"]}


class TermList:
    """Groups of words that mean the same, ready to be found."""

    def __init__(self, groups: Iterable[Sequence[str]] = ()) -> None:
        """Look each word up once.

        Args:
            groups: Each with the ways in which one thing is written.
        """
        self.by_first: dict[str, list[Term]] = defaultdict(list)
        for number, group in enumerate(groups):
            for text in group:
                roots = tuple(roots_of(words_of(text)))
                if roots:
                    self.by_first[roots[0]].append(Term(number, text, roots))

    def find(self, roots: Sequence[str]) -> dict[int, set[str]]:
        """The groups that a text speaks of, each with the ways in which it writes them.

        Args:
            roots: Of the text's words in order.
        """
        found: dict[int, set[str]] = defaultdict(set)
        for at, root in enumerate(roots):
            for term in self.by_first.get(root, ()):
                if tuple(roots[at : at + len(term.roots)]) == term.roots:
                    found[term.group].add(term.text)
        return dict(found)

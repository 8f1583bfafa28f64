"""The pieces of a run of attendance, and what a person in it is read from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.lexicon import lexicon, remembered, remembered_shortly
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Iterator


class Entry(NamedTuple):
    """A person: places of the name and of the describing words in `Document.text`.

    `more` is the place of further words on the person, which tell of no organisation; `surname` that of the
    surname, where it stands with the next person alone ("Eva och Jörgen Tallmo").
    """

    name: tuple[int, int]
    description: tuple[int, int]
    rule: str
    struck: bool = False
    group: tuple[int, int] | None = None
    absent: bool = False
    role: tuple[int, int] | None = None
    title: tuple[int, int] | None = None
    more: tuple[int, int] | None = None
    surname: tuple[int, int] | None = None


class Stretch(NamedTuple):
    """A piece of the text that was cut out, with its place."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """First position after the piece."""
        return self.start + len(self.text)


def segments(text: str, start: int) -> Iterator[Stretch]:
    """The pieces of a run between commas, semicolons, "och" and wide gaps, brackets kept whole."""
    for words, at in _segments(text):
        yield Stretch(words, start + at)


@remembered_shortly
def _segments(text: str) -> tuple[tuple[str, int], ...]:
    """The pieces with their places in the text; several rules cut the same line."""
    begin = 0
    found: list[tuple[str, int]] = []
    cuts = [match.span() for match in lexicon().pattern("name_separator").finditer(_masked(text))]
    for stop, follows in sorted([*cuts, *_glued(text)]):
        found.extend(_stretch(text, begin, stop))
        begin = max(begin, follows)
    found.extend(_stretch(text, begin, len(text)))
    return tuple(found)


def _glued(text: str) -> list[tuple[int, int]]:
    """Where a name is glued to what describes the person before ("(S)Rut Vifell", "rektorRut Vifell")."""
    return [(match.end(), match.end()) for match in lexicon().pattern("glued_name").finditer(text)]


def _masked(text: str) -> str:
    """The text with what stands in brackets replaced, so that its commas do not cut."""
    return _IN_BRACKETS.sub(lambda match: "x" * len(match[0]), text) if "(" in text else text


def _stretch(text: str, begin: int, end: int) -> Iterator[tuple[str, int]]:
    piece = text[begin:end]
    if piece.strip():
        yield piece.strip(), begin + len(piece) - len(piece.lstrip())


_IN_BRACKETS = re.compile(r"\([^()]*\)")
BRACKET = re.compile(r"\s*(?:\([^()]*\)|<[^<>]*>)\s*")


@remembered
def bare_words(text: str) -> str:
    """The words without what stands in brackets."""
    return normal(BRACKET.sub(" ", text)).strip(" .,")

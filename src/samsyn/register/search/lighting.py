"""The words that were found, as they stand in a text; and the lines of notes in which they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samsyn.register.search.words import WRITTEN, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

AROUND = 110
MOST_LINES = 2


class Bit(NamedTuple):
    """A stretch of text; lit where it is a word that was found."""

    text: str
    lit: bool


def places_in(text: str, words: Collection[str]) -> list[tuple[int, int]]:
    """Where the words that were found begin and end in a text."""
    return [
        found.span() for found in WRITTEN.finditer(text) if not set(words_of(found.group())).isdisjoint(words)
    ]


def light(text: str, words: Collection[str]) -> list[Bit]:
    """A text cut where the words that were found begin and end; together the bits are exactly the text."""
    bits, at = [], 0
    for start, end in places_in(text, words):
        bits += [Bit(text[at:start], lit=False), Bit(text[start:end], lit=True)]
        at = end
    return [bit for bit in (*bits, Bit(text[at:], lit=False)) if bit.text]


def lines_with(text: str, words: Collection[str]) -> list[Sequence[Bit]]:
    """The lines that hold most of the words, in the text's order; long ones are cut around the first word."""
    lines = [(line, {word for word in words_of(line) if word in words}) for line in text.splitlines()]
    best = sorted(range(len(lines)), key=lambda at: (-len(lines[at][1]), at))[:MOST_LINES]
    return [_cut(light(lines[at][0].strip(), words)) for at in sorted(best) if lines[at][1]]


def _cut(bits: Sequence[Bit]) -> Sequence[Bit]:
    """A line without what stands far from its first lit word."""
    first = next((at for at, bit in enumerate(bits) if bit.lit), 0)
    before = "".join(bit.text for bit in bits[:first])
    kept = [Bit(_end_of(before), lit=False)] if before else []
    room = 2 * AROUND
    for bit in bits[first:]:
        if len(bit.text) > room:
            return [*kept, Bit(bit.text[:room].rpartition(" ")[0] + " …", lit=False)]
        kept.append(bit)
        room -= len(bit.text)
    return kept


def _end_of(before: str) -> str:
    if len(before) <= AROUND:
        return before
    return "… " + before[-AROUND:].partition(" ")[2]

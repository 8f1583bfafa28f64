"""Lines on end as one text, and what is found in it."""

from __future__ import annotations

import re
from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line

SENTENCE_END = re.compile(r"[.!?:)”\"]\s*$")


class Stream(NamedTuple):
    """Lines on end as one text, each line break a blank, with the number of letters before each line."""

    text: str
    lines: list[Line]
    breaks: frozenset[int]


class Number(NamedTuple):
    """A number in a stream, and the form of number it is."""

    stream: int
    at: int
    number: int
    form: str


class Cut(Enum):
    """What begins where a stream is cut."""

    ITEM = auto()
    POINT = auto()
    BULLET = auto()
    BLOCK = auto()
    LINE = auto()


def form_of(number: re.Match[str]) -> str:
    """The sign that a number bears."""
    return "§" if number["section"] else number["sign"] or ""


def streams_of(lines: Sequence[Line]) -> Iterator[Stream]:
    """The lines of each block as one text."""
    for _, group in groupby(lines, key=lambda line: line.block):
        block = list(group)
        first, text, breaks = block[0], "", {0}
        for line in block:
            text = f"{text:{line.start - first.start}}"
            breaks.add(len(text))
            text += line.text
        yield Stream(text, block, frozenset(breaks))

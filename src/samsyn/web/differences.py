"""Two versions of notes side by side: which lines are the same, and which words within a line are not."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WORDS = re.compile(r"\w+|\s+|[^\w\s]")
AROUND = 2  # so many unchanged lines are shown before and after a change
MOST_WORDS = 400  # longer lines are marked whole: comparing takes the square of their length


class Piece(NamedTuple):
    """Words of a line, and whether the other version has others."""

    text: str
    differs: bool


class Row(NamedTuple):
    """A line of each version; None where one has none. `gap`: unchanged lines are left out here."""

    earlier: list[Piece] | None
    later: list[Piece] | None
    gap: bool = False


GAP = Row(None, None, gap=True)


def write_differences(earlier: str, later: str) -> list[Row]:
    """The changed lines of two texts with a few around them, each as pieces."""
    left, right = earlier.splitlines(), later.splitlines()
    groups = SequenceMatcher(None, left, right).get_grouped_opcodes(AROUND)
    rows: list[Row] = []
    for group in groups:
        if rows or group[0][1] or group[0][3]:
            rows.append(GAP)
        for tag, start, end, low, high in group:
            rows += _rows(tag, left[start:end], right[low:high])
    return rows


def _rows(tag: str, left: Sequence[str], right: Sequence[str]) -> Iterator[Row]:
    """Lines of one stretch, the first beside the first."""
    for before, after in zip_longest(left, right):
        if tag == "equal":
            yield Row([Piece(before, False)], [Piece(after, False)])
        elif before is None or after is None:
            yield Row(_whole(before), _whole(after))
        else:
            yield _changed(before, after)


def _whole(line: str | None) -> list[Piece] | None:
    return None if line is None else [Piece(line, True)]


def _changed(before: str, after: str) -> Row:
    """Two lines in place of each other, word by word."""
    left, right = WORDS.findall(before), WORDS.findall(after)
    if max(len(left), len(right)) > MOST_WORDS:
        return Row(_whole(before), _whole(after))
    row = Row([], [])
    for tag, start, end, low, high in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        for pieces, words in ((row.earlier, left[start:end]), (row.later, right[low:high])):
            if words and pieces is not None:
                pieces.append(Piece("".join(words), tag != "equal"))
    return row

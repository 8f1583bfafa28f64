"""Headings by layout alone, where the text has no marks (rule I7)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from samsyn.minutes.headings.kinds import Heading
from samsyn.minutes.labels import find_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line


_SHORT = re.compile(r"[A-ZÅÄÖ][^.!?:;,]+")
_OPENS = re.compile(r"[A-ZÅÄÖ\"”]")
_MOST_WORDS = 7
_MIN_WITH_COLON = 3


def headings_by_layout(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I7: in text without any marks, a short line that opens a block, closed by no sign."""
    found = [
        Heading(at, at, line.start, line.end, line.text, 9, "I7")
        for at, (line, following) in enumerate(pairwise(lines[first:]), start=first)
        if _is_short(line) and _is_text_below(line, following)
    ]
    return found if len(found) > 1 else _headings_with_colon(lines, first)


def _headings_with_colon(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I7: short lines that open a block and end in a colon, with running text below, at least three."""
    found = [
        Heading(at, at, line.start, line.end - 1, line.text[:-1], 9, "I7")
        for at, (line, following) in enumerate(pairwise(lines[first:]), start=first)
        if line.text.endswith(":")
        and _is_short(replace(line, text=line.text[:-1], labels={}))
        and following.block == line.block
        and not following.marker
        and _is_text_below(line, following)
    ]
    return found if len(found) >= _MIN_WITH_COLON else []


def _is_short(line: Line) -> bool:
    if not line.first or line.marker or line.cell or len(line.text.split()) > _MOST_WORDS:
        return False
    if not _SHORT.fullmatch(line.text):
        return False
    return find_label(line) is None and find_label(line, "statement_labels") is None


def _is_text_below(line: Line, following: Line) -> bool:
    near = following.block == line.block or following.marker != ""
    return near and _OPENS.match(following.text) is not None

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
# What headings may look like beside three that look like headings and nothing else.
_ALSO_SHORT = re.compile(r"[A-ZÅÄÖ][^.!:;]+")
_ALSO_OPENS = re.compile(r"[A-ZÅÄÖ\d\"”]")
_MIN_LIKE = 3


def headings_by_layout(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I7: in text without any marks, a short line that opens a block, closed by no sign."""
    found = _short_lines(lines, first, _SHORT, _OPENS)
    if len(found) >= _MIN_LIKE:
        found = _short_lines(lines, first, _ALSO_SHORT, _ALSO_OPENS)
    headings = [Heading(at, at, lines[at].start, lines[at].end, lines[at].text, 9, "I7") for at in found]
    return headings if len(headings) > 1 else _headings_with_colon(lines, first)


def _short_lines(
    lines: Sequence[Line], first: int, form: re.Pattern[str], opens: re.Pattern[str]
) -> list[int]:
    """The lines of a form that open a block and have text below them that opens in another form."""
    return [
        at
        for at, (line, following) in enumerate(pairwise(lines[first:]), start=first)
        if _is_short(line, form) and _is_text_below(line, following, opens)
    ]


def _headings_with_colon(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I7: short lines that open a block and end in a colon, with running text below, at least three."""
    found = [
        Heading(at, at, line.start, line.end - 1, line.text[:-1], 9, "I7")
        for at, (line, following) in enumerate(pairwise(lines[first:]), start=first)
        if line.text.endswith(":")
        and _is_short(replace(line, text=line.text[:-1], labels={}), _SHORT)
        and following.block == line.block
        and not following.marker
        and _is_text_below(line, following, _OPENS)
    ]
    return found if len(found) >= _MIN_WITH_COLON else []


def _is_short(line: Line, form: re.Pattern[str]) -> bool:
    if not line.first or line.marker or line.cell or len(line.text.split()) > _MOST_WORDS:
        return False
    if not form.fullmatch(line.text):
        return False
    label = find_label(line)
    headed = label is None or (label.field == "next_meeting" and label.value_at >= len(line.text))
    return headed and find_label(line, "statement_labels") is None


def _is_text_below(line: Line, following: Line, opens: re.Pattern[str]) -> bool:
    near = following.block == line.block or following.marker != ""
    return near and opens.match(following.text) is not None

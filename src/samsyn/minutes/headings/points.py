"""Numbered lines that are points of a decision or of a list within an item, and head nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.headings.kinds import number_in
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_FIRST = re.compile(r"1\D")


def points_below(lines: Sequence[Line]) -> set[int]:
    """The numbered lines that are points below a label alone on its line, or a colon in an item."""
    points: set[int] = set()
    for at in range(1, len(lines)):
        before = lines[at - 1]
        label = find_label(before, "statement_labels")
        if label and label.value_at >= len(before.text):
            if _FIRST.match(lines[at].marker or lines[at].text):
                points.add(at)
        elif (before.text.endswith(":") and _leads_in_points(lines, at)) or (
            at - 1 in points and not is_prefixed(lines[at]) and _is_point_behind(before, lines[at])
        ):
            points.add(at)
    return points


_POINT = re.compile(r"(?P<number>\d{1,3})(?P<sign>[.):]?)")


def _is_point_behind(before: Line, line: Line) -> bool:
    """Whether a line goes on with numbered points; the next item has another sign or number."""
    above, below = (_POINT.match(one.marker or one.text) for one in (before, line))
    if above is None or below is None:
        number = number_in(line.text)
        return above is not None and not (number and number["section"])
    return below["sign"] == above["sign"] and int(below["number"]) == int(above["number"]) + 1


def _leads_in_points(lines: Sequence[Line], at: int) -> bool:
    """Whether a list from 1 on below a colon lies in an item, and is not the agenda."""
    if not _FIRST.match(lines[at].marker or lines[at].text) or find_label(lines[at - 1]):
        return False
    agenda = lexicon().words("title", "agenda") | lexicon().words("title", "frame")
    return folded(lines[at - 1].text) not in agenda and any(
        number_in(line.text) or line.marker for line in lines[:at] if line.first
    )


def is_prefixed(line: Line) -> bool:
    """Whether a word stands before the number of a line, as before items ("KPR 12 …")."""
    match = number_in(line.text) if line.first and not line.marker else None
    return match is not None and match["prefix"] is not None

"""Headings by the mark of the file, whole bold lines, and words beside their text (I1, I1b, I9, I10)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.list_ends import heads_group
from samsyn.minutes.headings.kinds import Heading, heading_of, last_of_block
from samsyn.minutes.headings.told_below import is_told_below
from samsyn.minutes.labels import field_of, find_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line


_HEADER_FIELDS = frozenset(
    {
        "date",
        "time",
        "place",
        "place_and_time",
        "present",
        "absent",
        "called",
        "chair",
        "secretary",
        "adjuster",
        "title",
        "body",
        "presenter",
    }
)


_MAX_WORDS = 16


def marked_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    """Headings by the file's own marks, and whole bold lines, from line `first` on."""
    found: list[Heading] = []
    for at in range(first, len(lines)):
        heading = _marked_heading(lines, at, begun=bool(found))
        if heading and not (lines[at].heading and _names_group(lines, at)):
            found.append(heading)
    return found


def _marked_heading(lines: Sequence[Line], at: int, *, begun: bool) -> Heading | None:
    """The heading that a line is; one with a word of the head ("Närvaro") only once items have begun."""
    line = lines[at]
    if line.heads:
        return heading_of(lines, at, at, line.heads, 9)
    if not line.first or line.cell is not None or not (line.heading or _is_bold_heading(line)):
        return None
    of_head = field_of(line.text) in _HEADER_FIELDS
    if of_head and not (begun and is_told_below(lines, at)):
        return None
    if line.heading:
        found = heading_of(lines, at, last_of_block(lines, at), "I1", line.level)
        return replace(found, told=True) if of_head else found
    return heading_of(lines, at, at, "I1b", 9)


def _names_group(lines: Sequence[Line], at: int) -> bool:
    """Whether a heading stands below that of a list of people, deeper, with names below it."""
    for above in range(at - 1, -1, -1):
        if lines[above].heading and lines[above].level < lines[at].level:
            label = find_label(lines[above])
            listed = label is not None and label.field in {"present", "absent"}
            return listed and heads_group(lines[above], lines, at)
    return False


def _is_bold_heading(line: Line) -> bool:
    if not line.bold or line.text.rstrip().endswith((",", ";")) or len(line.text.split()) > _MAX_WORDS:
        return False
    return find_label(line) is None and find_label(line, "statement_labels") is None

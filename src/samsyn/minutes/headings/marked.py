"""Headings by the mark of the file, whole bold lines, and words beside their text (I1, I1b, I9, I10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.headings.kinds import Heading, heading_of, last_of_block
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


def marked_heading(lines: Sequence[Line], at: int) -> Heading | None:
    """A heading by the file's own mark, or a whole bold line."""
    line = lines[at]
    if line.heads:
        return heading_of(lines, at, at, line.heads, 9)
    if not line.first or line.cell is not None or not (line.heading or _is_bold_heading(line)):
        return None
    if field_of(line.text) in _HEADER_FIELDS:
        return None
    if line.heading:
        return heading_of(lines, at, last_of_block(lines, at), "I1", line.level)
    return heading_of(lines, at, at, "I1b", 9)


def _is_bold_heading(line: Line) -> bool:
    if not line.bold or line.text.rstrip().endswith((",", ";")) or len(line.text.split()) > _MAX_WORDS:
        return False
    return find_label(line) is None and find_label(line, "statement_labels") is None

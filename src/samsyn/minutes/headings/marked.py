"""Headings by the mark of the file: heading styles and whole bold lines (rules I1, I1b)."""

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
    if line.cell is not None:
        return None
    if not (
        line.heading
        or (
            line.bold
            and line.first
            and len(line.text.split()) <= _MAX_WORDS
            and not line.text.rstrip().endswith((",", ";"))
        )
    ):
        return None
    if not line.first:
        return None
    last = last_of_block(lines, at) if line.heading else at
    field = field_of(line.text)
    if field in _HEADER_FIELDS or (
        not line.heading and (find_label(line) or find_label(line, "statement_labels"))
    ):
        return None
    return heading_of(lines, at, last, "I1" if line.heading else "I1b", line.level if line.heading else 9)

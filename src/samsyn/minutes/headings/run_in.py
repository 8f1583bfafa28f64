"""Headings that run into their text: in bold, in capitals, or before a colon in a list (rule I15)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.leads import begins_with_name
from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.attendance.openings import loose_label
from samsyn.minutes.headings.kinds import Heading
from samsyn.minutes.labels import field_of, find_label
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_CAPITALS = re.compile(r"(?P<heading>[A-ZÅÄÖ]{3}[A-ZÅÄÖ0-9 &/-]{1,60}?)(?:[:.]|\s[–—-])\s+(?=[A-ZÅÄÖ])")
_IN_LIST = re.compile(r"(?P<heading>[A-ZÅÄÖ][^.:!?]{2,60}):\s+(?=\S)")
_MOST_WORDS = 8
_FEWEST = 3
_FEW_WORDS = 2  # of the text behind a heading
_HEAD = frozenset({"date", "time", "place", "place_and_time", "present", "absent", "called", "body"})


def run_in_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    """Words that open most paragraphs or entries below the head, three at least, all set alike."""
    begin = _below_head(lines, first)
    if begin is None:
        return []  # without a head nobody can tell its words from those of items
    for find in (_bold, _capitals, _entry):
        found = [
            Heading(at, at, line.start, line.start + end, line.text[:end], 9, "I15")
            for at, line in enumerate(lines[begin:], start=begin)
            if line.cell is None and (end := find(line)) and _may_head(line.text[:end], line.text[end:])
        ]
        outer = sum(1 for line in lines[begin:] if line.first and not line.level)
        if len(found) >= _FEWEST and len(found) * (3 if find is _capitals else 2) >= outer:
            return found
    return []


def _below_head(lines: Sequence[Line], first: int) -> int | None:
    """The line behind the last label of the head in the first half of the notes; None where it has none."""
    half = range(first, first + (len(lines) - first) // 2)
    return max((at + 1 for at in half if _is_of_head(lines, at)), default=None)


def _is_of_head(lines: Sequence[Line], at: int) -> bool:
    label = find_label(lines[at]) or loose_label(lines, at)
    return label is not None and label.field in _HEAD


def _bold(line: Line) -> int:
    """Where a heading in bold ends, with text behind it on its line; 0 for none."""
    if not (line.first or line.marker) or not 0 < line.bold_end < len(line.text):
        return 0
    return len(line.text[: line.bold_end].rstrip(" :.–-"))


def _capitals(line: Line) -> int:
    match = _CAPITALS.match(line.text)
    return match.end("heading") if match else 0


def _entry(line: Line) -> int:
    match = _IN_LIST.match(line.text) if line.marker and line.first and not line.level else None
    return match.end("heading") if match else 0


def _may_head(words: str, behind: str) -> bool:
    """Whether words name a matter, and neither a person nor a value or statement behind a label."""
    text = behind.lstrip(" :.–—-")
    if len(words.split()) > _MOST_WORDS or len(text.split()) < _FEW_WORDS or begins_with_name(text):
        return False
    label = field_of(words)
    labelled = label not in {None, "next_meeting"} or field_of(words, "statement_labels") is not None
    return not labelled and (words.isupper() or not is_name(normal(words)))

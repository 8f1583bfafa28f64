"""Headings within paragraphs and above indented text, where no blank line sets them apart (rule I7)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.headings.kinds import Heading
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.lines import ends_early, width_of
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_SHORT = re.compile(r"[^\W\d_][^.!?:;,]*[?]?")
_OPENS = re.compile(r"[A-ZÅÄÖ\d\"”]")
_ENDS = (".", "!", "?", ":", ")")
_MOST_WORDS = 7
_MIN_HEADINGS = 3
_MIN_KNOWN = 2


def headings_within_blocks(lines: Sequence[Line], first: int) -> list[Heading]:
    """Short lines that were ended on purpose, behind a sentence and above one, two of them in any agenda."""
    width = width_of(lines)
    found = [
        at
        for at in range(max(first, 1), len(lines) - 1)
        if _may_head(lines[at])
        and lines[at].text[0].isupper()
        and (lines[at].first or lines[at - 1].text.endswith(_ENDS))
        and ends_early(lines[at], lines[at + 1], width)
        and (lines[at + 1].marker or _OPENS.match(lines[at + 1].text))
    ]
    known = {at for at in found if _is_known(lines[at])}
    if len(known) < _MIN_KNOWN:
        return []
    begin = min(known)
    found = [at for at in found if at >= begin and (at in known or not is_name(normal(lines[at].text)))]
    return _headings(lines, found)


def headings_by_indent(lines: Sequence[Line], first: int) -> list[Heading]:
    """Short lines at one margin, with everything between them indented more."""
    found: list[int] = []
    for at in range(first, len(lines) - 1):
        line, below = lines[at], lines[at + 1]
        if below.indent > line.indent and _may_head(line):
            found.append(at)
    if not found:
        return []
    margin = min(lines[at].indent for at in found)
    found = [at for at in found if lines[at].indent == margin]
    known = next((at for at in found if _is_known(lines[at])), None)
    if known is None:
        return []
    heads = set(found)
    between = (lines[at] for at in range(known, found[-1]) if at not in heads)
    if any(line.indent <= margin and not line.marker for line in between):
        return []
    return _headings(lines, [at for at in found if at >= known])


def _may_head(line: Line) -> bool:
    """Whether a line has the form of a heading, and is no label with its value elsewhere."""
    if line.cell is not None or line.marker or len(line.text.split()) > _MOST_WORDS:
        return False
    if not _SHORT.fullmatch(line.text):
        return False
    label = find_label(line)
    headed = label is None or (label.field == "next_meeting" and label.value_at >= len(line.text))
    return headed and find_label(line, "statement_labels") is None


def _is_known(line: Line) -> bool:
    return lexicon().search("agenda_words", line.text) is not None


def _headings(lines: Sequence[Line], found: Sequence[int]) -> list[Heading]:
    headings = [Heading(at, at, lines[at].start, lines[at].end, lines[at].text, 9, "I7") for at in found]
    return headings if len(headings) >= _MIN_HEADINGS else []

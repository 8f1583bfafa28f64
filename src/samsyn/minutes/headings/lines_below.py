"""How far a numbered heading reaches: over a line break, or down to the line that holds its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.headings.kinds import Heading, words_between
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line


_LOWER = re.compile(r"[a-zåäö]")


def heading_on_line(lines: Sequence[Line], at: int, skip: int) -> Heading:
    """The heading on a numbered plain line: its first sentence, over the line break where it goes on."""
    line = lines[at]
    words = line.text[skip:]
    if skip < line.bold_end < len(line.text.rstrip(" .:")):  # what stands behind the bold words is text
        end = len(line.text[: line.bold_end].rstrip(" :."))
        return Heading(at, at, line.start + skip, line.start + end, line.text[skip:end], 9, "I3")
    if not words or lexicon().pattern("case_number").match(words):
        return _below(lines, at)
    last = at
    while (
        last + 1 < len(lines)
        and lines[last + 1].block == line.block
        and _goes_on(lines[last], lines[last + 1])
    ):
        last += 1
    if last == at and (reference := lexicon().pattern("reference_behind").search(words)):
        words = words[: reference.start()]
    whole = words if last == at else words_between(lines, at, last, skip)
    start, end = next(iter(sentences(whole)), (0, len(whole)))
    first = line.start + skip + start
    length = end - start
    if last > at and end >= len(whole):
        return Heading(at, last, first, lines[last].end, whole, 9, "I3")
    if end <= len(words):
        return Heading(at, at, first, first + length, words[start:end], 9, "I3")
    return Heading(at, at, first, line.end, words, 9, "I3")


def _goes_on(line: Line, following: Line) -> bool:
    if line.text.endswith((".", "!", "?", ":")):
        return False
    if find_label(following) or find_label(following, "statement_labels"):
        return False
    connecting = lexicon().pattern("connecting").search(line.text)
    return connecting is not None or _LOWER.match(following.text) is not None


def _below(lines: Sequence[Line], at: int) -> Heading:
    """The heading of a section whose number line holds a case number: the lines below, up to a label."""
    first = last = at + 1
    if first < len(lines) and (label := lexicon().pattern("heading_label").match(lines[first].text)):
        line, skip = lines[first], label.end()
        return Heading(at, first, line.start + skip, line.end, line.text[skip:], 9, "I3")
    while first < len(lines) and first < at + 4 and _running_head(lines, first):
        first += 1
    last = first
    if first >= len(lines):
        line = lines[at]
        return Heading(at, at, line.start, line.end, line.text, 9, "I3")
    if _is_label(lines[first]) and _may_head(lines, at - 1):
        above = lines[at - 1]
        return Heading(at, at, above.start, above.end, above.text, 9, "I3")
    while (
        last + 1 < len(lines)
        and lines[last + 1].block == lines[first].block
        and _goes_on(lines[last], lines[last + 1])
    ):
        last += 1
    return Heading(
        at, last, lines[first].start, lines[last].end, words_between(lines, first, last, 0), 9, "I3"
    )


def _may_head(lines: Sequence[Line], at: int) -> bool:
    """Whether a line above a section's number holds its heading."""
    return at >= 0 and not lines[at].text.endswith((".", ":")) and not _is_label(lines[at])


def _running_head(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    label = find_label(line)
    return (label is not None and label.field != "next_meeting") or lexicon().pattern("running_head").match(
        line.text
    ) is not None


def _is_label(line: Line) -> bool:
    return find_label(line) is not None or find_label(line, "statement_labels") is not None

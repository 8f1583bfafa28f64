"""Headings among the entries of lists without numbers (rules I11, I12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.headings.kinds import Heading
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.lines import ends_early, width_of
from samsyn.minutes.texts import normal
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_MOST_WORDS = 8
_FEW_WORDS = 5
_CLOSED = (".", "!", "?", ":", ",", ";", "-")
_MIN_AGENDA = 3
_MIN_LED = 2


def agenda_entries(lines: Sequence[Line], first: int, stop: int) -> list[Heading]:
    """Rule I11: the entries of an agenda, a list of a few words each before those present are told.

    Args:
        lines: All lines.
        first: The first line behind the title.
        stop: The line where attendance or running text begins.
    """
    found: list[Heading] = []
    for at in range(first, stop):
        if _is_short(lines[at]) and not lines[at].text.endswith((".", ":")):
            found.append(_heading(lines[at], at, "I11"))
        elif found:
            break
    return found if len(found) >= _MIN_AGENDA else []


def leading_entries(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I12: outermost entries that end in a colon and have entries of their own below them."""
    found = [
        _heading(lines[at], at, "I12")
        for at in range(first, len(lines) - 1)
        if _is_short(lines[at]) and lines[at].text.endswith(":") and _is_below(lines[at], lines[at + 1])
    ]
    if len(found) >= _MIN_LED:
        return found
    return _entries_above_entries(lines, first) or _entries_with_text(lines, first)


def _entries_above_entries(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I12: outermost entries of a few words, most of which have entries of their own below them."""
    outer = [
        at
        for at in range(first, len(lines))
        if lines[at].first
        and lines[at].marker
        and not lines[at].level
        and (_is_short(lines[at]) or _tells_next_meeting(lines[at]))
    ]
    above = [at for at in outer if at + 1 < len(lines) and _is_below(lines[at], lines[at + 1])]
    if len(above) < _MIN_AGENDA or len(above) * 3 < len(outer) * 2:
        return []
    return [_heading(lines[at], at, "I12") for at in outer if at >= above[0] and not _is_sentence(lines[at])]


def _is_sentence(line: Line) -> bool:
    return line.text.endswith(".")


def _tells_next_meeting(line: Line) -> bool:
    """Whether an entry is a label of the next meeting and nothing else."""
    label = find_label(line)
    return label is not None and label.field == "next_meeting" and label.value_at >= len(line.text)


def _entries_with_text(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I12: outermost entries of a few words that have running text below them in the same entry."""
    short = [
        at
        for at in range(first, len(lines) - 1)
        if lines[at].first
        and _is_short(lines[at])
        and not lines[at].text.endswith(_CLOSED)
        and len(lines[at].text.split()) <= _FEW_WORDS
    ]
    above = [at for at in short if lines[at].block == lines[at + 1].block]
    found = {at for at in above if _opens_text(lines[at + 1])}
    entries = sum(1 for line in lines[first:] if line.first and line.marker and not line.level)
    width = width_of(lines)
    broken = {at for at in above if at in found or ends_early(lines[at], lines[at + 1], width)}
    if len(broken) * 3 >= entries * 2:
        found = broken
    if len(found) < _MIN_AGENDA:
        return []
    found |= {at for at in short if _leads(lines[at + 1])}
    return [_heading(lines[at], at, "I12") for at in sorted(found)]


def _is_running(line: Line) -> bool:
    """Whether a line is a paragraph, also one that the file sets within the entry above it."""
    return line.kind is BlockKind.PARAGRAPH or (
        line.kind is BlockKind.LIST_ENTRY and line.first and not line.marker
    )


def _leads(following: Line) -> bool:
    """Whether the entry below a heading is one that leads further ones ("Sekreterare:")."""
    return following.marker != "" and following.text.endswith(":")


def lone_entries(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I12: entries that are no list, since each has running text straight below it and none beside it.

    Entries before those that lead further ones ("Val av roller:") and those that any agenda has count too.
    """
    found: list[int] = []
    alone = 0
    for at in range(first, len(lines) - 1):
        line, following = lines[at], lines[at + 1]
        if not (line.first and line.last and _is_short(line)) or line.text.endswith(_CLOSED):
            continue
        between = not (lines[at - 1].marker and at > first) and not following.marker
        if _is_running(following) and (between or lexicon().search("agenda_words", line.text)):
            alone += between
            found.append(at)
        elif _leads(following) or (following.marker and lexicon().search("agenda_words", line.text)):
            found.append(at)
    return [_heading(lines[at], at, "I12") for at in found] if alone >= _MIN_AGENDA else []


def _opens_text(line: Line) -> bool:
    """Whether a line opens running text."""
    labelled = find_label(line, "statement_labels") is not None
    return line.text[0].isupper() and (" " in line.text or labelled)


def _is_short(line: Line) -> bool:
    """Whether a line is an outermost entry of a few words that is neither a label nor a name."""
    if line.kind is not BlockKind.LIST_ENTRY or line.level or len(line.text.split()) > _MOST_WORDS:
        return False
    if lexicon().pattern("clause_or_point").match(line.text):
        return False
    labelled = find_label(line) or find_label(line, "statement_labels")
    return labelled is None and not is_name(normal(line.text))


def _is_below(line: Line, following: Line) -> bool:
    return following.kind is BlockKind.LIST_ENTRY and following.level > line.level


def _heading(line: Line, at: int, rule: str) -> Heading:
    return Heading(at, at, line.start, line.end, line.text, 9, rule)

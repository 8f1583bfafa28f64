"""Headings that are paragraphs of their own, where a page has lost the marks of its headings (rule I7)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.headings.kinds import Heading
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_SHORT = re.compile(r"[A-ZÅÄÖ][^.!?:;]*[?]?")
_MOST_WORDS = 9
_MIN_HEADINGS = 4
_MIN_KNOWN = 2


def headings_as_paragraphs(lines: Sequence[Line], first: int) -> list[Heading]:
    """Paragraphs of a few words that tell nothing, each above one that does; two of them in any agenda.

    Args:
        lines: All lines.
        first: The first line behind the title.
    """
    short = [at for at in range(first, len(lines)) if _may_head(lines[at])]
    known = [at for at in short if lexicon().search("agenda_words", lines[at].text)]
    if len(known) < _MIN_KNOWN or len(short) < _MIN_HEADINGS:
        return []
    heads = set(short)
    found = [at for at in short if at >= known[0] and at + 1 < len(lines) and at + 1 not in heads]
    if len(found) < _MIN_HEADINGS or len(found) * 3 < sum(1 for at in short if at >= known[0]) * 2:
        return []
    return [Heading(at, at, lines[at].start, lines[at].end, lines[at].text, 9, "I7") for at in found]


def _may_head(line: Line) -> bool:
    """Whether a line is a paragraph of a few words: no label, name or sentence."""
    if not (line.first and line.last) or line.marker or line.cell is not None:
        return False
    if len(line.text.split()) > _MOST_WORDS or not _SHORT.fullmatch(line.text):
        return False
    if lexicon().pattern("paragraph_tells").match(line.text):
        return False
    labelled = find_label(line) or find_label(line, "statement_labels")
    known = lexicon().search("agenda_words", line.text) is not None
    return known if labelled or is_name(normal(line.text)) else True

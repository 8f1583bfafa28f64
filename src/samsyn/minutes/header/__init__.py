"""The head of the notes: title, day, times, place, chair, secretary.

Rules H1-H9 in docs/reading/header.md. What has no label is looked for in the title, then in the
lines before the first item, then in page headers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.header.day import read_day
from samsyn.minutes.header.fields import fields_of
from samsyn.minutes.header.parts import Header, Reader
from samsyn.minutes.header.persons import read_persons
from samsyn.minutes.header.place import read_place
from samsyn.minutes.header.times import read_times
from samsyn.minutes.header.title import has_title_word, is_notice, title_words
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Found
from samsyn.minutes.texts import normal
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line
    from samsyn.reading import Document

_LONGEST_NAME = 90


def read_header(document: Document, front: Sequence[Line], aside: Sequence[Line], title_line: int) -> Header:
    """Read the head.

    Args:
        document: The whole document.
        front: Lines before the first item.
        aside: Lines of page headers and footers, where running heads tell the day.
        title_line: Position of the title in `front`, -1 for none.
    """
    reader = Reader(document, front, aside)
    reader.header.title_line = title_line
    if title_line >= 0:
        line = front[title_line]
        begin, end = title_words(line.text)
        end = _goes_on(front, title_line) or line.start + end
        words = document.text[line.start + begin : end]
        reader.header.title = Found(
            normal(words).strip(" *_#"),
            words,
            Span(line.start + begin, end),
            "H2",
            Certainty.CLEAR if has_title_word(words) else Certainty.LIKELY,
        )
        reader.header.notice = any(is_notice(each) for each in front[: title_line + 1])
    fields = list(fields_of(front))
    read_day(reader, fields)
    read_times(reader, fields)
    read_place(reader, fields)
    read_persons(reader, fields)
    return reader.header


def _goes_on(front: Sequence[Line], at: int) -> int:
    """Where a title ends that goes on below ("Anteckningar från" above the body's name); 0 for others."""
    if at + 1 >= len(front) or not lexicon().pattern("open_title").search(front[at].text):
        return 0
    below = front[at + 1]
    return below.end if find_label(below) is None and len(below.text) <= _LONGEST_NAME else 0

"""The title of the notes: rule H2."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from samsyn.minutes.header.blanks import blanked
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon, words_pattern
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line


@cache
def title_word() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:" + words_pattern(lexicon().words("title", "words")) + r")(?!\w)", re.IGNORECASE
    )


@cache
def notice_word() -> re.Pattern[str]:
    return re.compile(r"^(?:" + words_pattern(lexicon().words("title", "notice")) + r")(?!\w)", re.IGNORECASE)


_PAGE = re.compile(r"^\s*(?:sida?\s*)?\d{1,3}\s*(?:\(\d{1,3}\)|av\s+\d{1,3}|/\s?\d{1,3})\s*$", re.IGNORECASE)


def find_title_line(lines: Sequence[Line]) -> int:
    """The position of the title among the lines; -1 where the notes have none.

    Rule H2: among the first lines the first that holds a word for notes or meetings and is no
    label; else the first heading, else the first line where a label or a list follows.
    """
    top = [at for at in range(min(8, len(lines))) if not _PAGE.match(lines[at].text)]
    begun = False
    for at in top:
        line = lines[at]
        label = find_label(line)
        if label and label.field in {"present", "absent", "date", "time", "place", "place_and_time"}:
            break
        if re.match(r"§|\d+[.:)]\s", line.text) or line.marker:
            begun = True
            continue
        found = title_word().match(line.text) if begun else title_word().search(line.text)
        if (
            found
            and len(line.text) <= 140
            and not (begun and line.text.endswith("."))
            and (label is None or line.heading or label.value_at < len(line.text))
        ):
            return at
    if begun:
        return -1
    if top and (lines[top[0]].heading or notice_word().match(lines[top[0]].text)):
        return top[0]
    return -1


PAGE_TAIL = re.compile(r"\s{2,}\d{1,3}\s*\(\d{1,3}\)\s*$")


def is_front_text(line: Line) -> bool:
    """Whether a heading only tells day, page or title, and so heads no item."""
    rest = blanked(line.text)
    return (
        _PAGE.match(line.text) is not None
        or not re.search(r"\w{3,}", rest)
        or folded(line.text) in lexicon().words("title", "notice")
    )

"""Notes of an earlier meeting that stand below those of the meeting itself (rule H35)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.header.title import has_title_word
from samsyn.minutes.labels import find_label
from samsyn.minutes.records import Doubt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_APPENDED = re.compile(r"(?:[Bb]ilaga|BILAGA|[Bb]ifogas)(?:\s+\d{1,2}|\s+[A-Z])?\s*[:.–-]?\s+")
_ASKED = "Sist står anteckningarna från ett tidigare möte. De är inte lästa. Finns de som egen fil?"
_LONGEST = 110  # characters of a title
_TOP = 6  # lines among which the notes' own title stands
_HEAD = 4  # lines below a title among which its head begins
_HEAD_FIELDS = frozenset({"present", "absent", "place", "date", "time", "chair"})

Day = tuple[int, int, int]


def without_former(lines: Sequence[Line]) -> tuple[list[Line], list[Doubt]]:
    """The lines up to a second title of the same words with an earlier day, and a head of its own below it.

    Returns:
        The lines of the meeting's own notes, and a doubt that tells of what was left out.
    """
    own = next((titled for line in lines[:_TOP] if (titled := _titled(line.text))), None)
    for at in range(_TOP, len(lines)) if own else ():
        line = lines[at]
        other = _titled(_APPENDED.sub("", line.text, count=1)) if line.first else None
        if own and other and other[0] == own[0] and other[1] < own[1] and _has_head(lines, at):
            return list(lines[:at]), [Doubt(_ASKED, "text", line.span, "H35")]
    return list(lines), []


def _titled(text: str) -> tuple[str, Day] | None:
    """The words of a title without its day, and the day; None for other lines."""
    if len(text) > _LONGEST or not has_title_word(text):
        return None
    for mention in find_mentions(text):
        if mention.year and mention.first:
            words = text[: mention.start] + text[mention.end :]
            return " ".join(words.casefold().split()), (mention.year, *mention.first)
    return None


def _has_head(lines: Sequence[Line], at: int) -> bool:
    labels = (find_label(line) for line in lines[at + 1 : at + 1 + _HEAD])
    return any(label is not None and label.field in _HEAD_FIELDS for label in labels)

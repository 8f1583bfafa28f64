"""Labels in the midst of a line that another one opens (rule H16).

"Beslut:" behind the words of an item opens a line of its own. At the top of the notes so does the label of
a list that is glued to the words before it ("2026-03-10Närvarande: …"), as when a line break was lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon, per_lexicon, words_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_OUTCOMES = ("decision", "agreed_outcome")
_LISTS = ("present", "absent")
_SHORTEST = 6  # letters of a label
_NUMBERED = re.compile(r"§?\s?\d{1,3}[.):\s]")


def inner_places(line: Line, *, top: bool) -> dict[int, bool]:
    """Where labels begin within a line, and whether a block begins there.

    Args:
        line: A line that is not of a table.
        top: Whether it is one of the first lines of the notes.
    """
    if line.cell is not None or ":" not in line.text:
        return {}
    if top and (glued := _glued().search(line.text)):
        return {glued.start("label"): True}
    if line.heading or not _NUMBERED.match(line.marker or line.text):
        return {}
    return {match.start("label"): False for match in _outcomes().finditer(line.text)}


def _labels(table: str, fields: Sequence[str]) -> str:
    tables = lexicon().lists(table)
    words = [word for name in fields for word in tables[name] if len(word) >= _SHORTEST and word[0].isalpha()]
    return words_pattern(sorted({f"{word[0].upper()}{word[1:]}" for word in words}))


@per_lexicon
def _outcomes() -> re.Pattern[str]:
    return re.compile(rf"(?<=\s)(?P<label>{_labels('statement_labels', _OUTCOMES)}):\s+(?=\S)")


@per_lexicon
def _glued() -> re.Pattern[str]:
    return re.compile(rf"(?<=[a-zåäö\d])(?P<label>{_labels('labels', _LISTS)})\s*:\s*(?=[A-ZÅÄÖ])")

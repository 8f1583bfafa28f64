"""Words of the head that head an item further down, as what stands below them shows (rule I1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.attendance.leads import begins_with_name
from samsyn.minutes.attendance.telling import absence_in_sentence, presence_in_sentence
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_FEWEST = 4  # words of running text


def is_told_below(lines: Sequence[Line], at: int) -> bool:
    """Whether running text stands below a line, and neither a list of people nor a value of the head."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or below.heading or below.cell is not None or find_label(below) is not None:
        return False
    words = below.text
    if len(words.split()) < _FEWEST or lexicon().pattern("finite_verb").search(words) is None:
        return False
    listed = begins_with_name(words) and "," in words
    return not (listed or absence_in_sentence(words) or presence_in_sentence(words))

"""Running text above the first item that tells neither who was there nor when (rule S49)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.clauses import tells_attendance
from samsyn.minutes.attendance.telling import absence_in_sentence, presence_in_sentence
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.statements.modes import Passage
from samsyn.minutes.texts import sentences
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line
    from samsyn.minutes.statements.scene import Scene

_FEWEST = 4  # words of a sentence
_TOLD = ("chair_told", "secretary_by_name", "secretary_told")


def opening_passages(scene: Scene, lines: Sequence[Line], first: int) -> Iterator[Passage]:
    """The stretches of sentences above line `first`, without those that the head was read from."""
    for _, block in groupby(lines[:first], key=lambda line: line.block):
        several = list(block)
        if any(line.cell or line.kind is not BlockKind.PARAGRAPH or find_label(line) for line in several):
            continue
        start, end = several[0].start, several[-1].end
        text = scene.document.text[start:end]
        if not text.endswith((".", "!", "?")):
            continue
        for a, b in sentences(text):
            if _is_said(scene, text[a:b], start + a):
                yield Passage(start + a, start + b, several[0].block)


def _is_said(scene: Scene, words: str, start: int) -> bool:
    """Whether a sentence tells something of what was said."""
    end = start + len(words)
    if len(words.split()) < _FEWEST or lexicon().pattern("finite_verb").search(words) is None:
        return False
    if any(span.start < end and start < span.end for span in scene.known):
        return False
    told = tells_attendance(words) or absence_in_sentence(words) or presence_in_sentence(words)
    return not told and all(lexicon().search(name, words) is None for name in _TOLD)

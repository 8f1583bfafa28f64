"""Each decision below a label: a sentence, a numbered point or an att-clause (rules S1, S2, S6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.records import (
    Kind,
)
from samsyn.minutes.statements.classing import read_sentence
from samsyn.minutes.statements.cues import find_cue
from samsyn.minutes.statements.making import add_statement
from samsyn.minutes.statements.tasks import find_task
from samsyn.minutes.texts import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.minutes.statements.passages import Mode, Passage
    from samsyn.minutes.statements.scene import Scene


_LEAD = re.compile(
    r"^(?:Enligt [^:]{3,80}:\s*|(?:[\wåäöÅÄÖ,() -]{0,60}\b(?:beslutar|beslutade|beslutades|beslöt)\b[^:.]{0,40}:?\s*)(?=[Aa]tt\s|\n\s*[Aa]tt\s))"
)


_CLAUSE = re.compile(r"(?:(?<=\n)|(?<=,\s)|(?<=samt\s)|(?<=och\s)|^)\s*(?:[-–•·]\s*)?[Aa]tt\s", re.MULTILINE)


def read_decisions(scene: Scene, passage: Passage, mode: Mode, text: str) -> None:
    """Each decision below a label: a sentence, or each of its att-clauses."""
    point = re.match(r"\d+[.)]\s+", text)
    skip = point.end() if point else 0
    for start, end in ((a + skip, b + skip) for a, b in sentences(text[skip:])):
        lead = _LEAD.match(text[start:end])
        begin = start + (lead.end() if lead else 0)
        if mode.rule == "S1" and begin > 0 and find_task(text[begin:end], scene.cast) and scene.statements:
            read_sentence(scene, passage.start + begin, passage.start + end, None)
            continue
        clauses = list(_clauses(text, begin, end))
        for a, b in clauses or [(begin, end)]:
            _decision(scene, passage.start + a, passage.start + b, mode)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The att-clauses of a decision, where each stands on a line of its own."""
    starts = [
        start + m.end() - 4
        for m in _CLAUSE.finditer(text[start:end])
        if m.start() == 0 or "\n" in text[start + m.start() - 1 : start + m.end()]
    ]
    if len(starts) < 2 and not (starts and starts[0] == start):
        return
    for begin, stop in zip(starts, [*starts[1:], end], strict=True):
        words = re.sub(r"[\s,;]*(?:\b(?:samt|och)\b)?\s*(?:[-–•·])?\s*$", "", text[begin:stop])
        yield begin, begin + len(words)


def _decision(scene: Scene, start: int, end: int, mode: Mode) -> None:
    words = scene.document.text[start:end]
    cue = find_cue(words, among="S21 S22")
    if cue and cue.kind is Kind.POSTPONEMENT:
        add_statement(scene, Kind.POSTPONEMENT, start, end, mode)
    elif cue:
        read_sentence(scene, start, end, None)
    elif _is_next_meeting(words):
        add_statement(scene, Kind.INFORMATION, start, end, None)
    else:
        add_statement(scene, Kind.DECISION, start, end, mode)


def _is_next_meeting(words: str) -> bool:
    return (
        re.match(r"(?:nästa|kommande) (?:\w+)?(?:möte|sammanträde|träff)", words, re.IGNORECASE) is not None
    )

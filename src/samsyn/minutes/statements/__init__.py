"""What was decided, agreed, given to somebody, proposed, asked and said.

Rules S1-S90 in docs/reading/statements.md: first what labels say, then lead-ins, then the words of
each sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.records import (
    Kind,
)
from samsyn.minutes.statements.classing import read_sentence
from samsyn.minutes.statements.cues import find_cue
from samsyn.minutes.statements.decisions import read_decisions
from samsyn.minutes.statements.making import add_statement, read_row
from samsyn.minutes.statements.passages import lead_in, passages
from samsyn.minutes.statements.tables import action_rows
from samsyn.minutes.texts import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line
    from samsyn.minutes.statements.passages import Mode, Passage
    from samsyn.minutes.statements.scene import Scene


_WHOLE = frozenset({"answer", "question"})


def read_statements(scene: Scene, lines: Sequence[Line], heading_lines: frozenset[int], first: int) -> None:
    """Fill `scene.statements` and `scene.doubts` from line `first` on, in the order of the notes."""
    found = passages(lines, heading_lines, scene.document.text, first)
    inherited: Mode | None = None
    for passage in found:
        mode = passage.mode or (inherited if _is_entry(scene, passage) else None)
        if not _is_entry(scene, passage):
            inherited = None
        if lead_in(passage, scene.document.text):
            inherited = _led_mode(scene, passage) or inherited
            if inherited:
                continue
        _read_passage(scene, passage, mode)
    for row in action_rows(lines[first:]):
        read_row(scene, row)
    _settle(scene)


def _is_entry(scene: Scene, passage: Passage) -> bool:
    return (
        passage.entry
        or re.match(r"(?:[Aa]tt|\d+[.)])\s", scene.document.text[passage.start : passage.end]) is not None
    )


def _led_mode(scene: Scene, passage: Passage) -> Mode | None:
    """Rule S4: the kind that a lead-in gives to the list below it."""
    from samsyn.minutes.statements.passages import Mode as Led  # noqa: PLC0415 - typing import above

    text = scene.document.text[passage.start : passage.end]
    start = [place for place, _ in sentences(text)][-1]
    cue = find_cue(text[start:], among="S1 S20 S30 S40")
    if cue is None:
        return None
    at = (passage.start + start + cue.at[0], passage.start + start + cue.at[1])
    return Led(cue.kind.value, at, "S4")


def _read_passage(scene: Scene, passage: Passage, mode: Mode | None) -> None:
    text = scene.document.text[passage.start : passage.end]
    if mode is None and re.match(r"[Aa]tt\s", text):
        mode = _clause_mode(scene, passage)
    if mode and mode.kind in _WHOLE:
        add_statement(scene, Kind(mode.kind), passage.start, passage.end, mode)
        return
    if mode and mode.kind == "decision":
        read_decisions(scene, passage, mode, text)
        return
    if mode and mode.rule == "S3" and mode.kind == "assignment" and passage.entry:
        add_statement(scene, Kind.ASSIGNMENT, passage.start, passage.end, mode)
        return
    for start, end in sentences(text):
        read_sentence(scene, passage.start + start, passage.start + end, mode)


def _clause_mode(scene: Scene, passage: Passage) -> Mode:
    """Rule S6: att-clauses without lead-in are decisions, as boards write them."""
    from samsyn.minutes.statements.passages import Mode as Clause  # noqa: PLC0415 - typing import above

    return Clause("decision", (passage.start, passage.start + 3), "S6")


def _settle(scene: Scene) -> None:
    """Put an answer to the question before it."""
    question: int | None = None
    for at, statement in enumerate(scene.statements):
        if statement.kind.value is Kind.QUESTION:
            question = at
        elif statement.kind.value is Kind.ANSWER and question is not None:
            scene.statements[at] = replace(statement, answer_to=question)
        elif (
            statement.item is not None
            and question is not None
            and statement.item != scene.statements[question].item
        ):
            question = None

"""Each decision below a label: a sentence, a numbered point or an att-clause (rules S1, S2, S6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Kind, OwnerKind
from samsyn.minutes.statements.classing import read_sentence
from samsyn.minutes.statements.cues import find_cue
from samsyn.minutes.statements.making import add_statement
from samsyn.minutes.statements.tasks import find_task
from samsyn.minutes.subjects import find_subject
from samsyn.minutes.texts import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.minutes.statements.modes import Mode, Passage
    from samsyn.minutes.statements.scene import Scene

_POINT = re.compile(r"[a-h]\)\s+|\d{1,2}(?:[.)]\s+|\s+(?=[a-zåäö]))")
_IN_BRACKETS = re.compile(r"\([^()]*\)\.?")
_NOT_DECIDED = frozenset({"S21", "S22"})
_DENIED = frozenset({"S22"})  # nothing was decided, nor is what stands behind
_QUOTED = frozenset({"S20"})  # what others decided may be listed


def read_decisions(scene: Scene, passage: Passage, mode: Mode, text: str) -> None:
    """Add each decision below a label: a sentence, or each of its att-clauses."""
    point = _POINT.match(text)
    undecided = False
    skip = point.end() if point else 0
    for start, end in sentences(text[skip:]):
        lead = lexicon().pattern("decision_lead").match(text[skip + start : skip + end])
        begin, stop = skip + start + (lead.end() if lead else 0), skip + end
        if undecided:
            read_sentence(scene, passage.start + begin, passage.start + stop, None)
            continue
        undecided = find_cue(text[begin:stop], among=_DENIED) is not None
        if mode.rule == "S1" and begin > 0 and _is_beside(scene, text[begin:stop]):
            read_sentence(scene, passage.start + begin, passage.start + stop, None)
            continue
        for a, b in _clauses(text, begin, stop) or [(begin, stop)]:
            _add_decision(scene, passage.start + a, passage.start + b, mode)


def _is_beside(scene: Scene, words: str) -> bool:
    """Whether a sentence behind a decision tells a task, or what somebody thinks of it."""
    if not scene.statements:
        return False
    if find_task(words, scene.cast):
        return True
    subject = find_subject(words, scene.cast)
    if subject is None or subject.owner.kind is not OwnerKind.PERSON:
        return False
    return lexicon().pattern("tells_beside").match(words, subject.end) is not None


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The att-clauses of a decision, where each stands on a line of its own; empty where it has none."""
    starts = list(_clause_starts(text, start, end))
    if len(starts) < 2 and starts != [start]:
        return []
    found = []
    for begin, stop in zip(starts, [*starts[1:], end], strict=True):
        words = lexicon().pattern("ends_in_link_word").sub("", text[begin:stop])
        found.append((begin, begin + len(words)))
    return found


def _clause_starts(text: str, start: int, end: int) -> Iterator[int]:
    for match in lexicon().pattern("clause_start").finditer(text[start:end]):
        before = text[start + match.start() - 1 : start + match.end()] if match.start() else "\n"
        if "\n" in before:
            yield start + match.start("clause")


def _add_decision(scene: Scene, start: int, end: int, mode: Mode) -> None:
    words = scene.document.text[start:end]
    if not words.strip():
        return  # a lead-in alone ("Enligt nämndens förslag:")
    denied = find_cue(words, among=_DENIED)
    cue = denied or find_cue(words, among=_NOT_DECIDED | _QUOTED if mode.rule == "S4" else _NOT_DECIDED)
    if denied:
        add_statement(scene, Kind.INFORMATION, start, end, None)
    elif lexicon().pattern("owner_label").fullmatch(words) or lexicon().pattern("done_when").match(words):
        read_sentence(scene, start, end, None)
    elif _IN_BRACKETS.fullmatch(words):
        add_statement(scene, Kind.INFORMATION, start, end, None)  # who wrote it, or saw to it
    elif cue and cue.kind is Kind.POSTPONEMENT:
        add_statement(scene, Kind.POSTPONEMENT, start, end, mode)
    elif cue:
        read_sentence(scene, start, end, None)
    elif lexicon().pattern("opens_with_next_meeting").match(words):
        add_statement(scene, Kind.INFORMATION, start, end, None)
    else:
        add_statement(scene, Kind.DECISION, start, end, mode)

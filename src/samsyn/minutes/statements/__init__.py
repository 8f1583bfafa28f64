"""What was decided, agreed, given to somebody, proposed, asked and said.

Rules S1-S90 in docs/reading/statements.md: first what labels say, then lead-ins, then the words of
each sentence.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from samsyn.minutes.item_tables import find_item_rows
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Kind
from samsyn.minutes.statements.classing import read_sentence
from samsyn.minutes.statements.cues import find_cue
from samsyn.minutes.statements.decisions import read_decisions
from samsyn.minutes.statements.joining import lead_in
from samsyn.minutes.statements.labelled import inner_labels, legend_of
from samsyn.minutes.statements.lines_apart import find_breaks, wrapped_width
from samsyn.minutes.statements.making import add_statement
from samsyn.minutes.statements.modes import ROW, Mode
from samsyn.minutes.statements.opening import opening_passages
from samsyn.minutes.statements.passages import passages
from samsyn.minutes.statements.rows import read_item_row, read_row
from samsyn.minutes.statements.shares import SHARE, give_shares
from samsyn.minutes.statements.tables import action_rows
from samsyn.minutes.statements.tasks import find_task
from samsyn.minutes.texts import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samsyn.minutes.lines import Line
    from samsyn.minutes.statements.lines_apart import Break
    from samsyn.minutes.statements.modes import Passage
    from samsyn.minutes.statements.scene import Scene

_LEADING_IN = frozenset({"S10", "S11", "S12", "S20", "S30", "S40"})


_FEW_WORDS = 3
_LISTED = frozenset({"S3", SHARE})


def read_statements(scene: Scene, lines: Sequence[Line], heading_ends: Mapping[int, int], first: int) -> None:
    """Fill `scene.statements` and `scene.doubts` from line `first` on, in the order of the notes."""
    text = scene.document.text
    scene.legend = legend_of(text)
    scene.width = wrapped_width(lines[first:], scene.document.format)
    inherited: Mode | None = None
    found = [
        *opening_passages(scene, lines, first),
        *passages(lines, heading_ends, text, first, scene.legend, scene.known),
    ]
    give_shares(found, text, scene.cast)
    for passage, following in zip_longest(found, found[1:]):
        if following is not None and following.entry and _heads_entries(passage, text):
            passage.mode = None
        entry = passage.entry or _is_clause_or_point(text[passage.start : passage.end])
        mode = passage.mode or (inherited if entry else None)
        if not entry:
            inherited = None
        if lead_in(passage, text):
            inherited = _led_mode(passage, text) or inherited
            if inherited:
                _read_before_lead(scene, passage, mode)
                continue
        _read_passage(scene, passage, mode)
    for item_row in find_item_rows(lines):
        read_item_row(scene, lines, item_row)
    for row in action_rows(lines, first):
        read_row(scene, row)
    _settle(scene)


def _heads_entries(passage: Passage, text: str) -> bool:
    """Whether a few words in a section of tasks only head the entries below them."""
    mode, words = passage.mode, text[passage.start : passage.end]
    in_tasks = mode is not None and mode.rule == "S3" and mode.kind == "assignment"
    return in_tasks and not passage.entry and len(words.split()) <= _FEW_WORDS


def _is_clause_or_point(words: str) -> bool:
    return lexicon().pattern("clause_or_point").match(words) is not None


def _read_before_lead(scene: Scene, passage: Passage, mode: Mode | None) -> None:
    """The sentences of a passage before the one that leads in a list."""
    words = scene.document.text[passage.start : passage.end]
    last = [place for place, _ in sentences(words)][-1]
    if last:
        end = passage.start + len(words[:last].rstrip())
        _read_passage(scene, passage.between(passage.start, end), mode)


def _led_mode(passage: Passage, text: str) -> Mode | None:
    """Rule S4: the kind that a lead-in gives to the list below it."""
    words = text[passage.start : passage.end]
    start = [place for place, _ in sentences(words)][-1]
    cue = find_cue(words[start:], among=_LEADING_IN)
    begin = passage.start + start
    if cue is None:
        place = (begin, passage.end)
        return None if words.endswith(":") else Mode("decision", place, "S4")
    return Mode(cue.kind.value, (begin, passage.end), "S4")


def _read_passage(scene: Scene, passage: Passage, mode: Mode | None) -> None:
    """Read a passage; where a label opens one of its later sentences, that one has the label's kind."""
    begin, held = passage.start, mode
    for turn in inner_labels(scene.document.text, passage.start, passage.end, scene.legend):
        _read_stretch(scene, passage.between(begin, turn.at), held)
        begin, held = turn.begin, turn.mode
    stop = scene.document.text[begin : passage.end]
    begin += len(stop) - len(stop.lstrip(" :\n\t"))
    _read_stretch(scene, passage.between(begin, passage.end), held)


def _read_stretch(scene: Scene, passage: Passage, mode: Mode | None) -> None:
    """Read a stretch of one kind; what is to be done on lines of its own is read by itself."""
    text = scene.document.text[passage.start : passage.end]
    breaks = list(find_breaks(text, scene))
    ends = [*(passage.start + one.at for one in breaks), passage.end]
    modes = [mode, *(_mode_below(mode, one) for one in breaks)]
    for begin, end, kind in zip([passage.start, *ends[:-1]], ends, modes, strict=True):
        stop = begin + len(scene.document.text[begin:end].rstrip())
        _read_words(scene, passage.between(begin, stop), kind)


def _mode_below(mode: Mode | None, line: Break) -> Mode | None:
    """The kind of a further line: that of a label above it all, but a task is none of the decisions."""
    if mode is None or mode.rule == "S1" or (mode.kind == "decision" and line.task):
        return None
    return mode


def _read_words(scene: Scene, passage: Passage, mode: Mode | None) -> None:
    text = scene.document.text[passage.start : passage.end]
    if mode and lexicon().pattern("opens_with_next_meeting").match(text):
        mode = None
    told = lexicon().pattern("clause_is_subject").match(text)
    if mode is None and not told and (clause := lexicon().pattern("clause").match(text)):
        # Rule S6: att-clauses without lead-in are decisions, as boards write them.
        mode = Mode("decision", (passage.start, passage.start + len(clause[0].rstrip())), "S6")
    if mode and mode.kind == "answer":
        task = find_task(text, scene.cast)
        add_statement(scene, Kind.ANSWER, passage.start, passage.end, mode, task=task is not None)
    elif mode and (mode.kind == "question" or mode.rule == ROW or _is_listed_task(passage, mode)):
        add_statement(scene, Kind(mode.kind), passage.start, passage.end, mode)
    elif mode and mode.kind == "decision":
        read_decisions(scene, passage, mode, text)
    else:
        for start, end in sentences(text):
            read_sentence(scene, passage.start + start, passage.start + end, mode)


def _is_listed_task(passage: Passage, mode: Mode) -> bool:
    """Whether an entry stands in a list of things to do (S3, S45): it is one task, whatever it says."""
    return passage.entry and mode.rule in _LISTED and mode.kind == "assignment"


def _settle(scene: Scene) -> None:
    """Put an answer to the question before it under the same heading."""
    question: int | None = None
    for at, statement in enumerate(scene.statements):
        if statement.kind.value is Kind.QUESTION:
            question = at
        elif question is None:
            continue
        elif statement.item is not None and statement.item != scene.statements[question].item:
            question = None
        elif statement.kind.value is Kind.ANSWER:
            scene.statements[at] = replace(statement, answer_to=question)

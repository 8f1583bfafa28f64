"""The kind of one sentence: rules S10-S90."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.records import (
    Certainty,
    Found,
    Kind,
    OwnerKind,
)
from samsyn.minutes.statements.cues import find_cue
from samsyn.minutes.statements.dues import read_due
from samsyn.minutes.statements.making import add_statement, append_statement
from samsyn.minutes.statements.scene import OUTCOMES, Scene
from samsyn.minutes.statements.tasks import find_task
from samsyn.reading import Span

if TYPE_CHECKING:
    from samsyn.minutes.statements.passages import Mode


_ANSWERED = re.compile(r"^svaret (?:blir|blev|är|var)\b", re.IGNORECASE)


_DONE_WHEN = re.compile(
    r"^(?:klart?|klara|deadline|senast|återkoppling(?: senast)?|tid)\b[\s:]*(?:senast |till |den )*",
    re.IGNORECASE,
)


def read_sentence(scene: Scene, start: int, end: int, mode: Mode | None) -> None:
    words = scene.document.text[start:end]
    if _adds_due(scene, start, words) or _adds_owner(scene, start, words):
        return
    task = find_task(words, scene.cast)
    later = mode is not None and scene.statements and scene.statements[-1].kind.span == Span(*mode.at)
    if mode and mode.kind in {"assignment", "next_step", "agreed_outcome"} and not (later and task):
        add_statement(scene, Kind(mode.kind), start, end, mode)
        return
    cue = find_cue(words)
    binding = cue is not None and (
        cue.kind in OUTCOMES | {Kind.POSTPONEMENT, Kind.REFERENCE, Kind.QUESTION, Kind.PROPOSAL}
        or cue.rule == "S22"
    )
    if task and not binding:
        _tasks(scene, start, end)
        return
    if cue is None:
        kind = Kind(mode.kind) if mode else Kind.ANSWER if _ANSWERED.match(words) else Kind.INFORMATION
        add_statement(scene, kind, start, end, mode)
        return
    if mode and cue.kind not in OUTCOMES:
        add_statement(scene, Kind(mode.kind), start, end, mode)
        return
    _by_cue(scene, start, end, cue.kind, (start + cue.at[0], start + cue.at[1]), cue.rule)


def _by_cue(scene: Scene, start: int, end: int, kind: Kind, at: tuple[int, int], rule: str) -> None:
    certainty = Certainty.LIKELY
    if rule == "S12" and re.search(
        r"samsyn|enighet|konsensus", scene.document.text[at[0] : at[1]], re.IGNORECASE
    ):
        certainty = Certainty.DOUBTFUL
        scene.doubt("Är det en överenskommelse eller en beskrivning av läget?", "kind", Span(*at), rule)
    mark = Found(kind, scene.document.text[at[0] : at[1]], Span(*at), rule, certainty)
    append_statement(scene, mark, start, end, explicit=rule in {"S30", "S40"})


_NEXT_CLAUSE = re.compile(r",\s+(?:och\s+|samt\s+|medan\s+)?(?=[A-ZÅÄÖ])")


def _tasks(scene: Scene, start: int, end: int) -> None:
    """A sentence of tasks: cut at commas where the next clause has a subject and task of its own."""
    text = scene.document.text
    cuts = [m for m in _NEXT_CLAUSE.finditer(text, start, end) if find_task(text[m.end() : end], scene.cast)]
    begins = [start, *(cut.end() for cut in cuts)]
    stops = [*(cut.start() for cut in cuts), end]
    for begin, stop in zip(begins, stops, strict=True):
        task = find_task(text[begin:stop], scene.cast)
        if task is None:
            continue
        at = (begin + task.at[0], begin + task.at[1])
        if task.certainty is Certainty.DOUBTFUL:
            scene.doubt("Är det en åtgärd eller en beskrivning?", "kind", Span(*at), task.rule)
        append_statement(
            scene,
            Found(task.kind, text[slice(*at)], Span(*at), task.rule, task.certainty),
            begin,
            stop,
            explicit=True,
        )


def _adds_due(scene: Scene, start: int, words: str) -> bool:
    """A short sentence that only says when ("Klart 251205.") gives the due of the one before."""
    if not scene.statements or len(words) > 45:
        return False
    lead = _DONE_WHEN.match(words)
    mention = next(iter(find_mentions(words)), None) if lead else None
    before = scene.statements[-1]
    if mention is None or before.due or not before.action or mention.start > (lead.end() if lead else 0) + 1:
        return False
    scene.statements[-1] = replace(
        before, due=read_due(scene, words, start, mention, len(scene.statements) - 1)
    )
    return True


def _adds_owner(scene: Scene, start: int, words: str) -> bool:
    """A sentence of two words ("Viktoria skriver.") gives the owner of the task before it (rule O8)."""
    if not scene.statements or len(words.split()) != 2 or not scene.statements[-1].action:
        return False
    task = find_task(words, scene.cast)
    if task is None or task.subject is None or task.subject.owner.kind is not OwnerKind.PERSON:
        return False
    place = Span(start, start + task.subject.end)
    owner = Found(task.subject.owner, words[: task.subject.end], place, "O8", Certainty.LIKELY)
    scene.statements[-1] = replace(scene.statements[-1], owner=owner)
    return True

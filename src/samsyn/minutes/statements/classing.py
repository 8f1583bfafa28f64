"""The kind of one sentence: rules S10-S90."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Found, Kind, OwnerKind
from samsyn.minutes.statements.cues import find_cue
from samsyn.minutes.statements.dues import read_due
from samsyn.minutes.statements.making import add_statement, append_statement
from samsyn.minutes.statements.modes import Mode
from samsyn.minutes.statements.scene import OUTCOMES, Scene
from samsyn.minutes.statements.tasks import find_later_clause, find_task
from samsyn.minutes.subjects import find_subject, owner_of
from samsyn.reading import Span

if TYPE_CHECKING:
    from samsyn.minutes.statements.cues import CueFound
    from samsyn.minutes.statements.tasks import Task

_LABELLED_WHOLE = frozenset({"assignment", "next_step", "agreed_outcome"})
# Kinds whose words weigh more than a task in the same sentence; so does S22, "nothing was decided".
_BINDING = OUTCOMES | {Kind.POSTPONEMENT, Kind.REFERENCE, Kind.QUESTION, Kind.PROPOSAL}
_DECIDED = frozenset({"S10"})
_LONGEST_DUE_SENTENCE = 45
_LONGEST_VOTE = 20
_FEW_WORDS = 2  # a clause of no more says too little alone
_NEAR = 2  # characters between two sentences


def read_sentence(scene: Scene, start: int, end: int, mode: Mode | None) -> None:
    """Add what one sentence says; a label's kind holds for it unless its own words say more."""
    words = scene.document.text[start:end]
    task = find_task(words, scene.cast)
    if _adds_due(scene, start, words) or _adds_owner(scene, start, words, task):
        return
    if _adds_labelled_owner(scene, start, words) or _carries(scene, start, words):
        return
    asked = mode is not None and mode.kind == "agreed_outcome" and words.endswith("?")
    if mode and mode.kind == "assignment" and (cue := find_cue(words, among=_DECIDED)):
        _add_by_cue(scene, start, end, replace(cue, action=True))
        return
    if mode and mode.kind in _LABELLED_WHOLE and not asked and not (task and _continues(scene, mode)):
        add_statement(scene, Kind(mode.kind), start, end, mode)
        return
    cue = find_cue(words)
    quoted = mode is not None and mode.kind == "reference"
    if task and not quoted and not (cue and (cue.kind in _BINDING or cue.rule == "S22")):
        _add_tasks(scene, start, end)
    elif _may_end_in_task(cue, mode) and _adds_later_task(scene, start, end, mode):
        return
    elif cue and (mode is None or asked or _outweighs(cue, mode)):
        _add_by_cue(scene, start, end, cue)
    elif mode:
        add_statement(scene, Kind(mode.kind), start, end, mode)
    else:
        answered = lexicon().pattern("answered").match(words)
        add_statement(scene, Kind.ANSWER if answered else Kind.INFORMATION, start, end, None)


def _outweighs(cue: CueFound, mode: Mode) -> bool:
    """Whether the words of a sentence say more than its label: what is proposed "antas" is still proposed."""
    return cue.kind in OUTCOMES and not (mode.kind == "proposal" and cue.rule == "S11")


def _may_end_in_task(cue: CueFound | None, mode: Mode | None) -> bool:
    """Whether neither the words of a sentence nor its label bind more than a task behind them."""
    bound = mode is not None and (mode.kind == "reference" or Kind(mode.kind) in OUTCOMES)
    return not bound and not (cue and cue.kind in _BINDING)


def _adds_later_task(scene: Scene, start: int, end: int, mode: Mode | None) -> bool:
    """A sentence that tells something, with a task in a later clause: two statements, or one of both."""
    words = scene.document.text[start:end]
    clause = find_later_clause(words, scene.cast)
    if clause is None:
        return False
    if clause.whole:
        place = Span(start + clause.begin, end)
        mark = Found(Kind.ASSIGNMENT, scene.document.text[slice(*place)], place, "S31", Certainty.LIKELY)
        append_statement(scene, mark, start, end, explicit=True)
        return True
    read_sentence(scene, start, start + clause.first_end, mode)
    read_sentence(scene, start + clause.begin, end, None)
    return True


def _carries(scene: Scene, start: int, words: str) -> bool:
    """A sentence of a word ("Enhälligt.") makes what stands before it a decision (rule S10)."""
    if len(words) > _LONGEST_VOTE or lexicon().pattern("carried").fullmatch(words) is None:
        return False
    before = scene.statements[-1] if scene.statements else None
    if before is None or before.kind.value in OUTCOMES or start - before.text.span.end > _NEAR:
        return False
    mark = Found(Kind.DECISION, words, Span(start, start + len(words)), "S10", Certainty.LIKELY)
    scene.statements[-1] = replace(before, kind=mark)
    return True


def _continues(scene: Scene, mode: Mode) -> bool:
    """Whether the label has given its kind to the sentence before."""
    return bool(scene.statements) and scene.statements[-1].kind.span == Span(*mode.at)


def _add_by_cue(scene: Scene, start: int, end: int, cue: CueFound) -> None:
    place = Span(start + cue.at[0], start + cue.at[1])
    words = scene.document.text[slice(*place)]
    certainty = Certainty.LIKELY
    if cue.rule in _DECIDED and _harks_back(scene, scene.document.text[start:end]):
        add_statement(scene, Kind.REFERENCE, start, end, Mode("reference", (place.start, place.end), "S20"))
        return
    if cue.rule == "S12" and lexicon().search("state_of_agreement", words):
        certainty = Certainty.DOUBTFUL
        scene.doubt("Är det en överenskommelse eller en beskrivning av läget?", "kind", place, cue.rule)
    if cue.rule == "S13":
        certainty = Certainty.DOUBTFUL
        scene.doubt("Är det ett beslut?", "kind", place, cue.rule)
    mark = Found(cue.kind, words, place, cue.rule, certainty)
    append_statement(scene, mark, start, end, explicit=cue.action)


def _harks_back(scene: Scene, words: str) -> bool:
    """Whether a sentence behind one on an earlier meeting tells what was decided then."""
    before = scene.statements[-1] if scene.statements else None
    quoting = before is not None and before.kind.value is Kind.REFERENCE
    return quoting and lexicon().pattern("decided_then").search(words) is not None


def _add_tasks(scene: Scene, start: int, end: int) -> None:
    """A sentence of tasks: cut at commas where the next clause has a subject and task of its own."""
    text = scene.document.text
    links = lexicon().pattern("next_clause").finditer(text, start, end)
    cuts = [
        link
        for link in links
        if (task := find_task(text[link.end() : end], scene.cast))
        and task.certainty is not Certainty.DOUBTFUL
        and len(text[start : link.start()].split()) > _FEW_WORDS
    ]
    cuts = [cut for cut in cuts if not _is_subject(text[start : cut.start()], scene)]
    begins = [start, *(cut.end() for cut in cuts)]
    stops = [*(cut.start() for cut in cuts), end]
    for begin, stop in zip(begins, stops, strict=True):
        task = find_task(text[begin:stop], scene.cast)
        if task is not None:
            _add_task(scene, begin, stop, task)


def _is_subject(words: str, scene: Scene) -> bool:
    """Whether words name those who act and tell nothing of them ("Rut, Tage och Siri …")."""
    subject = find_subject(words, scene.cast)
    return subject is not None and subject.end == len(words)


def _add_task(scene: Scene, start: int, end: int, task: Task) -> None:
    place = Span(start + task.at[0], start + task.at[1])
    if task.certainty is Certainty.DOUBTFUL:
        scene.doubt("Är det en åtgärd eller en beskrivning?", "kind", place, task.rule)
    mark = Found(task.kind, scene.document.text[slice(*place)], place, task.rule, task.certainty)
    append_statement(scene, mark, start, end, explicit=True)


def _adds_due(scene: Scene, start: int, words: str) -> bool:
    """A short sentence that only says when ("Klart 251205.") gives the due of the one before."""
    before = scene.statements[-1] if scene.statements else None
    if before is None or not before.action or len(words) > _LONGEST_DUE_SENTENCE:
        return False
    lead = lexicon().pattern("done_when").match(words)
    mention = next(iter(find_mentions(words)), None) if lead else None
    if lead is None or (lead["passive"] and before.due) or mention is None or mention.start > lead.end() + 1:
        return False
    due = read_due(scene, words, start, mention, len(scene.statements) - 1)
    scene.statements[-1] = replace(before, due=due)
    return True


def _adds_labelled_owner(scene: Scene, start: int, words: str) -> bool:
    """A line "Ansvarig: Rut" gives the owner of what was decided or given above it (rule O10)."""
    match = lexicon().pattern("owner_label").fullmatch(words) if scene.statements else None
    before = scene.statements[-1] if match else None
    if match is None or before is None or before.kind.value not in OUTCOMES:
        return False
    place = Span(start + match.start("who"), start + match.end("who"))
    owner = Found(owner_of(match["who"], scene.cast), match["who"], place, "O10")
    scene.statements[-1] = replace(before, owner=owner, action=True)
    return True


def _adds_owner(scene: Scene, start: int, words: str, task: Task | None) -> bool:
    """A sentence of two words ("Viktoria skriver.") gives the owner of the task before it (rule O8)."""
    before = scene.statements[-1] if scene.statements else None
    if task is None or before is None or not before.action or len(words.split()) != 2:
        return False
    subject = task.subject
    if subject.owner.kind is not OwnerKind.PERSON:
        return False
    place = Span(start, start + subject.end)
    owner = Found(subject.owner, words[: subject.end], place, "O8", Certainty.LIKELY)
    scene.statements[-1] = replace(before, owner=owner)
    return True

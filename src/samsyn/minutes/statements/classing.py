"""The kind of one sentence: rules S10-S90."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Found, Kind, OwnerKind
from samsyn.minutes.statements.cues import find_cue
from samsyn.minutes.statements.dues import find_due, is_put_to_meeting, read_due
from samsyn.minutes.statements.later_clauses import find_later_clause
from samsyn.minutes.statements.making import add_statement, append_statement
from samsyn.minutes.statements.modes import ACCOUNT, Mode
from samsyn.minutes.statements.owners import find_person_at_end
from samsyn.minutes.statements.scene import OUTCOMES, Scene
from samsyn.minutes.statements.tasks import find_task, find_told
from samsyn.minutes.subjects import find_subject, owner_of
from samsyn.reading import Span

if TYPE_CHECKING:
    from samsyn.minutes.days import Mention
    from samsyn.minutes.records import Statement
    from samsyn.minutes.statements.cues import CueFound
    from samsyn.minutes.statements.doing import Task

_LABELLED_WHOLE = frozenset({"assignment", "next_step", "agreed_outcome"})
# Kinds whose words weigh more than a task in the same sentence; so does S22, "nothing was decided".
_BINDING = OUTCOMES | {Kind.POSTPONEMENT, Kind.REFERENCE, Kind.QUESTION, Kind.PROPOSAL}
_DECIDED = frozenset({"S10"})
_LONGEST_DUE_SENTENCE = 45
_LONGEST_VOTE = 20
_LONGEST_BEHIND_DUE = 15  # characters behind a due: more of them tell something of their own
_FEW_WORDS = 2  # a clause of no more says too little alone
_FEWEST_SHARED = 3  # words of what one of several is to do
_GIVEN = frozenset({"assignment", "next_step"})
_NEAR = 2  # characters between two sentences


def read_sentence(scene: Scene, start: int, end: int, mode: Mode | None) -> None:
    """Add what one sentence says; a label's kind holds for it unless its own words say more."""
    words = scene.document.text[start:end]
    task = find_task(words, scene.cast)
    if _adds_to_before(scene, start, words, task) or _adds_by_label(scene, start, end, mode, task=task):
        return
    if task is None and mode is None and _adds_told(scene, start, end):
        return
    cue = find_cue(words)
    if task and _may_act(task, mode) and not (cue and (cue.kind in _BINDING or cue.rule == "S22")):
        _add_tasks(scene, start, end)
    elif _may_end_in_task(cue, mode) and _adds_later_task(scene, start, end, mode):
        return
    elif cue and (mode is None or _is_asked(words, mode) or _outweighs(cue, mode)):
        _add_by_cue(scene, start, end, cue)
    elif mode:
        add_statement(scene, Kind(mode.kind), start, end, mode)
    else:
        answered = lexicon().pattern("answered").match(words)
        add_statement(scene, Kind.ANSWER if answered else Kind.INFORMATION, start, end, None)


def _may_act(task: Task, mode: Mode | None) -> bool:
    """Whether a label lets somebody act: nobody in what is quoted, in an account (S46) persons alone."""
    if mode is None or mode.rule != ACCOUNT:
        return mode is None or mode.kind != "reference"
    return task.subject.owner.kind is OwnerKind.PERSON and task.certainty is not Certainty.DOUBTFUL


def _is_asked(words: str, mode: Mode | None) -> bool:
    """Whether a sentence below a label of agreed outcomes asks."""
    return mode is not None and mode.kind == "agreed_outcome" and words.endswith("?")


def _adds_to_before(scene: Scene, start: int, words: str, task: Task | None) -> bool:
    """A sentence that tells no more than when or who of the one before, or that it was decided."""
    return (
        _adds_due(scene, start, words)
        or _adds_owner(scene, start, words, task)
        or _adds_labelled_owner(scene, start, words)
        or _carries(scene, start, words)
    )


def _adds_by_label(scene: Scene, start: int, end: int, mode: Mode | None, *, task: Task | None) -> bool:
    """A sentence whose label says what it is, whatever its words; a decision below one of tasks is both."""
    if mode is None or mode.kind not in _LABELLED_WHOLE:
        return False
    words = scene.document.text[start:end]
    decided = find_cue(words, among=_DECIDED) if mode.kind == "assignment" else None
    if decided:
        _add_by_cue(scene, start, end, replace(decided, action=True))
        return True
    if _is_asked(words, mode) or (task and _continues(scene, mode)):
        return False
    for begin, stop in _shares(scene, start, end) if mode.kind in _GIVEN else [(start, end)]:
        add_statement(scene, Kind(mode.kind), begin, stop, mode)
    return True


def _shares(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    """What each person is to do by a labelled sentence, cut where the next begins ("Rut mejlar, Jon …")."""
    text = scene.document.text
    begins, stops = [start], [end]
    for link in lexicon().pattern("next_clause").finditer(text, start, end):
        parts = (text[begins[-1] : link.start()], text[link.end() : end])
        if all(len(part.split()) >= _FEWEST_SHARED and _is_by_person(part, scene) for part in parts):
            begins.append(link.end())
            stops.insert(-1, link.start())
    return list(zip(begins, stops, strict=True))


def _is_by_person(words: str, scene: Scene) -> bool:
    task = find_task(words, scene.cast)
    return task is not None and task.subject.owner.kind is OwnerKind.PERSON and not task.subject_at


def _adds_told(scene: Scene, start: int, end: int) -> bool:
    """Rule S34 below a heading for a coming meeting: whoever tells something is to tell it there."""
    told = find_told(scene.document.text[start:end], scene.cast)
    if told is None or not is_put_to_meeting(scene, start):
        return False
    _add_task(scene, start, end, told)
    return True


def _outweighs(cue: CueFound, mode: Mode) -> bool:
    """Whether the words of a sentence say more than its label: what is proposed "antas" is still proposed."""
    if mode.rule == ACCOUNT:
        return cue.kind not in OUTCOMES  # it tells of outcomes, and has none of its own
    return cue.kind in OUTCOMES and not (mode.kind == "proposal" and cue.rule == "S11")


def _may_end_in_task(cue: CueFound | None, mode: Mode | None) -> bool:
    """Whether neither the words of a sentence nor its label bind more than a task behind them."""
    bound = mode is not None and (
        mode.kind == "reference" or mode.rule == ACCOUNT or Kind(mode.kind) in OUTCOMES
    )
    return not bound and not (cue and cue.kind in _BINDING)


def _adds_later_task(scene: Scene, start: int, end: int, mode: Mode | None) -> bool:
    """A sentence that tells something, with a task in a later clause: two statements, or one of both."""
    words = scene.document.text[start:end]
    if _is_noun_task(scene, words):
        mark = Found(Kind.ASSIGNMENT, words, Span(start, end), "S44", Certainty.LIKELY)
        append_statement(scene, mark, start, end, explicit=True)
        return True
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


def _is_noun_task(scene: Scene, words: str) -> bool:
    """Rule S44: something, by a day, and who sees to it in brackets ("Utskick senast 10/10 (Rut)")."""
    match = find_person_at_end(words, scene.cast)
    if match is None or lexicon().pattern("told_past").search(words):
        return False
    return find_due(words[: match.start()], firm=True) is not None


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
        and text[link.end() + task.at[1] : end].strip(" .")  # "Rut skriver och Tage delar ut": the same thing
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
    mention = next(iter(find_mentions(words)), None) if lead else _due_of_part(before, words)
    if mention is None or len(words) - mention.end > _LONGEST_BEHIND_DUE:
        return False
    if lead and ((lead["passive"] and before.due) or mention.start > lead.end() + 1):
        return False
    due = read_due(scene, words, start, mention, len(scene.statements) - 1)
    scene.statements[-1] = replace(before, due=due)
    return True


def _due_of_part(before: Statement, words: str) -> Mention | None:
    """When a part of the task before is to be there ("Utkast till oss före höstlovet.")."""
    if before.due or lexicon().pattern("part_of_task").match(words) is None:
        return None
    return find_due(words, firm=True)


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

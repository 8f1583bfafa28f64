"""Sentences in which somebody known is to do something (rules S31-S34, S42, S43)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.casts import Subject
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Kind, Owner, OwnerKind
from samsyn.minutes.statements.doing import OWNERS, Task, by_future, by_verb, verb_of, verb_place
from samsyn.minutes.statements.fronted import straighten
from samsyn.minutes.subjects import find_subject

if TYPE_CHECKING:
    from samsyn.minutes.casts import Cast

_BROKEN = re.compile(r"(?<=[a-zåäö])-\n(?=[a-zåäö])")


def find_task(sentence: str, cast: Cast) -> Task | None:
    """The task in a sentence whose subject the notes know; None where it tells something else."""
    if sentence not in cast.tasks:
        cast.tasks[sentence] = _find_task(sentence, cast)
    return cast.tasks[sentence]


def _find_task(sentence: str, cast: Cast) -> Task | None:
    smooth = _BROKEN.sub("", sentence) if "-\n" in sentence else sentence
    if smooth != sentence:
        task = find_task(smooth, cast)
        if task is None:
            return None
        end = task.subject.end
        for broken in _BROKEN.finditer(sentence):
            end += len(broken[0]) if broken.start() < task.subject_at + end else 0
        return replace(task, at=(0, len(sentence)), subject=replace(task.subject, end=end))
    subject = find_subject(sentence, cast)
    if subject is None:
        return _by_agent(sentence, cast) or _by_fronted(sentence, cast)
    at = verb_place(sentence, subject)
    if sentence.startswith(":", subject.end):
        return _behind_colon(sentence, subject)
    return (
        by_verb(sentence, at, subject)
        or by_future(sentence, at, subject)
        or _behind_telling(sentence, at, subject)
    )


_COLON = re.compile(r":\s+(?P<will>ska |skall )?(?=(?P<verb>[a-zåäö]+))")


def _behind_colon(sentence: str, subject: Subject) -> Task | None:
    """Rule S31 behind a name and a colon ("Rut: kollar priser", "Rut: ska kolla priser")."""
    colon = _COLON.match(sentence, subject.end)
    if colon is None or subject.owner.kind is not OwnerKind.PERSON:
        return None
    verb, rest = colon["verb"], sentence[colon.end("verb") :]
    forms = [f"{verb}r", f"{verb[:-1]}er"] if verb.endswith(("a", "e", "å")) else []
    if not colon["will"]:
        forms.append(verb)
    if not any(verb_of("task", f"{form}{rest}", 0) for form in forms):
        return None
    return Task("S31", Kind.ASSIGNMENT, colon.span("verb"), subject)


def find_told(sentence: str, cast: Cast) -> Task | None:
    """Rule S34 where the heading tells the meeting: a person and a verb of telling."""
    subject = find_subject(sentence, cast)
    if subject is None or subject.owner.kind is not OwnerKind.PERSON:
        return None
    verb = verb_of("later", sentence, verb_place(sentence, subject))
    return Task("S34", Kind.ASSIGNMENT, verb.span(), subject) if verb else None


def find_labelled_task(sentence: str, cast: Cast) -> Task | None:
    """The task of a sentence that a label says is one: its subject acts, whatever the verb (rule O1)."""
    subject = find_subject(sentence, cast)
    if subject is None:
        return _by_unknown(sentence)
    verb = lexicon().pattern("present_tense").match(sentence, verb_place(sentence, subject))
    return Task("S31", Kind.ASSIGNMENT, verb.span(), subject) if verb else None


_UNKNOWN = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?(?:\s+(?:och|&|\+)\s+[A-ZÅÄÖ][\w-]+)?(?=\s)")


def _by_unknown(sentence: str) -> Task | None:
    """Whoever stands in capital before a verb of doing below a label of tasks."""
    name = _UNKNOWN.match(sentence)
    verb = verb_of("task", sentence, name.end() + 1) if name else None
    if name is None or verb is None:
        return None
    subject = Subject(name.end(), Owner(name[0], OwnerKind.UNRESOLVED))
    return Task("S31", Kind.ASSIGNMENT, verb.span(), subject)


_AND = re.compile(r"\s(?:och|men)\s+")
_SUBORDINATE = re.compile(r"\b(?:att|som|om|när|hur|eftersom)\b")


def _behind_telling(sentence: str, at: int, subject: Subject) -> Task | None:
    """Rule S31 behind "och": "Rut har pratat med skolan och återkommer i maj"."""
    for link in _AND.finditer(sentence, at):
        verb = verb_of("after_telling", sentence, link.end())
        if (
            verb
            and subject.owner.kind is OwnerKind.PERSON
            and not _SUBORDINATE.search(sentence, at, link.start())
        ):
            return Task("S31", Kind.ASSIGNMENT, verb.span(), subject)
    return None


def _by_fronted(sentence: str, cast: Cast) -> Task | None:
    """Rule S43: the task of a sentence whose verb stands before its subject."""
    straight = straighten(sentence, cast)
    task = find_task(straight.words, cast) if straight else None
    if straight is None or task is None or task.certainty is Certainty.DOUBTFUL:
        return None
    return replace(task, rule="S43", at=straight.verb, subject_at=straight.subject_at)


_AGENT = re.compile(r"(?P<between>(?:\s[^\s.;:]+){0,5}?)\sav\s")


def _by_agent(sentence: str, cast: Cast) -> Task | None:
    """Rule S42: what is done by somebody named behind it ("Programmet görs av Rut")."""
    match = lexicon().whole_words("verbs", "made").search(sentence) if " av " in sentence else None
    link = _AGENT.match(sentence, match.end()) if match else None
    if match is None or link is None:
        return None
    begin = link.end()
    subject = find_subject(sentence, cast, begin)
    if subject is None or subject.owner.kind not in OWNERS or lexicon().search("already", sentence):
        return None
    if link["between"] and subject.owner.kind is not OwnerKind.PERSON:
        return None
    return Task("S42", Kind.ASSIGNMENT, match.span(), subject, begin)

"""Sentences in which somebody known is to do something (rules S31-S34)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.given_names import is_common_name
from samsyn.minutes.lexicon import lexicon, per_lexicon, words_pattern
from samsyn.minutes.records import Certainty, Kind, Owner, OwnerKind, Precision
from samsyn.minutes.statements.dues import find_due
from samsyn.minutes.statements.fronted import straighten
from samsyn.minutes.subjects import Subject, find_subject

if TYPE_CHECKING:
    from samsyn.minutes.subjects import Cast


@dataclass(frozen=True, slots=True)
class Task:
    """A task found in a sentence: the kind, who acts, and the place of the words that say so."""

    rule: str
    kind: Kind
    at: tuple[int, int]
    subject: Subject
    subject_at: int = 0
    certainty: Certainty = Certainty.LIKELY


_OWNERS = frozenset({OwnerKind.PERSON, OwnerKind.ROLE, OwnerKind.BODY, OwnerKind.ORGANISATION})
_TELLERS = frozenset({OwnerKind.PERSON, OwnerKind.ROLE})
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[\w-]+")
_GAP = re.compile(r"[\s,]*(?:\([^()\n]{1,60}\)[\s,]*)?")
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
    at = _verb_place(sentence, subject)
    if sentence.startswith(":", subject.end):
        return _behind_colon(sentence, subject)
    return (
        _by_verb(sentence, at, subject)
        or _by_future(sentence, at, subject)
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
    if not any(_verb("task", f"{form}{rest}", 0) for form in forms):
        return None
    return Task("S31", Kind.ASSIGNMENT, colon.span("verb"), subject)


def find_told(sentence: str, cast: Cast) -> Task | None:
    """Rule S34 where the heading tells the meeting: a person and a verb of telling."""
    subject = find_subject(sentence, cast)
    if subject is None or subject.owner.kind is not OwnerKind.PERSON:
        return None
    verb = _verb("later", sentence, _verb_place(sentence, subject))
    return Task("S34", Kind.ASSIGNMENT, verb.span(), subject) if verb else None


def _verb_place(sentence: str, subject: Subject) -> int:
    at = _behind(_GAP, sentence, subject.end)
    at = _behind(lexicon().pattern("adverb"), sentence, at)
    return _behind(lexicon().pattern("time_between"), sentence, at)


def find_labelled_task(sentence: str, cast: Cast) -> Task | None:
    """The task of a sentence that a label says is one: its subject acts, whatever the verb (rule O1)."""
    subject = find_subject(sentence, cast)
    if subject is None:
        return _by_unknown(sentence)
    verb = lexicon().pattern("present_tense").match(sentence, _verb_place(sentence, subject))
    return Task("S31", Kind.ASSIGNMENT, verb.span(), subject) if verb else None


_UNKNOWN = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?(?:\s+(?:och|&|\+)\s+[A-ZÅÄÖ][\w-]+)?(?=\s)")


def _by_unknown(sentence: str) -> Task | None:
    """Whoever stands in capital before a verb of doing below a label of tasks."""
    name = _UNKNOWN.match(sentence)
    verb = _verb("task", sentence, name.end() + 1) if name else None
    if name is None or verb is None:
        return None
    subject = Subject(name.end(), Owner(name[0], OwnerKind.UNRESOLVED))
    return Task("S31", Kind.ASSIGNMENT, verb.span(), subject)


def _behind(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


@per_lexicon
def _phrases(name: str) -> dict[str, list[re.Pattern[str]]]:
    """The verbs of a list by their first word, the longest first: far faster than one long expression."""
    found: dict[str, list[re.Pattern[str]]] = {}
    for phrase in sorted(lexicon().words("verbs", name), key=len, reverse=True):
        words = re.compile(rf"{words_pattern([phrase])}(?!\w)", re.IGNORECASE)
        found.setdefault(phrase.split()[0], []).append(words)
    return found


def _verb(name: str, sentence: str, at: int) -> re.Match[str] | None:
    """A verb of a list at a position."""
    first = _WORD.match(sentence, at)
    for phrase in _phrases(name).get(first[0].lower(), ()) if first else ():
        if match := phrase.match(sentence, at):
            return match
    return None


@dataclass(frozen=True, slots=True)
class LaterClause:
    """A task in a clause behind the first one.

    Attributes:
        first_end: Where the clause before it ends.
        begin: Where it begins.
        whole: Whether the two belong together.
    """

    first_end: int
    begin: int
    whole: bool


_FEW_WORDS = 3
_HELD = re.compile(
    r"\b(?:att|som|hur|eftersom)\b"
)  # words behind which "och" may join two subordinate clauses


def find_later_clause(sentence: str, cast: Cast) -> LaterClause | None:
    """Rule S31 in a later main clause, with a subject of its own ("Listan är slut, Rut köper en ny").

    A few words behind a comma say too little alone and go with what stands before them, as few words before
    a colon go with what follows.
    """
    for link in lexicon().pattern("later_clause").finditer(sentence):
        name = _NAME.match(sentence, link.end())
        if name is None or not (name[0].casefold() in cast.heads or is_common_name(name[0])):
            continue  # most capitals are no names: a quick look
        subject = find_subject(sentence, cast, link.end())
        if subject is None or subject.owner.kind is not OwnerKind.PERSON:
            continue
        clause = sentence[link.end() :]
        task = find_task(clause, cast)
        if task is None or not (task.rule == "S31" or (task.rule == "S32" and _is_bound(clause))):
            continue
        if not (link["comma"] or link["colon"]) and _HELD.search(sentence, 0, link.start()):
            continue
        before = sentence[: link.start()]
        spare = clause if link["comma"] else before if link["colon"] else ""
        return LaterClause(link.start(), link.end(), 0 < len(spare.split()) <= _FEW_WORDS)
    return None


_TAKEN = re.compile(r"\b(?:det|den|dem|detta|dessa)\W*$")


def _is_bound(clause: str) -> bool:
    """Whether a clause tells when, or what stands before it is what somebody does ("…, Ida tar det")."""
    return _TAKEN.search(clause) is not None or find_due(clause, firm=False) is not None


_AND = re.compile(r"\s(?:och|men)\s+")
_SUBORDINATE = re.compile(r"\b(?:att|som|om|när|hur|eftersom)\b")


def _behind_telling(sentence: str, at: int, subject: Subject) -> Task | None:
    """Rule S31 behind "och": "Rut har pratat med skolan och återkommer i maj"."""
    for link in _AND.finditer(sentence, at):
        verb = _verb("after_telling", sentence, link.end())
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
    if subject is None or subject.owner.kind not in _OWNERS or lexicon().search("already", sentence):
        return None
    if link["between"] and subject.owner.kind is not OwnerKind.PERSON:
        return None
    return Task("S42", Kind.ASSIGNMENT, match.span(), subject, begin)


_TODAY = re.compile(r"(?:i dag|idag)\W*$", re.IGNORECASE)


def _is_habit(sentence: str, subject: Subject) -> bool:
    """Whether a sentence tells what is so already; what a person does "idag" in its last word is a task."""
    already = lexicon().search("already", sentence)
    if already is None:
        return False
    return subject.owner.kind is not OwnerKind.PERSON or _TODAY.match(sentence, already.start()) is None


def _by_verb(sentence: str, at: int, subject: Subject) -> Task | None:
    """Rules S31, S32, S34: a verb in the present tense that tells of something to be done."""
    task = _by_present(sentence, at, subject)
    return None if task and _is_habit(sentence, subject) else task


def _by_present(sentence: str, at: int, subject: Subject) -> Task | None:
    verb, told = _verb("task", sentence, at), _verb("telling", sentence, at)
    if told and verb is None and subject.owner.kind in _TELLERS:
        verb = lexicon().pattern("tells_somebody").match(sentence, at)
    negated = verb is not None and lexicon().pattern("negation").match(sentence, verb.end())
    if verb and not negated and not (told and told.end() > verb.end()):
        us = subject.owner.name.casefold() in lexicon().words("owners", "us")
        return (
            _all_by_day(sentence, at, subject) if us else Task("S31", Kind.ASSIGNMENT, verb.span(), subject)
        )
    if negated or subject.owner.kind not in _OWNERS:
        weak = told is not None and _verb("dated", sentence, at) is None
        return None if negated or weak else _all_by_day(sentence, at, subject)
    task = _by_time(sentence, at, subject)
    if task or told or subject.owner.kind is not OwnerKind.PERSON:
        return task
    verb = lexicon().pattern("present_tense").match(sentence, at)
    himself = verb and lexicon().pattern("about_himself").match(sentence, verb.end())
    if verb and not himself and len(sentence.split()) > 2:
        return Task("S32", Kind.ASSIGNMENT, verb.span(), subject, certainty=Certainty.DOUBTFUL)
    return None


def _all_by_day(sentence: str, at: int, subject: Subject) -> Task | None:
    """Rule S32 for whoever it may concern, where a day tells that something is to be done by it."""
    us = subject.owner.name.casefold() in lexicon().words("owners", "us")
    verb = _verb("task", sentence, at) if us else lexicon().pattern("present_tense").match(sentence, at)
    if verb is None or find_due(sentence, firm=True) is None:
        return None
    return Task("S32", Kind.ASSIGNMENT, verb.span(), subject, certainty=Certainty.DOUBTFUL)


def _by_time(sentence: str, at: int, subject: Subject) -> Task | None:
    """Weaker verbs make a task with a due (S31), verbs of telling with a coming meeting (S34)."""
    dated, told = _verb("dated", sentence, at), _verb("telling", sentence, at)
    if dated and not (told and told.end() > dated.end()) and find_due(sentence, firm=True):
        return Task("S31", Kind.ASSIGNMENT, (at, at), subject)
    later = _verb("later", sentence, at)
    if later and _comes_later(sentence, later.end()):
        return Task("S34", Kind.ASSIGNMENT, later.span(), subject)
    return None


def _comes_later(sentence: str, at: int) -> bool:
    """Whether what is told is put to a coming meeting or day, and not to one that it tells of."""
    mentions = find_mentions(sentence)
    if any(mention.rule == "D18" for mention in mentions):
        return True
    due = find_due(sentence, firm=True)
    told = lexicon().pattern("told").search(sentence, at)
    again = (mention.start for mention in mentions if mention.precision is Precision.RECURRING)
    if told is None and any(":" not in sentence[at:start] for start in again):
        return True
    day = next((mention for mention in mentions if mention.precision is Precision.DAY), None)
    meets = day is not None and lexicon().pattern("meeting_word").search(sentence, at, day.start)
    if told is not None or (day and lexicon().pattern("told_from").search(sentence, at, day.start)):
        return False
    return due is not None or (meets is not None and day is not None and day.year is None)


def _is_given(sentence: str, future: re.Match[str], subject: Subject) -> bool:
    """Whether a person is told to do something ("Rut får boka bussen"), and not allowed to."""
    verb, rest = future["verb"], sentence[future.end() :]
    forms = (f"{verb}r", f"{verb[:-1]}er")
    return subject.owner.kind is OwnerKind.PERSON and any(_verb("task", f"{form}{rest}", 0) for form in forms)


_VOWELS = frozenset("aeioyåäö")  # in which any infinitive in the active voice ends


def _by_future(sentence: str, at: int, subject: Subject) -> Task | None:
    """Rule S33: "ska" or "kommer att" and a verb of doing."""
    future = lexicon().pattern("future_tense").match(sentence, at)
    if future is None or future["verb"][-1] not in _VOWELS:
        return None
    if any(future["verb"] in lexicon().words("verbs", name) for name in ("stative_infinitives", "not_verbs")):
        return None
    if lexicon().whole_words("verbs", "no_doing").match(sentence, future.start("verb")):
        return None
    if future["given"] and not _is_given(sentence, future, subject):
        return None
    if future["verb"] == "ta" and not _verb("task", f"tar{sentence[future.end() :]}", 0):
        return None
    kind = Kind.NEXT_STEP if future["coming"] else Kind.ASSIGNMENT
    return Task("S33", kind, future.span(), subject)

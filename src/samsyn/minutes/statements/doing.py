"""The verb behind whoever acts: what tells that something is to be done (rules S31-S34)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.lexicon import lexicon, per_lexicon, words_pattern
from samsyn.minutes.records import Certainty, Kind, OwnerKind, Precision
from samsyn.minutes.statements.dues import find_due

if TYPE_CHECKING:
    from samsyn.minutes.casts import Subject


@dataclass(frozen=True, slots=True)
class Task:
    """A task found in a sentence: the kind, who acts, and the place of the words that say so."""

    rule: str
    kind: Kind
    at: tuple[int, int]
    subject: Subject
    subject_at: int = 0
    certainty: Certainty = Certainty.LIKELY


OWNERS = frozenset({OwnerKind.PERSON, OwnerKind.ROLE, OwnerKind.BODY, OwnerKind.ORGANISATION})
_TELLERS = frozenset({OwnerKind.PERSON, OwnerKind.ROLE})
_WORD = re.compile(r"\w+")
_GAP = re.compile(r"[\s,]*(?:\([^()\n]{1,60}\)[\s,]*)?")


def verb_place(sentence: str, subject: Subject) -> int:
    """Where the verb is to stand: behind the subject, brackets, adverbs and a time between them."""
    at = _behind(_GAP, sentence, subject.end)
    at = _behind(lexicon().pattern("adverb"), sentence, at)
    return _behind(lexicon().pattern("time_between"), sentence, at)


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


def verb_of(name: str, sentence: str, at: int) -> re.Match[str] | None:
    """A verb of a list at a position."""
    first = _WORD.match(sentence, at)
    for phrase in _phrases(name).get(first[0].lower(), ()) if first else ():
        if match := phrase.match(sentence, at):
            return match
    return None


_TODAY = re.compile(r"(?:i dag|idag)\W*$", re.IGNORECASE)


def _is_habit(sentence: str, subject: Subject) -> bool:
    """Whether a sentence tells what is so already; what a person does "idag" in its last word is a task."""
    already = lexicon().search("already", sentence)
    if already is None:
        return False
    return subject.owner.kind is not OwnerKind.PERSON or _TODAY.match(sentence, already.start()) is None


def by_verb(sentence: str, at: int, subject: Subject) -> Task | None:
    """Rules S31, S32, S34: a verb in the present tense that tells of something to be done."""
    task = _by_present(sentence, at, subject)
    return None if task and _is_habit(sentence, subject) else task


def _by_present(sentence: str, at: int, subject: Subject) -> Task | None:
    verb, told = verb_of("task", sentence, at), verb_of("telling", sentence, at)
    if told and verb is None and subject.owner.kind in _TELLERS:
        verb = lexicon().pattern("tells_somebody").match(sentence, at)
    negated = verb is not None and lexicon().pattern("negation").match(sentence, verb.end())
    if verb and not negated and not (told and told.end() > verb.end()):
        us = subject.owner.name.casefold() in lexicon().words("owners", "us")
        return (
            _all_by_day(sentence, at, subject) if us else Task("S31", Kind.ASSIGNMENT, verb.span(), subject)
        )
    if negated or subject.owner.kind not in OWNERS:
        weak = told is not None and verb_of("dated", sentence, at) is None
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
    verb = verb_of("task", sentence, at) if us else lexicon().pattern("present_tense").match(sentence, at)
    if verb is None or find_due(sentence, firm=True) is None:
        return None
    return Task("S32", Kind.ASSIGNMENT, verb.span(), subject, certainty=Certainty.DOUBTFUL)


def _by_time(sentence: str, at: int, subject: Subject) -> Task | None:
    """Weaker verbs make a task with a due (S31), verbs of telling with a coming meeting (S34)."""
    dated, told = verb_of("dated", sentence, at), verb_of("telling", sentence, at)
    if dated and not (told and told.end() > dated.end()) and find_due(sentence, firm=True):
        return Task("S31", Kind.ASSIGNMENT, (at, at), subject)
    later = verb_of("later", sentence, at)
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


_VOWELS = frozenset("aeioyåäö")  # in which any infinitive in the active voice ends


def _is_given(sentence: str, future: re.Match[str], subject: Subject) -> bool:
    """Whether a person is told to do something ("Rut får boka bussen"), and not allowed to."""
    verb, rest = future["verb"], sentence[future.end() :]
    forms = (f"{verb}r", f"{verb[:-1]}er")
    return subject.owner.kind is OwnerKind.PERSON and any(
        verb_of("task", f"{form}{rest}", 0) for form in forms
    )


def by_future(sentence: str, at: int, subject: Subject) -> Task | None:
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
    if future["verb"] == "ta" and not verb_of("task", f"tar{sentence[future.end() :]}", 0):
        return None
    kind = Kind.NEXT_STEP if future["coming"] else Kind.ASSIGNMENT
    return Task("S33", kind, future.span(), subject)

"""Sentences in which somebody known is to do something (rules S31-S34), and by when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.lexicon import lexicon, words_pattern
from samsyn.minutes.records import Certainty, Kind, OwnerKind, Precision
from samsyn.minutes.subjects import Subject, find_subject

if TYPE_CHECKING:
    from samsyn.minutes.days import Mention
    from samsyn.minutes.subjects import Cast


@dataclass(frozen=True, slots=True)
class Task:
    """A task found in a sentence: the kind, who acts, and the place of the words that say so."""

    rule: str
    kind: Kind
    at: tuple[int, int]
    subject: Subject | None
    subject_at: int = 0
    certainty: Certainty = Certainty.LIKELY


@cache
def _verbs(name: str) -> re.Pattern[str]:
    return re.compile(r"(?:" + words_pattern(lexicon().words("verbs", name)) + r")(?!\w)", re.IGNORECASE)


_PRESENT = re.compile(r"[a-zåäö]+(?:ar|er|år|ör)(?!\w)")
_FUTURE = re.compile(
    r"(?:kommer(?:\s+att)?|ska|skall|skulle)\s+(?:(?:även|också|sedan|då|nu|därefter)\s+)?(?P<verb>[a-zåäö]+)"
)
_ADVERB = re.compile(r"(?:även|också|sedan|därefter|då|nu|gemensamt|tillsammans|alltså|i sin tur)\s+")
_OWNERS = frozenset({OwnerKind.PERSON, OwnerKind.ROLE, OwnerKind.BODY, OwnerKind.ORGANISATION})


_BROKEN = re.compile(r"(?<=[a-zåäö])-\n(?=[a-zåäö])")


def find_task(sentence: str, cast: Cast) -> Task | None:
    """The task in a sentence whose subject the notes know; None where it tells something else."""
    smooth = _BROKEN.sub("", sentence)
    if smooth != sentence:
        task = find_task(smooth, cast)
        return replace(task, at=(0, len(sentence))) if task else None
    subject = find_subject(sentence, cast)
    if subject is None:
        return None
    at = subject.end
    gap = re.compile(r"[\s,]*").match(sentence, at)
    at = gap.end() if gap else at
    adverb = _ADVERB.match(sentence, at)
    at = adverb.end() if adverb else at
    return _by_verb(sentence, at, subject) or _by_future(sentence, at, subject)


_ALREADY = re.compile(
    r"\b(?:i dag|idag|i nuläget|för närvarande|redan|ofta|oftast|ibland|alltid|sedan tidigare|fortfarande|numera)\b",
    re.IGNORECASE,
)


def _by_verb(sentence: str, at: int, subject: Subject) -> Task | None:
    verb = _verbs("task").match(sentence, at)
    if _ALREADY.search(sentence):
        return None
    told = _verbs("telling").match(sentence, at)
    if verb and not (told and told.end() > verb.end()):
        strong = subject.owner.kind in _OWNERS
        return (
            Task("S31", Kind.ASSIGNMENT, verb.span(), subject, certainty=Certainty.LIKELY)
            if strong or subject.owner.name.casefold() != "vi"
            else None
        )
    if (
        _verbs("dated").match(sentence, at)
        and subject.owner.kind in _OWNERS
        and find_due(sentence, firm=True)
    ):
        return Task("S31", Kind.ASSIGNMENT, (at, at), subject)
    later = _verbs("later").match(sentence, at)
    if (
        later
        and any(mention.rule == "D18" for mention in find_mentions(sentence))
        and subject.owner.kind in _OWNERS
    ):
        return Task("S34", Kind.ASSIGNMENT, later.span(), subject)
    if subject.owner.kind is not OwnerKind.PERSON or _verbs("telling").match(sentence, at):
        return None
    verb = _PRESENT.match(sentence, at)
    if verb and len(sentence.split()) > 2:
        return Task("S32", Kind.ASSIGNMENT, verb.span(), subject, certainty=Certainty.DOUBTFUL)
    return None


def _by_future(sentence: str, at: int, subject: Subject) -> Task | None:
    future = _FUTURE.match(sentence, at)
    if (
        future is None
        or future["verb"] in lexicon().words("verbs", "stative_infinitives")
        or future["verb"].endswith("s")
    ):
        return None
    if future["verb"] in {"inte", "ej"}:
        return None
    kind = Kind.NEXT_STEP if sentence[at:].startswith("kommer") else Kind.ASSIGNMENT
    return Task("S33", kind, future.span(), subject)


_DUE_WORDS = re.compile(
    r"(?:\b(?:senast|till|tills|före|innan|inför|klart|klar|klara|färdig\w*|färdigt|deadline|by|fram till|under|på|vid|den|i)\b[\s:]*(?:den|och med|fram till|i slutet av|slutet av|början av)?\s*)$",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:senast|till|tills|före|innan|inför|klart?|klara|färdig\w*|deadline|fram till)\b[\s:\w]{0,14}$",
    re.IGNORECASE,
)


def find_due(sentence: str, *, firm: bool) -> Mention | None:
    """The time by which something is to be done.

    Args:
        sentence: One sentence.
        firm: Only a time that words such as "senast" or "till" make a due counts.
    """
    mentions = [
        mention
        for mention in find_mentions(sentence)
        if mention.precision is not Precision.RECURRING and mention.number >= 0
    ]
    for mention in mentions:
        if _FIRM.search(sentence[: mention.start]) or _leads(sentence, mention):
            return mention
    if firm:
        return None
    return next(
        (
            mention
            for mention in mentions
            if mention.rule != "D16" and _DUE_WORDS.search(sentence[: mention.start])
        ),
        None,
    ) or _bare(mentions)


def _leads(sentence: str, mention: Mention) -> bool:
    """Whether the words of the time begin with "till", "före" or the like themselves."""
    return bool(re.match(r"(?:till|inför|före|innan|tidigast)\b", sentence[mention.start :], re.IGNORECASE))


def _bare(mentions: list[Mention]) -> Mention | None:
    return next(
        (mention for mention in mentions if mention.precision in {Precision.DAY, Precision.WEEK}), None
    )

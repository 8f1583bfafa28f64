"""Sentences that open with a time or another adverbial, so that the verb stands before its subject (S43)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import OwnerKind
from samsyn.minutes.statements.dues import find_due
from samsyn.minutes.subjects import find_subject

if TYPE_CHECKING:
    from samsyn.minutes.casts import Cast, Subject

_WILL = frozenset({"ska", "skall"})
_PERFECT = " ha "


class Straight(NamedTuple):
    """A sentence with its subject put first.

    Attributes:
        words: Subject, verb and the rest.
        verb: Where the verb stands in the sentence as written.
        subject_at: Where the subject begins there.
    """

    words: str
    verb: tuple[int, int]
    subject_at: int


def straighten(sentence: str, cast: Cast) -> Straight | None:
    """Put the subject first ("Till nästa möte tar Rut fram siffror" -> "Rut tar fram siffror").

    Persons may act at any time; whoever else acts needs a day by which, so that no habit is taken for a task.
    """
    front = lexicon().pattern("fronted").match(sentence)
    if front is None:
        return None
    subject = find_subject(sentence, cast, front.end())
    if subject is None or not _is_bound(sentence[: front.start("verb")], front["verb"], subject):
        return None
    end = front.end() + subject.end
    rest = sentence[end:]
    if front["verb"] in _WILL and rest.startswith(_PERFECT):  # "ska alla ha lagt in": to be done by then
        rest = f" göra{rest}"
    name = sentence[front.end() : end]
    words = f"{name[0].upper()}{name[1:]} {front['verb']}{rest}"
    return Straight(words, front.span("verb"), front.end())


def _is_bound(before: str, verb: str, subject: Subject) -> bool:
    if subject.owner.kind is OwnerKind.PERSON:
        return True
    if subject.owner.name.casefold() in lexicon().words("owners", "us"):
        return False
    return verb in _WILL and find_due(f"{before[0].lower()}{before[1:]}", firm=True) is not None

"""Pointers to other meetings, bodies and documents (rules R1-R4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.body_words import body_mentions, proper_name
from samsyn.minutes.days import find_mentions
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Found, Precision, Reference, Target
from samsyn.minutes.texts import lower, normal, words_around
from samsyn.minutes.years import Direction, date_mention, direction_of
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.minutes.days import Mention

_DAYS = frozenset({Precision.DAY, Precision.DAYS})
_NEAR = 40
_BEFORE = 70


def find_references(sentence: str, start: int, met_on: date | None) -> tuple[Found[Reference], ...]:
    """The references in one sentence.

    Args:
        sentence: The words.
        start: Their place in `Document.text`.
        met_on: Day of the meeting, which lends a year to days without one.
    """
    bodies = body_mentions(sentence)
    meetings = _meetings(sentence, bodies)
    if meetings:
        names = tuple(proper_name(normal(sentence[slice(*body)])) for body in bodies)
        found = [_meeting(sentence, start, mention, names, met_on) for mention in meetings]
    else:
        found = [_named(Target.BODY, sentence, start, body, "R3") for body in bodies]
    found += [_named(Target.DOCUMENT, sentence, start, place, "R4") for place in _documents(sentence)]
    return tuple(found)


def _meetings(sentence: str, bodies: Sequence[Span]) -> list[Mention]:
    """The times that are a meeting's; a day tells more than "the next meeting"."""
    meetings = [mention for mention in find_mentions(sentence) if _is_meeting(sentence, mention, bodies)]
    return [mention for mention in meetings if mention.precision in _DAYS] or meetings


def _is_meeting(sentence: str, mention: Mention, bodies: Sequence[Span]) -> bool:
    """Rule R1: a day counts as a meeting's where the sentence names a body or a meeting near it."""
    if mention.precision is Precision.MEETING:
        return True
    if mention.precision not in _DAYS or (mention.rule == "D3" and mention.precision is Precision.DAYS):
        return False
    before = sentence[max(0, mention.start - _BEFORE) : mention.start]
    if lexicon().pattern("due_not_meeting").search(before):
        return False
    near = any(0 <= mention.start - body.end <= _NEAR for body in bodies)
    return near or lexicon().pattern("meeting_word").search(before) is not None


def _meeting(
    sentence: str, start: int, mention: Mention, names: tuple[str, ...], met_on: date | None
) -> Found[Reference]:
    direction = Direction.BACK if mention.number < 0 else direction_of(sentence, mention)
    dated = date_mention(mention, met_on=met_on, direction=direction)
    return Found(
        Reference(Target.MEETING, names, dated.period),
        sentence[mention.start : mention.end],
        Span(start + mention.start, start + mention.end),
        "R2" if mention.precision is Precision.MEETING else "R1",
        Certainty.DOUBTFUL if dated.unsure else Certainty.LIKELY,
    )


def _documents(sentence: str) -> list[Span]:
    """The places of words for documents, with their edition."""
    found = []
    for word in words_around(lexicon().tables["stems"]["document"], lower(sentence)):
        match = lexicon().pattern("document").match(sentence, word.start)
        if match:
            found.append(Span(*match.span()))
    return found


def _named(target: Target, sentence: str, start: int, place: Span, rule: str) -> Found[Reference]:
    words = sentence[slice(*place)]
    span = Span(start + place.start, start + place.end)
    return Found(Reference(target, (proper_name(normal(words)),)), words, span, rule, Certainty.LIKELY)

"""Pointers to other meetings, bodies and documents (rules R1-R4, R8-R10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.body_words import body_mentions, proper_name
from samsyn.minutes.days import find_mentions
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.meeting_days import bodies_beside, read_meeting_day
from samsyn.minutes.records import Certainty, Found, Precision, Reference, Target
from samsyn.minutes.tenses import told_direction
from samsyn.minutes.texts import lower, normal, words_around
from samsyn.minutes.years import Direction, date_mention
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.minutes.days import Mention
    from samsyn.minutes.meeting_days import MeetingDay
    from samsyn.minutes.records import AgendaItem

_DAYS = frozenset({Precision.DAY, Precision.DAYS})


def find_references(sentence: str, start: int, met_on: date | None) -> tuple[Found[Reference], ...]:
    """The references in one sentence.

    Args:
        sentence: The words.
        start: Their place in `Document.text`.
        met_on: Day of the meeting, which lends a year to days without one.
    """
    bodies = body_mentions(sentence)
    found = _meetings(sentence, start, bodies, met_on)
    if not found:
        found = [_named(Target.BODY, sentence, start, body, "R3") for body in bodies]
    found += [_named(Target.DOCUMENT, sentence, start, place, "R4") for place in _documents(sentence)]
    return tuple(found)


def read_heading_references(items: Sequence[AgendaItem], met_on: date | None) -> tuple[Found[Reference], ...]:
    """The meetings on a day that headings of items name ("Medskick till mötet den 13 mars").

    The day of the next meeting of the same bodies is read on its own (rules N1-N3).
    """
    told = lexicon().pattern("next_meeting")
    found: list[Found[Reference]] = []
    for heading in (item.heading for item in items):
        dated = [one for one in find_references(heading.words, heading.span.start, met_on) if _has_day(one)]
        if dated and not told.search(heading.words):
            found.extend(dated)
    return tuple(found)


def _has_day(found: Found[Reference]) -> bool:
    return found.value.on is not None and found.value.on.start is not None


def _meetings(
    sentence: str, start: int, bodies: Sequence[Span], met_on: date | None
) -> list[Found[Reference]]:
    """The meetings that a sentence points to; a day tells more than "the next meeting"."""
    mentions = find_mentions(sentence)
    found = []
    for mention in mentions:
        day = read_meeting_day(sentence, mention, bodies) if _is_day(mention) else None
        if day is not None:
            found.append(_on_day(sentence, start, mention, day, met_on))
    told = (mention for mention in mentions if _is_meeting(mention))
    return found or [_without_day(sentence, start, mention, bodies, met_on) for mention in told]


def _is_meeting(mention: Mention) -> bool:
    """Whether a time is a meeting: the next one, or one called by its month."""
    return mention.precision is Precision.MEETING or mention.rule == "D27"


def _is_day(mention: Mention) -> bool:
    """Whether a time is a day, or some days in a row that are no period of figures."""
    return mention.precision in _DAYS and not (mention.rule == "D3" and mention.precision is Precision.DAYS)


def _names(sentence: str, places: Sequence[Span]) -> tuple[str, ...]:
    """The names of bodies, by their places."""
    return tuple(proper_name(normal(sentence[slice(*place)])) for place in places)


def _on_day(
    sentence: str, start: int, mention: Mention, day: MeetingDay, met_on: date | None
) -> Found[Reference]:
    direction = Direction.BACK if day.past else told_direction(sentence, mention)
    dated = date_mention(mention, met_on=met_on, direction=direction)
    return Found(
        Reference(Target.MEETING, _names(sentence, day.bodies), dated.period),
        sentence[mention.start : mention.end],
        Span(start + mention.start, start + mention.end),
        day.rule,
        Certainty.DOUBTFUL if dated.unsure or day.unsure else Certainty.LIKELY,
    )


def _without_day(
    sentence: str, start: int, mention: Mention, bodies: Sequence[Span], met_on: date | None
) -> Found[Reference]:
    """Rule R2: the next, a coming or the last meeting, or the one in a month."""
    dated = date_mention(mention, met_on=met_on, direction=told_direction(sentence, mention))
    return Found(
        Reference(Target.MEETING, _names(sentence, bodies_beside(sentence, mention, bodies)), dated.period),
        sentence[mention.start : mention.end],
        Span(start + mention.start, start + mention.end),
        "R2",
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

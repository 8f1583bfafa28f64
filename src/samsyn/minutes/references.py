"""Pointers to other meetings, bodies and documents (rules R1-R4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.bodies import body_mentions
from samsyn.minutes.days import find_mentions
from samsyn.minutes.records import Certainty, Found, Precision, Reference, Target
from samsyn.minutes.texts import normal
from samsyn.minutes.years import Direction, date_mention, direction_of
from samsyn.reading import Span

if TYPE_CHECKING:
    from datetime import date

    from samsyn.minutes.days import Mention

_DAYS = frozenset({Precision.DAY, Precision.DAYS})
_MEETING_WORD = re.compile(
    r"\b(?:\w*möte(?:t|n|na)?|\w*träff(?:en|ar|arna)?|sammanträde(?:t|n)?|\w*sammankomst\w*)\b", re.IGNORECASE
)
_DUE_BEFORE = re.compile(r"\b(?:senast|före|innan|klart?|klara|tills)\b(?: den)?\s*$", re.IGNORECASE)
_DOCUMENT_STEMS = (
    "överens",
    "plan",
    "rapport",
    "regl",
    "riktl",
    "rutin",
    "målbild",
    "handb",
    "kartl",
    "avtal",
    "strategi",
)
_DOCUMENT = re.compile(
    r"\b(?P<word>\w*(?:överenskommelse|handlingsplan|implementeringsplan|tidsplan|statusrapport|lägesrapport|reglemente|riktlinje|rutin|målbild|handbok|kartläggning|samverkansavtal|projektplan|strategi)(?:en|n|et|ns|er|erna|ar|arna)?)\b(?:\s+(?P<edition>\d+(?:\.\d+)?))?",
    re.IGNORECASE,
)


def find_references(sentence: str, start: int, met_on: date | None) -> tuple[Found[Reference], ...]:
    """The references in one sentence.

    Args:
        sentence: The words.
        start: Their place in `Document.text`.
        met_on: Day of the meeting, which lends a year to days without one.
    """
    bodies = body_mentions(sentence)
    names = tuple(normal(sentence[a:b]) for a, b in bodies)
    meetings = [mention for mention in find_mentions(sentence) if _is_meeting(sentence, mention, bodies)]
    if any(mention.precision in _DAYS for mention in meetings):
        meetings = [mention for mention in meetings if mention.precision in _DAYS]
    found = [_meeting(sentence, start, mention, names, met_on) for mention in meetings]
    if not meetings:
        found += [
            _found(sentence, start, a, b, Reference(Target.BODY, (normal(sentence[a:b]),)), "R3")
            for a, b in bodies
        ]
    lowered = sentence.casefold()
    if any(stem in lowered for stem in _DOCUMENT_STEMS):
        found += [_document(sentence, start, match) for match in _DOCUMENT.finditer(sentence)]
    return tuple(found)


def _is_meeting(sentence: str, mention: Mention, bodies: list[tuple[int, int]]) -> bool:
    """Rule R1: a day counts as a meeting's where the sentence names a body or a meeting near it."""
    if mention.precision is Precision.MEETING:
        return True
    if mention.precision not in _DAYS or (mention.rule == "D3" and mention.precision is Precision.DAYS):
        return False
    before = sentence[max(0, mention.start - 70) : mention.start]
    if _DUE_BEFORE.search(before):
        return False
    near = [b for _, b in bodies if 0 <= mention.start - b <= 40]
    return bool(near) or _MEETING_WORD.search(before) is not None


def _meeting(
    sentence: str, start: int, mention: Mention, names: tuple[str, ...], met_on: date | None
) -> Found[Reference]:
    dated = date_mention(mention, met_on=met_on, direction=direction_of(sentence, mention))
    rule = "R2" if mention.precision is Precision.MEETING else "R1"
    if mention.number < 0:
        dated = date_mention(mention, met_on=met_on, direction=Direction.BACK)
    certainty = Certainty.DOUBTFUL if dated.unsure else Certainty.LIKELY
    return _found(
        sentence,
        start,
        mention.start,
        mention.end,
        Reference(Target.MEETING, names, dated.period),
        rule,
        certainty,
    )


def _document(sentence: str, start: int, match: re.Match[str]) -> Found[Reference]:
    return _found(
        sentence, start, match.start(), match.end(), Reference(Target.DOCUMENT, (normal(match[0]),)), "R4"
    )


def _found(
    sentence: str,
    start: int,
    a: int,
    b: int,
    value: Reference,
    rule: str,
    certainty: Certainty = Certainty.LIKELY,
) -> Found[Reference]:
    return Found(value, sentence[a:b], Span(start + a, start + b), rule, certainty)

"""By when something is to be done: rules O7, D and Y."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.body_words import has_body_word
from samsyn.minutes.days import find_mentions
from samsyn.minutes.items import item_at
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Doubt, Found, Kind, Period, Precision
from samsyn.minutes.statements.scene import OUTCOMES
from samsyn.minutes.years import Direction, date_mention, direction_of
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.minutes.days import Mention
    from samsyn.minutes.statements.scene import Scene

_TO_MEETING = re.compile(r"(?:till|inför|vid|på|före|innan)\b", re.IGNORECASE)
_DATED = OUTCOMES | {Kind.POSTPONEMENT, Kind.PROPOSAL}


def read_statement_due(
    scene: Scene, kind: Kind, words: str, start: int, *, explicit: bool, action: bool
) -> Found[Period] | None:
    """The due of a statement: in its words, each time until further notice, or the day of its heading."""
    if kind not in _DATED:
        return None
    mention = find_due(words, firm=not action)
    if mention is not None:
        return read_due(scene, words, start, mention, len(scene.statements))
    if not explicit:
        return None
    return _recurring_due(words, start) or _due_in_heading(scene, start)


def read_due(scene: Scene, words: str, start: int, mention: Mention, at: int) -> Found[Period]:
    """The days that a mention means as due of statement `at`; a doubt where the year is unsure."""
    direction = direction_of(words, mention)
    if direction is Direction.UNKNOWN:
        direction = Direction.FORWARD
    dated = date_mention(mention, met_on=scene.met_on, direction=direction)
    span = Span(start + mention.start, start + mention.end)
    if dated.unsure:
        scene.doubts.append(Doubt("Vilket år avses?", f"statements[{at}].due", span, "Y2"))
    return Found(dated.period, words[mention.start : mention.end], span, mention.rule, Certainty.LIKELY)


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
        if _is_firm(sentence, mention):
            return mention
    if firm or not mentions:
        return None
    before = lexicon().pattern("due_before")
    for mention in mentions:
        if (mention.rule == "D18" and _TO_MEETING.match(sentence, mention.start)) or (
            mention.rule != "D16"
            and before.search(sentence[: mention.start])
            and not lexicon().search("in_a_clause", sentence[: mention.start])
        ):
            return mention
    return _of_precision(mentions, Precision.DAY, Precision.WEEK)


def _is_firm(sentence: str, mention: Mention) -> bool:
    """Whether words before the time, or its own first words, make it a due."""
    if lexicon().pattern("firm_due_before").search(sentence[: mention.start]):
        return True
    return lexicon().pattern("opens_with_due").match(sentence, mention.start) is not None


def _of_precision(mentions: Iterable[Mention], *precisions: Precision) -> Mention | None:
    return next((mention for mention in mentions if mention.precision in precisions), None)


def _recurring_due(words: str, start: int) -> Found[Period] | None:
    mention = _of_precision(find_mentions(words), Precision.RECURRING)
    if mention is None:
        return None
    span = Span(start + mention.start, start + mention.end)
    period = Period(None, None, Precision.RECURRING)
    return Found(period, words[mention.start : mention.end], span, mention.rule)


def _names_meeting(words: str) -> bool:
    return has_body_word(words) or lexicon().search("meeting_word", words) is not None


def _due_in_heading(scene: Scene, start: int) -> Found[Period] | None:
    """Rule O7: what is to be done below a heading that names a meeting's day is due that day."""
    at = item_at(scene.items, start)
    if at is None:
        return None
    heading = scene.items[at].heading
    mention = _of_precision(find_mentions(heading.words), Precision.DAY)
    if mention is None or not _names_meeting(heading.words[: mention.start]):
        return None
    found = read_due(scene, heading.words, heading.span.start, mention, len(scene.statements))
    return replace(found, rule="O7")

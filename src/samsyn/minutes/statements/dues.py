"""By when something is to be done: rules O7, O11, D and Y."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.body_words import has_body_word
from samsyn.minutes.days import Mention, find_mentions
from samsyn.minutes.items import item_at
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Doubt, Found, Kind, Period, Precision
from samsyn.minutes.statements.scene import OUTCOMES
from samsyn.minutes.years import Direction, date_mention, direction_of
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from samsyn.minutes.statements.scene import Scene

_MEETINGS = frozenset({"D18", "D27"})
_DUE_ALONE = frozenset({"D17", "D21", "D24", "D28", "D30"})
_APART = (",", "(", "–", " -")  # what sets a time at the end of a task apart: "Boka lokal, Rut, maj"
_BEFORE = 60  # characters before a time that tell what it is of
_FAR_DAYS = 320  # a due so far off is about as likely one that has just passed
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
    if not action:
        return None
    return _recurring_due(words, start) or (_due_in_heading(scene, start) if explicit else None)


def read_due(scene: Scene, words: str, start: int, mention: Mention, at: int) -> Found[Period]:
    """The days that a mention means as due of statement `at`; a doubt where the year is unsure."""
    direction = direction_of(words, mention)
    if direction is Direction.UNKNOWN:
        direction = Direction.FORWARD
    dated = date_mention(mention, met_on=scene.met_on, direction=direction)
    span = Span(start + mention.start, start + mention.end)
    if dated.unsure or _may_be_over(mention, dated.period, scene.met_on):
        scene.doubts.append(Doubt("Vilket år avses?", f"statements[{at}].due", span, "Y2"))
    return Found(dated.period, words[mention.start : mention.end], span, mention.rule, Certainty.LIKELY)


def _may_be_over(mention: Mention, period: Period, met_on: date | None) -> bool:
    """Whether a due without year lies so far off that the one just before the meeting may be meant."""
    if met_on is None or period.start is None or mention.year is not None or mention.lean:
        return False
    return mention.first is not None and (period.start - met_on).days > _FAR_DAYS


def find_due(sentence: str, *, firm: bool) -> Mention | None:
    """The time by which something is to be done.

    Args:
        sentence: One sentence.
        firm: Only a time that words such as "senast" or "till" make a due counts.
    """
    mentions = [mention for mention in find_mentions(sentence) if _may_be_due(sentence, mention)]
    stated = [mention for mention in mentions if _is_firm(sentence, mention)]
    if stated:
        return next((one for one in stated if one.precision is not Precision.EARLIEST), stated[0])
    if firm:
        return None
    loose = next((mention for mention in mentions if _is_loose(sentence, mention)), None)
    if loose:
        return loose
    apart = (one for one in mentions if not lexicon().search("in_relative_clause", sentence[: one.start]))
    return _of_precision(apart, Precision.DAY, Precision.WEEK) or _before_event(sentence)


def _may_be_due(sentence: str, mention: Mention) -> bool:
    """Whether a time lies ahead, does not recur, and tells neither how long nor when something is held."""
    if mention.precision is Precision.RECURRING or mention.number < 0 or mention.lean < 0:
        return False
    before = sentence[max(0, mention.start - _BEFORE) : mention.start]
    return not (lexicon().pattern("lasts_before").search(before) or lexicon().search("held_before", before))


def _is_loose(sentence: str, mention: Mention) -> bool:
    """Whether a time may be a due of a task without "senast" or the like: "i maj", "på nästa möte"."""
    if mention.rule in _MEETINGS and _TO_MEETING.match(sentence, mention.start):
        return True
    if mention.precision is Precision.YEAR:
        return False
    before = sentence[: mention.start]
    if before.rstrip().endswith(_APART) and not sentence[mention.end :].strip(" .)"):
        return True
    loose = mention.part or mention.rule in _DUE_ALONE or lexicon().pattern("due_before").search(before)
    return bool(loose) and not lexicon().search("in_a_clause", before)


def _before_event(sentence: str) -> Mention | None:
    """Rule O11: what is to be done before something that is no time in the calendar."""
    found = lexicon().search("before_event", sentence)
    return Mention(*found.span(), Precision.UNCERTAIN, "O11") if found else None


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


def is_put_to_meeting(scene: Scene, start: int) -> bool:
    """Whether words stand below a heading for what is put to a coming meeting ("Till rådet 7/10")."""
    at = item_at(scene.items, start)
    words = scene.items[at].heading.words if at is not None else ""
    mention = _of_precision(find_mentions(words), Precision.DAY)
    if mention is None:
        return False
    before = words[: mention.start]
    return lexicon().pattern("put_to").search(before) is not None and _names_meeting(before)


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

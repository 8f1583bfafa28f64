"""What comes back: a report to somebody, an outcome at a later meeting, a question that needs more time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.matters.handing.around import PAST
from samsyn.matters.handing.mentions import mentions
from samsyn.matters.handing.records import Handed
from samsyn.matters.handing.refusing import is_denied, is_retold
from samsyn.matters.handing.spoken import day_inside, name_of
from samsyn.matters.handing.words import found, pattern
from samsyn.matters.models.states import HandOverKind

CLAUSES = re.compile(r"(?:(?! så | och vi )[^,;:.–(]|\.(?=\w))+")
UNDONE = re.compile(r"\b(?:hann|hanns|klar\w*|färdig\w*|mogen|moget|beslut\w*|enig\w*)\b")
AHEAD = re.compile(r"\b(?:ska|skall|bör|får|måste|behöver|ombeds|ombads|senast|att)\b")
DECIDED = ("decision", "agreed_outcome", "postponement")

if TYPE_CHECKING:
    from samsyn.matters.handing.spoken import Spoken


def reported(said: Spoken) -> Handed | None:
    """Somebody is told how something goes."""
    by_time = any(day.precision == "recurring" for day in said.line.days)
    recurring = by_time or found("reports", "recurring", said.lower)
    match = pattern("reports", form=r"\b(?P<does>{rows}) (?P<to>.+)").search(said.lower)
    start = match.start() if match else 0
    if is_retold(said.text, start, said.directory) or found("retold", "negations", said.lower):
        return None
    if match is not None and (recurring or not found("retold", "perhaps", said.lower)):
        name = name_of(said.text[match.start("to") :])
        one_of_us = said.directory.addressee(name) if said.directory.is_joint else None
        to = said.elsewhere(name) or one_of_us
        if to is not None and to.bodies != said.directory.own:
            return said.hand(HandOverKind.REPORT_BACK, to, recurring=recurring)
    return None if recurring else _told_later(said)


def _told_later(said: Spoken) -> Handed | None:
    """Those who speak are to hear the outcome at a later meeting of theirs."""
    match = pattern("reports", "own").search(said.lower)
    day = day_inside(said.line, said.text[match.start() :]) if match else None
    if match is None or day is None or said.line.by_person:
        return None
    if is_denied(said.text, match.start(), match.end()):
        return None
    if set(said.directory.bodies_named(match.group())) - set(said.directory.own):
        return None
    return Handed(said.line.key, HandOverKind.REPORT_BACK, said.ourselves(match.group()), said.line.text, day)


def _dated(said: Spoken) -> re.Match[str] | None:
    """A question is taken on a day to come, and nobody else is named."""
    match = pattern("more_time", "dated").search(said.lower)
    has_day = match is not None and day_inside(said.line, said.text[match.start() :]) is not None
    others = {*said.directory.bodies_named(said.text)} - {*said.directory.own}
    return match if has_day and not others else None


def _of_others(said: Spoken, match: re.Match[str]) -> bool:
    """Whether it is a meeting of others, or with others, at which the question is taken up."""
    behind = re.match(r" (?:med|i|hos|för) (?P<who>.+)", said.text[match.end() :])
    named = {*said.directory.bodies_named(said.text[slice(*match.span())])}
    named |= {*said.directory.bodies_named(name_of(behind["who"]))} if behind else set()
    return bool(named) and not named & {*said.directory.own}


def comes_back(said: Spoken) -> Handed | None:
    """A question is taken up later, by words that are sure where the sentence says nothing else."""
    match = pattern("more_time", "loose").search(said.lower) or _dated(said) or _next(said)
    return _more_time(said, match)


def _next(said: Spoken) -> re.Match[str] | None:
    """A clause says what is done at a later meeting of those who speak."""
    for clause in CLAUSES.finditer(said.lower):
        words = clause.group()
        if not found("more_time", "again", words) or found("more_time", "others", words):
            continue
        told = found("retold", "negations", words) or PAST.search(words)
        if told and not UNDONE.search(words):
            continue
        day = day_inside(said.line, words)
        ahead = found("more_time", "ahead", words) or (
            day is not None and (day.start is not None or day.precision == "meeting")
        )
        if found("more_time", "next", words) or (ahead and found("more_time", "topics", words)):
            return clause
    return None


def tells_us(said: Spoken) -> Handed | None:
    """Somebody else is to tell those who speak, or a result is to be told them."""
    match = pattern("to_us", "tells").search(said.lower)
    if match is None or said.line.by_person or not (said.is_binding or AHEAD.search(said.lower)):
        return None
    rest = CLAUSES.match(said.lower, match.end())
    words = rest.group() if rest else ""
    named = {*said.directory.bodies_named(said.text[slice(*rest.span())])} if rest else set()
    ours = named & {*said.directory.own} or (not named and found("to_us", "us", words))
    others = [one for one in mentions(said.text, said.directory) if one.end <= match.start()]
    between = said.lower[others[-1].end : match.start()] if others else ", "
    if not re.search(r"[,;]| och ", between):
        return None  # a part of what somebody is asked for
    if not ours or not said.holds(match.start(), match.end()) or PAST.search(said.lower[: match.start()]):
        return None
    return Handed(
        said.line.key,
        HandOverKind.REPORT_BACK,
        said.ourselves(match.group()),
        said.line.text,
        day_inside(said.line, words),
    )


def needs_time(said: Spoken) -> Handed | None:
    """More time at another meeting of the same bodies."""
    match = pattern("more_time").search(said.lower)
    if match is None and said.line.kind in DECIDED:
        match = pattern("more_time", "decided").search(said.lower)
    return _more_time(said, match)


def _more_time(said: Spoken, match: re.Match[str] | None) -> Handed | None:
    if match is None or said.line.kind == "proposal" or _of_others(said, match):
        return None
    if not UNDONE.match(match.group()) and not said.holds(match.start(), match.start()):
        return None
    if said.line.by_person and not found("more_time", "things", said.lower):
        return None
    day = day_inside(said.line, said.text[match.start() :])
    return Handed(said.line.key, HandOverKind.MORE_TIME, said.ourselves(match.group()), said.line.text, day)

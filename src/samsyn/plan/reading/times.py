"""When the steps of a plan are to be reached, as notes tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.records import Precision
from samsyn.plan.reading.remarks import change_wanted
from samsyn.plan.reading.showing import tells_progress
from samsyn.plan.reading.steps import steps_in
from samsyn.plan.reading.words import pattern, says

if TYPE_CHECKING:
    from samsyn.plan.reading.records import Said

_CLAUSES = re.compile(r",? (?:medan|men|samtidigt som) |; ")
_NO_TIME = (Precision.MEETING, Precision.RECURRING)


def times_in(said: Said) -> list[tuple[int, str]]:
    """The steps that a sentence gives a time, each with the time as written.

    A time by which a wording is to be changed is none of the step itself.
    """
    small = said.text.lower()
    if change_wanted(said) or tells_progress(small) or _is_of_others(small):
        return []
    found = []
    for clause in _CLAUSES.split(said.text):
        steps = steps_in(clause.lower())
        words = _time_of(clause) if steps.numbers and steps.passage is None else ""
        found += [(number, words) for number in steps.numbers if words]
    return found


def _is_of_others(small: str) -> bool:
    """Whether it is not the plan's own time: what was shown or done, or what some of many want."""
    return says("time", "others", small) or says("comment", "presents", small)


def _time_of(clause: str) -> str:
    """The time in a clause, with the word before it that belongs to it."""
    mention = next((one for one in find_mentions(clause) if one.precision not in _NO_TIME), None)
    if mention is None:
        return ""
    before = clause[: mention.start].rstrip()
    lead = pattern("time", "leads", r"(?:^|\s)((?:{rows}))$").search(before.lower())
    start = lead.start(1) if lead else mention.start
    return clause[start : mention.end].strip()


def follows_former(said: Said) -> bool:
    """Whether a sentence says that an area has the same times as the one before it."""
    small = said.text.lower()
    return says("time", "same", small) and says("time", "of_time", small)

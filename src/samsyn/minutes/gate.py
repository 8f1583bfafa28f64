"""Whether a text is a note of a meeting: rule H0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty

if TYPE_CHECKING:
    from samsyn.minutes.records import Minutes

_BINDING_RULES = frozenset({"S1", "S2", "S3", "S6", "S10"})
_TOLD_RULES = frozenset({"S10", "S11", "S12", "S30", "S31"})
_ENOUGH = 2  # signs, people or outcomes


def is_note(minutes: Minutes, text: str) -> bool:
    """Whether what was read is a note of a meeting; a notice of one is let through.

    Args:
        minutes: What was read.
        text: The whole text, for words of meetings.
    """
    return minutes.notice or _has_the_form(minutes) or _tells_of_a_meeting(minutes, text)


def _has_the_form(minutes: Minutes) -> bool:
    """Two of day, attendance, title word, items and binding statements."""
    signs = [
        minutes.held is not None and minutes.held.rule != "H4",
        len(minutes.attendees) >= _ENOUGH,
        minutes.title is not None and minutes.title.certainty is Certainty.CLEAR,
        sum(1 for item in minutes.items if item.number) >= _ENOUGH,
        any(statement.kind.rule in _BINDING_RULES for statement in minutes.statements),
    ]
    return sum(signs) >= _ENOUGH


def _tells_of_a_meeting(minutes: Minutes, text: str) -> bool:
    """Whether sentences tell of a meeting, and of people there or of what came out of it."""
    if not lexicon().search("meeting_told", text):
        return False
    outcomes = sum(1 for one in minutes.statements if one.kind.rule in _TOLD_RULES)
    return len(minutes.attendees) >= _ENOUGH or outcomes >= _ENOUGH

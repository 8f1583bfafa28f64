"""What stands before a time and belongs to it: a weekday, "till", "i slutet av", "tidigast" (rule D15)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Precision

if TYPE_CHECKING:
    import re

    from samsyn.minutes.days.mentions import Mention

_LONGEST = 24  # characters before a time in which such words stand
_DAYS = frozenset({"D7", "D23"})  # a weekday or "den" belongs to them
_LED = frozenset({"D18", "D19", "D21", "D22", "D27"})  # "till", "på det" and the like belong to them
_WHOLE = frozenset(
    {Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.TERM, Precision.SEASON}
    | {Precision.SCHOOL_YEAR, Precision.YEAR}
)
_NO_TIME = frozenset({Precision.MEETING, Precision.RECURRING})
_PART_ENDS = ("av ", "på ", "av den ", "på den ")


def find_before(name: str, text: str, at: int) -> re.Match[str] | None:
    """An expression of the lexicon right before a place in a text."""
    return lexicon().pattern(name).search(text[max(0, at - _LONGEST) : at])


def part_of(mention: Mention, part: int) -> Mention:
    """A third of a time ("i slutet av maj"): exact enough for its days, not for its name."""
    return replace(mention, precision=Precision.UNCERTAIN, part=part)


def in_context(text: str, mention: Mention) -> Mention:
    """A time with the words before it that belong to it, cut a part out of it or leave its end open."""
    lead = "day_lead" if mention.rule in _DAYS else "time_lead" if mention.rule in _LED else ""
    if lead:
        mention = _begun(mention, find_before(lead, text, mention.start))
    before = text[max(0, mention.start - _LONGEST) : mention.start]
    if mention.precision in _WHOLE and before.endswith(_PART_ENDS):
        cut = lexicon().pattern("part_before").search(before)
        if cut:
            parts: dict[str, int] = lexicon().tables["dates"]["parts"]
            mention = _begun(part_of(mention, parts[cut["part"]]), cut)
            before = text[max(0, mention.start - _LONGEST) : mention.start]
    if mention.precision not in _NO_TIME and ("tidigast" in before or "först " in before):
        opened = lexicon().pattern("earliest_before").search(before)
        if opened:
            open_ended = replace(mention, precision=Precision.EARLIEST, rule="D15", form=mention.rule)
            return _begun(open_ended, opened)
    return mention


def _begun(mention: Mention, lead: re.Match[str] | None) -> Mention:
    """A time that begins with the words before it."""
    return replace(mention, start=mention.start - len(lead[0])) if lead and lead[0] else mention

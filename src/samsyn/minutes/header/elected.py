"""Chair and secretary elected by the meeting itself: below the item of the election, or on its line (H33)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line
    from samsyn.reading import Document

_ELECTS = {
    "chair": re.compile(r"ordförande|\bordf\b|funktionär|presidi|mötesledare", re.IGNORECASE),
    "secretary": re.compile(r"sekreterare|\bsekr\b|funktionär|presidi|protokollförare", re.IGNORECASE),
}
_NAMED = {"chair": "elected_chair", "secretary": "elected_secretary"}
_OF_SEVERAL = re.compile(r"\b(?:och|samt|funktionär\w*|presidi\w*)\b|[,/&]", re.IGNORECASE)
# Who is elected for years by the association, and not for this meeting.
_FOR_YEARS = re.compile(r"vice|valbered|förening|styrelse|år\b|period|revis", re.IGNORECASE)
_MOST_ELECTIONS_AT = 12  # items
_REACH = 4  # lines below the heading


class Elected(NamedTuple):
    """The words that name somebody elected, with their place."""

    text: str
    start: int


def find_elected(
    document: Document, lines: Sequence[Line], first: int, heads: Sequence[int]
) -> dict[str, Elected]:
    """Who was elected chair and secretary of the meeting.

    Args:
        document: The whole document.
        lines: All lines of the notes.
        first: How many of them stand before the first item.
        heads: Positions of the headings among the lines.
    """
    found: dict[str, Elected] = {}
    early = heads[_MOST_ELECTIONS_AT] if len(heads) > _MOST_ELECTIONS_AT else len(lines)
    for at in range(max(0, first - 1), early):
        if "val av" in (lowered := lines[at].text.lower()) or "utseende av" in lowered:
            for role, who in _elected_at(document, lines, at, heads):
                found.setdefault(role, who)
    return found


def _elected_at(
    document: Document, lines: Sequence[Line], at: int, heads: Sequence[int]
) -> Iterator[tuple[str, Elected]]:
    """Those elected under one item."""
    heading = lexicon().pattern("election").match(lines[at].text)
    if heading is None or _FOR_YEARS.search(heading["what"]):
        return
    stop = next((head for head in heads if head > at), len(lines))
    last = min(stop, at + 1 + _REACH) - 1
    elects = [role for role, pattern in _ELECTS.items() if pattern.search(heading["what"])]
    text = document.text[lines[at].start : lines[last].end]
    for role in _ELECTS if elects else ():
        named = lexicon().pattern(_NAMED[role]).search(text, heading.start("what"))
        if named and named.lastgroup:
            yield role, Elected(named[named.lastgroup], lines[at].start + named.start(named.lastgroup))
    if len(elects) == 1 and not _OF_SEVERAL.search(heading["what"]):
        yield from _elected_alone(elects[0], text, heading.end(), lines[at])


def _elected_alone(role: str, text: str, behind: int, line: Line) -> Iterator[tuple[str, Elected]]:
    """Whoever is named alone behind or below the heading of one election."""
    begin = behind + len(text[behind:]) - len(text[behind:].lstrip(" .:\n"))
    named = lexicon().pattern("elected_one").match(text[begin:].partition("\n")[0])
    if named and named.lastgroup:
        yield role, Elected(named[named.lastgroup], line.start + begin + named.start(named.lastgroup))

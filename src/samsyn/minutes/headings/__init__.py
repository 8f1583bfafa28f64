"""Which lines are headings of agenda items, with number and level.

Rules I1-I7: where headings carry numbers the number decides and the level does not (I1), headings
without number are sub-headings of the item before (I2); numbers may stand on plain lines (I3) or in
lists (I4); without numbers every content heading counts and its level gives the nesting (I5); a
list of headings that comes again with text below is the agenda, not the items (I6); text without
any marks has its headings by layout (I7).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from samsyn.minutes.headings.layout import headings_by_layout
from samsyn.minutes.headings.marked import marked_heading
from samsyn.minutes.headings.numbered import bare_headings, numbered_headings
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.headings.kinds import Heading
    from samsyn.minutes.lines import Line


@cache
def _frames() -> frozenset[str]:
    title = lexicon().tables["title"]
    return frozenset(title["frame"]) | frozenset(title["agenda"])


_TIME_TAIL = re.compile(r"[\s,]*(?:kl\.?\s*)?\d{1,2}[.:]\d\d\s*$")


def is_frame(text: str) -> bool:
    """Whether a heading only frames the notes ("Dagordning", "Mötets öppnande 19.15")."""
    return folded(_TIME_TAIL.sub("", text)) in _frames()


def is_standing(text: str) -> bool:
    """Whether a heading is an item of its own on whatever level it stands ("Övrigt")."""
    return folded(text) in lexicon().words("title", "standing")


def find_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    """The headings of items and sub-headings from line `first` on, in order."""
    marked = [found for at in range(first, len(lines)) if (found := marked_heading(lines, at))]
    numbered = [heading for heading in marked if heading.number]
    if len(numbered) >= 2:
        return _without_agenda(lines, marked)
    plain = numbered_headings(lines, first) or bare_headings(lines, first)
    if len(plain) >= 2 and (len([h for h in marked if not is_frame(h.text)]) < 2 or plain[0].rule == "I3§"):
        among = {heading.line for heading in plain}
        return _without_agenda(
            lines,
            sorted(plain + [h for h in marked if h.line not in among and not h.number], key=lambda h: h.line),
        )
    return marked or headings_by_layout(lines, first)


def _without_agenda(lines: Sequence[Line], found: list[Heading]) -> list[Heading]:
    """Rule I6: drop a run of numbered headings that comes again with text below."""
    numbered = [heading for heading in found if heading.number]
    restart = next(
        (i for i, heading in enumerate(numbered) if i and heading.number == numbered[0].number), None
    )
    if restart is None:
        return found
    early = {folded(heading.text) for heading in numbered[:restart]}
    late = {folded(heading.text) for heading in numbered[restart:]}
    bare = all(
        b.line <= a.last_line + 2 for a, b in zip(numbered[: restart - 1], numbered[1:restart], strict=True)
    )
    if bare and len(early & late) * 2 >= len(early):
        dropped = {heading.line for heading in numbered[:restart]}
        return [heading for heading in found if heading.line not in dropped]
    return found

"""Which lines are headings of agenda items, with number and level.

Rules I1-I7: where headings carry numbers the number decides and the level does not (I1), headings
without number are sub-headings of the item before (I2); numbers may stand on plain lines (I3) or in
lists (I4); without numbers every content heading counts and its level gives the nesting (I5); a
list of headings that comes again with text below is the agenda, not the items (I6); text without
any marks has its headings by layout (I7); in a table with a row for each item, a cell names it (I8); words
beside or before their text head it (I9, I10), and so may entries of lists (I11, I12).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from samsyn.minutes.headings.breaks import headings_by_indent, headings_within_blocks
from samsyn.minutes.headings.counted import bare_headings, lettered_headings
from samsyn.minutes.headings.kinds import leading_number
from samsyn.minutes.headings.layout import headings_by_layout
from samsyn.minutes.headings.listed import leading_entries, lone_entries
from samsyn.minutes.headings.marked import marked_headings
from samsyn.minutes.headings.numbered import numbered_headings
from samsyn.minutes.headings.paragraphs import headings_as_paragraphs
from samsyn.minutes.headings.rows import table_headings
from samsyn.minutes.headings.run_in import run_in_headings
from samsyn.minutes.headings.timed import timed_headings
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.headings.kinds import Heading
    from samsyn.minutes.lines import Line


def is_frame(text: str) -> bool:
    """Whether a heading only frames the notes ("Dagordning", "Mötets öppnande 19.15")."""
    key = folded(lexicon().pattern("time_behind").sub("", text))
    return key in lexicon().words("title", "frame") or key in lexicon().words("title", "agenda")


def is_standing(text: str) -> bool:
    """Whether a heading is an item of its own on whatever level it stands ("Övrigt")."""
    return folded(text) in lexicon().words("title", "standing")


def find_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    """The headings of items and sub-headings from line `first` on, in order."""
    marked = marked_headings(lines, first)
    rows = table_headings(lines, first)
    if len(rows) < 2:
        return _outside_tables(lines, first, marked)
    around = _numbered_around(lines, first, marked, rows)
    if around:
        rows = [replace(row, number=None, number_at=None) for row in rows]
    beside = around or [heading for heading in marked if not heading.number]
    return sorted(rows + beside, key=lambda heading: heading.line)


def _numbered_around(
    lines: Sequence[Line], first: int, marked: list[Heading], rows: Sequence[Heading]
) -> list[Heading]:
    """The numbered headings of notes in which a table has parts of one of them in its rows."""
    if sum(1 for heading in marked if heading.number) >= 2:
        return _without_agenda(marked)
    if any(row.number for row in rows):
        return []
    found = _outside_tables(lines, first, marked)
    around = len(found) >= 2 and found[0].line < rows[0].line and found[0].number is not None
    return found if around else []


def _outside_tables(lines: Sequence[Line], first: int, marked: list[Heading]) -> list[Heading]:
    """The headings by marks, numbers, lists or layout, whatever tables hold."""
    if sum(1 for heading in marked if heading.number) >= 2:
        return _without_agenda(_with_plain(lines, first, marked))
    plain = _plain_headings(lines, first)
    sections = bool(plain) and _is_section(plain[0])
    if sections or (len(plain) >= 2 and sum(1 for h in marked if not is_frame(h.text)) < 2):
        taken = {heading.line for heading in plain}
        more = [heading for heading in marked if heading.line not in taken and not heading.number]
        return _without_agenda(sorted(plain + more, key=lambda heading: heading.line))
    leading = leading_entries(lines, first) or lone_entries(lines, first) or timed_headings(lines, first)
    if not leading and sum(1 for heading in marked if not is_frame(heading.text)) <= 1:
        leading = run_in_headings(lines, first)
    if leading:
        return sorted([*marked, *leading], key=lambda heading: heading.line)
    return marked or _unmarked_headings(lines, first)


def _with_plain(lines: Sequence[Line], first: int, marked: list[Heading]) -> list[Heading]:
    """With items whose number fits beside bold ones, where a line goes on ("5) Nästa möte 2 juni")."""
    bold = [heading for heading in marked if heading.number]
    if any(heading.rule != "I1b" for heading in bold):
        return marked
    order = {leading_number(heading.number or ""): heading.line for heading in bold}
    outer = {min(order) - 1, max(order) + 1}
    more = [
        heading
        for heading in numbered_headings(lines, first)
        if (number := leading_number(heading.number or "")) in outer - {0}
        and (heading.line < order[number + 1] if number < min(order) else heading.line > order[number - 1])
    ]
    return sorted([*marked, *more], key=lambda heading: heading.line)


def _unmarked_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    by_layout, apart = headings_by_layout(lines, first), headings_as_paragraphs(lines, first)
    if len(apart) > len(by_layout):
        return apart
    return by_layout or headings_within_blocks(lines, first) or headings_by_indent(lines, first)


def _plain_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    signed = numbered_headings(lines, first)
    if signed and not _is_section(signed[0]) and (mixed := _some_unsigned(lines, signed)):
        return mixed
    return signed or bare_headings(lines, first) or lettered_headings(lines, first)


def _some_unsigned(lines: Sequence[Line], signed: list[Heading]) -> list[Heading]:
    """Rule I3b: numbers that go on without sign behind the first ("1. Läget", "2 Lokaler", "3 Ekonomi")."""
    if len(signed) > 1:
        return []
    bare = bare_headings(lines, signed[0].last_line + 1)
    return [*signed, *bare] if bare and bare[0].number == "2" and signed[0].number == "1" else []


def _is_section(heading: Heading) -> bool:
    return heading.rule == "I3§"


def _without_agenda(found: list[Heading]) -> list[Heading]:
    """Rule I6: drop a run of numbered headings that comes again with text below."""
    numbered = [heading for heading in found if heading.number]
    again = (at for at, heading in enumerate(numbered) if at and heading.number == numbered[0].number)
    restart = next(again, None)
    if restart is None:
        return found
    agenda = numbered[:restart]
    early = {folded(heading.text) for heading in agenda}
    late = {folded(heading.text) for heading in numbered[restart:]}
    bare = all(below.line <= above.last_line + 1 for above, below in pairwise(agenda))
    if not bare or len(early & late) * 2 < len(early):
        return found
    dropped = {heading.line for heading in agenda}
    return [heading for heading in found if heading.line not in dropped]

"""Where the head of the notes ends and which headings are those of items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.days import find_mentions
from samsyn.minutes.header.title import is_front_text
from samsyn.minutes.headings import find_headings, is_frame
from samsyn.minutes.headings.agenda_tables import agenda_rows
from samsyn.minutes.headings.listed import agenda_entries
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Precision
from samsyn.minutes.texts import normal
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.headings.kinds import Heading
    from samsyn.minutes.lines import Line

_TIME_FIELDS = frozenset({"date", "time", "place_and_time"})
_LISTS = frozenset({"present", "absent"})
_HEAD_FIELDS = _TIME_FIELDS | _LISTS | {"place", "called", "chair", "secretary", "adjuster"}
_LONG_TEXT = 45  # characters of a line that is running text, and neither a name nor a label
_MIN_ENTRIES = 3
_MIN_TOLD = 2  # headings with text below that no head has
_SHORTEST_TEXT = 40  # characters
_NAME_END = re.compile(r"[,(]|\s{2,}|\t")


def find_frame(lines: Sequence[Line], title_line: int) -> tuple[list[Heading], int]:
    """The headings of items, and the first line that is not part of the head of the notes."""
    sections = any(line.text.startswith("§") for line in lines[: max(0, title_line)])
    start = 0 if sections else title_line + 1
    headings = _below_head(lines, find_headings(lines, start))
    listed = next((at for at in range(start, len(lines)) if _opens_head(lines[at])), None)
    people = _numbered_people(lines, headings)
    headings = [heading for heading in headings if heading.line not in people]
    if listed is not None and not _are_told_before(lines, headings, listed):
        headings = [heading for heading in headings if heading.line > listed or heading.number]
    first = _first_line(lines, headings, start)
    if all(is_frame(heading.text) and not heading.number for heading in headings):
        stop = next((at for at in range(start, first) if _opens_head(lines[at])), first)
        agenda = agenda_entries(lines, start, stop) or agenda_rows(lines, start, first)
        headings = [*agenda, *headings]
    return headings, first


def _below_head(lines: Sequence[Line], found: Sequence[Heading]) -> list[Heading]:
    """The headings without those of the head; a time ("Sommaren") may head an item below it."""
    kept: list[Heading] = []
    for heading in found:
        if not _is_in_head(lines, heading) or (kept and _heads_time(lines, heading)):
            kept.append(heading)
    return kept


def _heads_time(lines: Sequence[Line], heading: Heading) -> bool:
    """Whether a heading tells a time, and no page, above text; only one of the file may tell a day."""
    words = lines[heading.line].text
    if lexicon().pattern("page_number").fullmatch(words):
        return False
    if heading.rule != "I1" and _tells_day(words):
        return False
    below = lines[heading.last_line + 1] if heading.last_line + 1 < len(lines) else None
    return below is not None and not below.heading and find_label(below) is None


def _tells_day(words: str) -> bool:
    told = [mention.precision for mention in find_mentions(words)]
    return not told or any(precision in {Precision.DAY, Precision.DAYS} for precision in told)


def _are_told_before(lines: Sequence[Line], headings: Sequence[Heading], listed: int) -> bool:
    """Whether items stand above the first label of the head, which so is one of the end of the notes."""
    below = [lines[heading.last_line + 1] for heading in headings if heading.last_line + 1 < listed]
    return sum(1 for line in below if not line.heading and find_label(line) is None) >= _MIN_TOLD


def _first_line(lines: Sequence[Line], headings: Sequence[Heading], start: int) -> int:
    """The first heading; or the end of the head, where what was said begins without any heading."""
    ends = _end_of_head(lines, start)
    first = min((heading.line for heading in headings), default=ends)
    if not headings or any(heading.number for heading in headings) or ends <= start:
        return first
    between = lines[ends:first]
    entries = sum(1 for line in between if line.kind is BlockKind.LIST_ENTRY and _tells(line))
    return ends if entries >= _MIN_ENTRIES else first


def _tells(line: Line) -> bool:
    """Whether an entry of a list is running text, and no name."""
    return line.marker != "" and len(line.text) > _SHORTEST_TEXT and not _starts_with_name(line)


def _numbered_people(lines: Sequence[Line], headings: Sequence[Heading]) -> set[int]:
    """Lines that number the people of a list, straight below its label, and so head no items."""
    found: set[int] = set()
    for heading in headings:
        above = heading.line - 1
        label = find_label(lines[above]) if above >= 0 and heading.number else None
        opens = label is not None and label.field in _LISTS and label.value_at >= len(lines[above].text)
        if (opens or above in found) and is_name(normal(_NAME_END.split(heading.text)[0])):
            found.add(heading.line)
    return found


def _opens_head(line: Line) -> bool:
    """Whether a line tells day or attendance by label, as only the head does."""
    label = find_label(line)
    return label is not None and (label.field in _TIME_FIELDS or label.field == "present")


def _is_in_head(lines: Sequence[Line], heading: Heading) -> bool:
    """Whether a heading tells day, page, title or a group of attendees, and so heads no item."""
    line = lines[heading.line]
    if is_front_text(line) and heading.rule != "I3§":
        return True
    if heading.rule != "I1b" or heading.number:
        return False
    if is_name(normal(line.text)):
        return True
    below = lines[heading.last_line + 1] if heading.last_line + 1 < len(lines) else None
    if below is None or below.heading or below.text.endswith("."):
        return False
    return _starts_with_name(below)


def _starts_with_name(line: Line) -> bool:
    return is_name(normal(_NAME_END.split(line.text)[0]))


def _end_of_head(lines: Sequence[Line], start: int) -> int:
    """Notes without headings: the head ends behind the last label at the top."""
    end = start
    for at in range(start, len(lines)):
        label = find_label(lines[at])
        if label is None or label.field not in _HEAD_FIELDS:
            continue
        if end > start and label.value_at >= len(lines[at].text) and _is_told_between(lines[end:at]):
            break
        end = at + 1
        if label.field in _LISTS or label.value_at >= len(lines[at].text):
            end = _end_of_list(lines, at)
    return end


def _is_told_between(lines: Sequence[Line]) -> bool:
    """Whether running text stands between the head and a word alone ("Lokal"), which so opens a matter."""
    told = (line for line in lines if len(line.text) > _LONG_TEXT and not _starts_with_name(line))
    return sum(1 for _ in told) >= _MIN_ENTRIES


def _end_of_list(lines: Sequence[Line], at: int) -> int:
    """The first line behind the block of a label, and behind the names below it."""
    end = at + 1
    while end < len(lines) and (lines[end].block == lines[at].block or _starts_with_name(lines[end])):
        end += 1
    return end

"""Attendance told in running text: "Med på mötet var …", "… hade fått förhinder" (rule A20)."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.clauses import find_clauses, tells_attendance
from samsyn.minutes.attendance.people import attendee_of_entry
from samsyn.minutes.attendance.pieces import Entry
from samsyn.minutes.attendance.told_names import find_named
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from samsyn.minutes.attendance.clauses import Clause
    from samsyn.minutes.attendance.told_names import Named, Place
    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Attendee
    from samsyn.reading import Document

_JOINED = re.compile(r"[\s,;&]*(?:\b(?:och|samt)\b)?[\s,]*")
_TAIL = re.compile(r"(?:[\s,;&]+|(?<=\s)(?:och|samt|från))$")
_NUMBERED = re.compile(r"(?:§ ?)?\d{1,3}[.)]? +[^.!?\n]{2,60}$")
_MIN_BEHIND = 2
_GAP = "    "  # parts columns: what holds it is no sentence
_FIRST_ITEM = 12  # lines


def told_entries(text: str, start: int, *, alone: bool, few: bool = True) -> list[Entry]:
    """Persons of whom a passage tells that they were there or not.

    Args:
        text: A passage of running text.
        start: Its place in `Document.text`.
        alone: Single given names count as names.
        few: A single person is enough to tell who was there.
    """
    found: list[Entry] = []
    for begin, end in sentences(text):
        for clause in find_clauses(text, begin, end):
            named = find_named(text, clause.start, clause.end, alone=alone)
            if not few and clause.present and len(named) < _MIN_BEHIND:
                continue
            found.extend(_entries(text, start, named, clause))
    return found


def read_told(
    document: Document, lines: Sequence[Line], stop: int, listed: Sequence[Line], found: Sequence[Attendee]
) -> list[Attendee]:
    """Attendees that sentences tell of, in the head of the notes and outside of its lists.

    Where nobody was found yet, the lines of the first item are looked at too.

    Args:
        document: The whole document.
        lines: All lines of the notes.
        stop: How many of them stand before the first item.
        listed: Lines that lists were read from.
        found: Attendees of the lists.
    """
    taken = {line.start for line in listed}
    head_ends = lines[stop].start if stop < len(lines) else len(document.text)
    reach = stop if any(person.present for person in found) else stop + _FIRST_ITEM
    telling = [
        (text, first.start)
        for first, last in _passages(lines[:reach], taken)
        if tells_attendance(text := document.text[first.start : last.end])
    ]
    entries: list[Entry] = []
    for text, start in telling:
        entries += told_entries(text, start, alone=False, few=start < head_ends)
    if not any(person.present for person in found):
        by_given_names = _by_given_names(telling)
        full = sum(1 for entry in entries if not _has_initial(document.text[slice(*entry.name)]))
        entries = by_given_names if len(by_given_names) > _MIN_BEHIND * full else entries
    return [attendee_of_entry(document, entry, present=True) for entry in entries]


def _has_initial(name: str) -> bool:
    """Whether a name ends in the first letter of a surname alone ("Moa L")."""
    return len(name.rstrip(".").split()[-1]) == 1


def _by_given_names(telling: Sequence[tuple[str, int]]) -> list[Entry]:
    """Persons by given names alone, where passages tell that several of them were there (rule A21)."""
    found = [entry for text, start in telling for entry in told_entries(text, start, alone=True, few=False)]
    return found if sum(1 for entry in found if not entry.absent) > _MIN_BEHIND else []


def _passages(lines: Sequence[Line], taken: Collection[int]) -> Iterator[tuple[Line, Line]]:
    """First and last lines of the stretches of running text among the lines, outside of lists."""
    for (_, apart), block in groupby(lines, key=lambda line: (line.block, _is_apart(line, taken))):
        several = list(block)
        if apart:
            continue
        first = several[0]
        if first.cell or first.heading or _GAP in "".join(line.text for line in several):
            continue
        if find_label(first) and not opens_sentence(first):
            continue
        yield first, several[-1]


def _is_apart(line: Line, taken: Collection[int]) -> bool:
    """Whether a line belongs to a list, or is a numbered heading above the sentences of its block."""
    return line.start in taken or (_NUMBERED.match(line.text) is not None and not line.text.endswith("."))


def opens_sentence(line: Line) -> bool:
    """Whether a line that begins like a label goes on as a sentence ("Med var Rut Vifell och …")."""
    led = lexicon().pattern("there_before").match(line.text) if line.cell is None else None
    return led is not None and ":" not in line.text[: led.end() + 1] and not line.bold_end


def _entries(text: str, start: int, named: list[Named], clause: Clause) -> Iterator[Entry]:
    """The persons of a clause, each with the words behind the name; "A och B från X" share X."""
    origin: Place | None = None
    found: list[Entry] = []
    for order in range(len(named) - 1, -1, -1):
        name, title, before = named[order]
        following = named[order + 1] if order + 1 < len(named) else None
        stop = _end_of_description(text, name[1], following, clause)
        said = text[name[1] : stop]
        told, begin = lexicon().pattern("told_origin").match(said), name[1]
        if told:
            origin = (begin + told.start("who"), begin + told.end("who"))
            begin = origin[1]
        elif not _JOINED.fullmatch(said):
            origin = None
        group = before or origin or clause.group
        found.append(
            Entry(
                _moved(name, start),
                (begin + start, stop + start),
                "A20",
                group=_moved(group, start) if group else None,
                absent=not clause.present,
                title=_moved(title, start) if title else None,
            )
        )
    yield from reversed(found)


def _end_of_description(text: str, begin: int, following: Named | None, clause: Clause) -> int:
    """Where the words about a person end: before what joins the next name, and the title before it."""
    if following is None:
        return max(begin, clause.end)
    stop = min(place[0] for place in following if place)
    while (joined := _TAIL.search(text, begin, stop)) and joined.start() < stop:
        stop = joined.start()
    return stop


def _moved(place: Place, by: int) -> Place:
    return place[0] + by, place[1] + by

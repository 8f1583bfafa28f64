"""Attendance told in running text: "Med på mötet var …", "… hade fått förhinder" (rule A20)."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.attendance.names import is_given_name, is_name, is_title_word, organisation_length
from samsyn.minutes.attendance.people import attendee_of_entry
from samsyn.minutes.attendance.pieces import Entry
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded, normal, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Attendee
    from samsyn.reading import Document

Place = tuple[int, int]
_BRACKET = re.compile(r"\([^()]*\)")
_JOINED = re.compile(r"[\s,;&]*(?:\b(?:och|samt)\b)?[\s,]*")
_MIN_BEHIND = 2
_GAP = "    "  # parts columns: what holds it is no sentence
_NEAR = 60  # letters before a name that tell of it
_FIRST_ITEM = 12  # lines


class Named(NamedTuple):
    """A name in a sentence, with the title or the organisation in small letters before it."""

    place: Place
    title: Place | None = None
    origin: Place | None = None


class Clause(NamedTuple):
    """A part of a sentence that tells of attendance: where its names stand, and whether they came.

    Attributes:
        leads: Whether the words that tell stand before the names.
        group: The organisation that all of them are from.
    """

    start: int
    end: int
    present: bool
    leads: bool = True
    group: Place | None = None


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
        for clause in _clauses(text, begin, end):
            named = _names(text, clause.start, clause.end, alone=alone)
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
        for first, last in _passages([line for line in lines[:reach] if line.start not in taken])
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


def _passages(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """First and last lines of the blocks of running text among the lines."""
    for _, block in groupby(lines, key=lambda line: line.block):
        several = list(block)
        first = several[0]
        if first.cell or first.heading or _GAP in "".join(line.text for line in several):
            continue
        if find_label(first) and not opens_sentence(first):
            continue
        yield first, several[-1]


def opens_sentence(line: Line) -> bool:
    """Whether a line that begins like a label goes on as a sentence ("Med var Rut Vifell och …")."""
    led = lexicon().pattern("there_before").match(line.text) if line.cell is None else None
    return led is not None and ":" not in line.text[: led.end() + 1] and not line.bold_end


def tells_attendance(text: str) -> bool:
    """Whether a sentence holds words that tell who was there or not."""
    return any(
        lexicon().search(name, text)
        for name in ("there_before", "gone_before", "there_behind", "gone_behind")
    )


def _clauses(text: str, begin: int, end: int) -> list[Clause]:
    """The clauses of a sentence that tell of attendance; names alone belong to the clause beside them."""
    found: list[Clause] = []
    at = waiting = begin
    for border in [*_borders(text, begin, end), (end, end)]:
        clause = _clause(text, at, border[0])
        if clause:
            found.append(clause if clause.leads else clause._replace(start=min(clause.start, waiting)))
        elif lexicon().pattern("other_verb").search(text, at, border[0]):
            waiting = border[1]
        elif found and found[-1].leads:
            found[-1] = found[-1]._replace(end=border[0])
        at = border[1]
        waiting = at if clause or (found and found[-1].leads) else waiting
    return found


def _borders(text: str, begin: int, end: int) -> list[Place]:
    return [match.span() for match in lexicon().pattern("clause_end").finditer(text, begin, end)]


def _clause(text: str, begin: int, end: int) -> Clause | None:
    """A clause by the words that lead names in or stand behind them; absence is tried first."""
    words = text[begin:end]
    if gone := lexicon().search("gone_before", words):
        return Clause(begin + gone.end(), end, present=False)
    if gone := lexicon().search("gone_behind", words):
        lead, group = _teller(words[: gone.start()], begin)
        return Clause(begin + lead, begin + gone.start(), present=False, leads=False, group=group)
    if there := lexicon().search("there_before", words):
        origin = there.span("group")
        group = (begin + origin[0], begin + origin[1]) if there["group"] else None
        return Clause(begin + there.end(), end, present=True, group=group)
    if there := lexicon().search("there_behind", words):
        return Clause(begin, begin + there.start(), present=True, leads=False)
    return None


def _teller(words: str, begin: int) -> tuple[int, Place | None]:
    """Who reported the absence ("Trosa hade meddelat att …"): the organisation of those named."""
    told = lexicon().pattern("has_told").search(words)
    if told is None:
        return 0, None
    who = words[: told.start()].rstrip()
    at = len(words[: told.start()]) - len(words[: told.start()].lstrip())
    return told.end(), None if is_name(normal(who)) or not who.strip() else (begin + at, begin + len(who))


def _names(text: str, begin: int, end: int, *, alone: bool) -> list[Named]:
    """The names between two positions, without those in brackets and those of organisations."""
    clear = _BRACKET.sub(lambda match: "x" * len(match[0]), text[begin:end])
    found = []
    for match in lexicon().pattern("name_told").finditer(clear):
        place = _without_opener(match[0], begin + match.start())
        origin = None
        if lexicon().pattern("before_place").search(text[max(begin, place[0] - _NEAR) : place[0]]):
            origin, place = _behind_origin(text, *place)
            if origin is None:
                continue
        words = normal(text[slice(*place)])
        if is_name(words) or (alone and is_given_name(words)):
            near = max(begin, place[0] - _NEAR)
            told = lexicon().pattern("origin_before").search(text[near : place[0]])
            if told:
                origin = (near + told.start("who"), near + told.end("who"))
            found.append(Named(place, _title(text, begin, place[0]), origin))
    return found


def _behind_origin(text: str, start: int, end: int) -> tuple[Place | None, Place]:
    """An organisation and the name behind it ("från Polisen Rut Vifell"); None where no name follows."""
    words = list(re.finditer(r"\S+", text[start:end]))
    size = organisation_length([word[0] for word in words])
    if not 0 < size < len(words):
        return None, (start, end)
    return (start, start + words[size - 1].end()), (start + words[size].start(), end)


def _without_opener(words: str, start: int) -> Place:
    """A name without the word that opens the sentence, or a title in capital ("Även Rut", "Rektor Rut")."""
    end = start + len(words)
    while words:
        first, *_ = words.split(None, 1)
        if folded(first) not in lexicon().words("persons", "openers") and not is_title_word(first):
            break
        rest = words[len(first) :].lstrip()
        start, words = end - len(rest), rest
    return start, end


def _title(text: str, begin: int, at: int) -> Place | None:
    begin = max(begin, at - _NEAR)
    match = lexicon().pattern("title_before").search(text[begin:at])
    if match is None or not _ends_in_title(match["title"]):
        return None
    return begin + match.start("title"), begin + match.end("title")


def _ends_in_title(words: str) -> bool:
    """Whether words end in a title, in any form ("kuratorn")."""
    last = words.rsplit(maxsplit=1)[-1]
    return any(is_title_word(word) for word in (last, last.removesuffix("n"), last.removesuffix("en")))


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


_TAIL = re.compile(r"(?:[\s,;&]+|(?<=\s)(?:och|samt|från))$")


def _moved(place: Place, by: int) -> Place:
    return place[0] + by, place[1] + by

"""Who was there and who was not, with title, organisation, role and part of the meeting.

Rules A1-A13 in docs/reading/attendance.md. An organisation in the list is no person; where nobody
but organisations is listed, they are kept as such.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.columns import columns_apart, names_then_organisations
from samsyn.minutes.attendance.flat_tables import flat_rows
from samsyn.minutes.attendance.listed import Listed
from samsyn.minutes.attendance.lists import entries_of
from samsyn.minutes.attendance.people import attendee_of_entry, attendee_of_row, is_struck
from samsyn.minutes.attendance.regions import find_regions
from samsyn.minutes.attendance.surnames import given_name_first
from samsyn.minutes.attendance.tables import read_rows
from samsyn.minutes.attendance.told import read_told
from samsyn.minutes.labels import field_of
from samsyn.minutes.records import Doubt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.attendance.region import Region
    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Attendee
    from samsyn.reading import Document

__all__ = ["read_attendance"]

_FEWEST_AT_END = 2
_ITEM = re.compile(r"(?:§ ?)?\d{1,3}[.)]? +")


def read_attendance(
    document: Document, lines: Sequence[Line], stop: int
) -> tuple[list[Attendee], list[Doubt]]:
    """Those present and absent by the lists among the first `stop` lines.

    Returns:
        The attendees in the order of the notes, and doubts (a name struck through).
    """
    regions = find_regions(columns_apart(lines[:stop]), loose=True)
    listed = Listed([line.text for region in regions for line in region.lines], _bare_texts(regions))
    found = _in_columns(document, regions) or [
        person for region in regions for person in _attendees(document, region, listed)
    ]
    found += read_told(document, lines, stop, [line for region in regions for line in region.lines], found)
    found = found or _at_end(document, lines[stop:])
    attendees = given_name_first(document.text, _once(_shared_affiliation(_persons(found))))
    return attendees, _struck(document, attendees)


def _persons(found: list[Attendee]) -> list[Attendee]:
    """Without organisations, where anybody is listed by name (rules A3, A3o)."""
    named = [person for person in found if person.name.rule != "A3o"]
    return named or found


def _at_end(document: Document, lines: Sequence[Line]) -> list[Attendee]:
    """Lists that stand below the items, where nobody was found above them."""
    regions = [region for region in find_regions(list(map(_unnumbered, lines))) if region.label]
    listed = Listed([line.text for region in regions for line in region.lines], _bare_texts(regions))
    found = [person for region in regions for person in _attendees(document, region, listed)]
    return found if sum(1 for person in found if person.present) >= _FEWEST_AT_END else []


def _unnumbered(line: Line) -> Line:
    """A label of a list without the number of the item that it heads ("§ 2 Närvarande")."""
    number = _ITEM.match(line.text)
    if number is None or field_of(line.text[number.end() :]) not in {"present", "absent"}:
        return line
    return replace(line, text=line.text[number.end() :], start=line.start + number.end(), labels={})


def _in_columns(document: Document, regions: Sequence[Region]) -> list[Attendee]:
    """The persons of lists whose organisations stand behind all names (rule A9)."""
    return [
        attendee_of_entry(document, entry, present=present)
        for entry, present in names_then_organisations(regions)
    ]


def _bare_texts(regions: Sequence[Region]) -> list[str]:
    """The text of each list without its label."""
    return [
        "\n".join(line.text for line in region.lines)[region.skip :] for region in regions if region.lines
    ]


def _attendees(document: Document, region: Region, listed: Listed) -> list[Attendee]:
    """The persons of one list or table."""
    cells = [line for line in region.lines if line.cell is not None]
    rows = list(read_rows(cells)) if cells else flat_rows(region.head, region.lines)
    if rows:
        return [attendee_of_row(document, row, present=region.present) for row in rows]
    columns = _in_columns(document, [region])
    if columns:
        return columns
    entries = entries_of(document, region, listed)
    return [attendee_of_entry(document, entry, present=region.present) for entry in entries]


def _struck(document: Document, attendees: Sequence[Attendee]) -> list[Doubt]:
    """Rule A10: a struck name counts as absent, and a doubt asks."""
    return [
        Doubt(
            f"{person.name.value} är struken i listan över närvarande. Räknas som frånvarande. Stämmer det?",
            f"attendees[{at}].present",
            person.name.span,
            "A10",
        )
        for at, person in enumerate(attendees)
        if not person.present and is_struck(document, person.name.span)
    ]


def _shared_affiliation(attendees: list[Attendee]) -> list[Attendee]:
    """Somebody struck out without an organisation of his own has the one of his substitute."""
    found = list(attendees)
    for at, person in enumerate(found[:-1]):
        following = found[at + 1]
        replaced = following.substitute_for.value if following.substitute_for else None
        if not person.present and person.affiliation is None and replaced == person.name.value:
            found[at] = replace(person, affiliation=following.affiliation)
    return found


def _once(attendees: list[Attendee]) -> list[Attendee]:
    """Each person once; the first mention counts."""
    seen: set[str] = set()
    kept = []
    for person in attendees:
        key = person.name.value.casefold()
        if key not in seen:
            seen.add(key)
            kept.append(person)
    return kept

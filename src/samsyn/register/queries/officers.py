"""Chairs and secretaries whom only the head of the notes names: they were in the room too."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import F
from django.db.models.functions import Substr

from samsyn.register.models import Attendance, Meeting, Organisation, Value
from samsyn.register.recognition import person_key, recognise

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

PRINCIPALS = ("municipality", "region")
OFFICES = ("chair", "secretary")
BEHIND = 80  # characters behind a name in which its organisation stands
AFFILIATION = re.compile(r"\s*(?:,|\()\s*(?P<words>[^\n\t;()]+)")


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who led a meeting or took its notes, and stands in no list of it.

    Attributes:
        office: "chair" or "secretary".
    """

    name: str
    office: str
    organisation: Organisation


class _Named(NamedTuple):
    """A chair or secretary by name."""

    meeting: int
    day: date | None
    office: str
    name: str
    person: int | None


def unlisted_officers(meetings: Iterable[int]) -> dict[int, list[Officer]]:
    """Chairs and secretaries who are in no list of a meeting, present or absent, by the meeting's id.

    Those whose municipality or region stands behind the name in the head; else that which the person
    last came from. Five questions to the database for any number of meetings, two where all are listed.
    """
    found: dict[int, list[Officer]] = defaultdict(list)
    named = _named_in_heads(list(meetings))
    if not named:
        return found
    behind = _words_behind({one.meeting for one in named})
    came, known = _came_from({one.person for one in named if one.person}), _principals()
    for one in named:
        key = _named_behind(behind.get((one.meeting, one.office), "")) or _last_from(
            came[one.person or 0], one.day
        )
        if key in known:
            found[one.meeting].append(Officer(one.name, one.office, known[key]))
    return found


def _named_in_heads(meetings: list[int]) -> list[_Named]:
    """Chairs and secretaries who stand in no list of their meeting."""
    listed = _listed(meetings)
    led = Meeting.objects.filter(pk__in=meetings).values_list(
        "pk", "start_on", "chair_name", "chair_id", "secretary_name", "secretary_id"
    )
    rows = [
        _Named(meeting, day, office, name, person)
        for meeting, day, chair, chair_id, secretary, secretary_id in led
        for office, name, person in (("chair", chair, chair_id), ("secretary", secretary, secretary_id))
        if name
    ]
    return [row for row in rows if not _is_listed(row, listed[row.meeting])]


def _listed(meetings: list[int]) -> dict[int, dict[str, int | None]]:
    """Names in the lists of each meeting, with the ids of the people where they are known."""
    rows = Attendance.objects.filter(meeting__in=meetings, removed=False).order_by()
    listed: dict[int, dict[str, int | None]] = defaultdict(dict)
    for meeting, name, person in rows.values_list("meeting_id", "name", "person_id"):
        listed[meeting][name] = person or listed[meeting].get(name)
    return listed


def _is_listed(row: _Named, listed: dict[str, int | None]) -> bool:
    """Whether somebody stands in a list, by who they are or as their name is written."""
    if row.name in listed or (row.person and row.person in listed.values()):
        return True
    return person_key(row.name) in {person_key(name) for name in listed}


def _words_behind(meetings: set[int]) -> dict[tuple[int, str], str]:
    """The words behind the names of chair and secretary in the notes that hold, by meeting and office."""
    values = Value.objects.filter(
        meeting__in=meetings, field__in=OFFICES, end__isnull=False, meeting__versions__is_current=True
    )
    words = values.annotate(behind=Substr("meeting__versions__text", F("end") + 1, BEHIND))
    return {
        (meeting, field): text for meeting, field, text in words.values_list("meeting_id", "field", "behind")
    }


def _named_behind(words: str) -> str:
    """Key of the municipality or region that begins some words; empty where none does."""
    match = AFFILIATION.match(words)
    meant = recognise(match["words"]) if match else None
    return meant.key if meant is not None and meant.kind in PRINCIPALS else ""


def _came_from(people: set[int]) -> dict[int, list[tuple[date | None, str]]]:
    """When people came, and from which municipality or region."""
    rows = Attendance.objects.filter(
        person__in=people, organisation__kind__in=PRINCIPALS, removed=False, meeting__start_on__isnull=False
    ).order_by("meeting__start_on")
    came: dict[int, list[tuple[date | None, str]]] = defaultdict(list)
    for person, day, key in rows.values_list("person_id", "meeting__start_on", "organisation__key"):
        came[person or 0].append((day, key or ""))
    return came


def _last_from(came: list[tuple[date | None, str]], day: date | None) -> str:
    """Key of the municipality or region that somebody last came from before a day."""
    earlier = [key for came_on, key in came if came_on and day and came_on < day]
    return earlier[-1] if earlier else ""


def _principals() -> dict[str, Organisation]:
    """The municipalities and regions that are known, by key."""
    return {one.key: one for one in Organisation.objects.filter(kind__in=PRINCIPALS)}

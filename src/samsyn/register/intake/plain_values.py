"""Every value of a reading as a row to be: whose it is, its field, and the value as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

from samsyn.minutes.records import Found, Owner, Period, Reference

if TYPE_CHECKING:
    from samsyn.minutes.records import Doubt, Minutes

MEETING_FIELDS = ("title", "held", "start", "end", "place", "chair", "secretary", "next_meeting")
ATTENDANCE_FIELDS = ("name", "title", "affiliation", "on_behalf_of", "role", "substitute_for", "part")
ITEM_FIELDS = ("heading", "number")
STATEMENT_FIELDS = ("text", "kind", "owner", "due")
# How the reading calls the lists that an object stands in.
LISTS = {"attendance": "attendees", "item": "items", "statement": "statements"}
# What a doubt calls a field, where the value that it is about is called something else: who is in
# the list of those present, or struck out of it, is said by the place of the name.
ASKED_AS = {"present": "name", "presenters": "presenter", "references": "reference", "bodies": "body"}
SEVERAL = frozenset({"body", "reference", "presenter", "excluded"})  # fields that may come more than once


@dataclass(slots=True)
class ReadValue:
    """A value that was read; not frozen, since notes give hundreds, and frozen ones take longer to make.

    Attributes:
        owner: "meeting", "attendance", "item" or "statement".
        index: Which one, by position in the reading; 0 for the meeting.
        plain: The value as JSON.
    """

    owner: str
    index: int
    field: str
    plain: Any
    found: Found[Any]


def values_of(minutes: Minutes) -> list[ReadValue]:
    """All values of a reading, the meeting's own first."""
    values = _singles("meeting", 0, minutes, MEETING_FIELDS)
    values += _several("meeting", 0, "body", minutes.bodies)
    values += _several("meeting", 0, "reference", minutes.references)
    for index, attendee in enumerate(minutes.attendees):
        values += _singles("attendance", index, attendee, ATTENDANCE_FIELDS)
    for index, item in enumerate(minutes.items):
        values += _singles("item", index, item, ITEM_FIELDS)
        values += _several("item", index, "presenter", item.presenters)
    for index, statement in enumerate(minutes.statements):
        values += _singles("statement", index, statement, STATEMENT_FIELDS)
        values += _several("statement", index, "reference", statement.references)
        values += _several("statement", index, "excluded", statement.excluded)
    return values


def place_of(read: ReadValue) -> str:
    """Where a value stands in the reading: "held", "attendees[2].name", "items[0].presenter@512"."""
    at = f"@{read.found.span.start}" if read.field in SEVERAL else ""
    owner = "" if read.owner == "meeting" else f"{LISTS[read.owner]}[{read.index}]."
    return f"{owner}{read.field}{at}"


def place_asked_about(doubt: Doubt) -> str:
    """The place of the value that a doubt is about, as `place_of` gives it; there need not be one."""
    owner, dot, name = doubt.about.rpartition(".")
    field = ASKED_AS.get(name, name)
    return f"{owner}{dot}{field}" + (f"@{doubt.span.start}" if field in SEVERAL else "")


def plain_value(value: object) -> Any:
    """A value as JSON: text, or an object of texts for a period, owner or reference."""
    if type(value) is str:  # most are
        return value
    if isinstance(value, Period):
        return {"start": _day(value.start), "end": _day(value.end), "precision": value.precision.value}
    if isinstance(value, Owner):
        return {"name": value.name, "kind": value.kind.value}
    if isinstance(value, Reference):
        on = plain_value(value.on) if value.on else None
        return {"target": value.target.value, "names": list(value.names), "on": on}
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _singles(owner: str, index: int, record: object, fields: tuple[str, ...]) -> list[ReadValue]:
    """The fields of a record that hold a value."""
    return [
        ReadValue(owner, index, field, plain_value(found.value), found)
        for field in fields
        if (found := getattr(record, field)) is not None
    ]


def _several(owner: str, index: int, field: str, all_found: tuple[Found[Any], ...]) -> list[ReadValue]:
    """A field that may come more than once."""
    return [ReadValue(owner, index, field, plain_value(found.value), found) for found in all_found]

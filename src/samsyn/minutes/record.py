"""The record in its short form: one JSON object a note, for comparison with expected readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Kind, Precision
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from samsyn.minutes.records import AgendaItem, Attendee, Found, Minutes, Statement

_PART = "I13"
_FORMAL_RULES = frozenset({"S1", "S2", "S3", "S4", "S6", "S9"})


class PersonRecord(TypedDict):
    """A person by name and organisation as written."""

    name: str
    affiliation: str | None


class ItemRecord(TypedDict):
    """An agenda item."""

    number: str | None
    heading: str


class ActionRecord(TypedDict):
    """Something to be done, with owner and due as written."""

    text: str
    responsible: str | None
    due: str | None


class Record(TypedDict):
    """A note's reading in short: days as ISO dates, times as HH:MM, spans as they stand in the text."""

    body: str | None
    title: str | None
    date: str | None
    start: str | None
    end: str | None
    place: str | None
    chair: str | None
    secretary: str | None
    present: list[PersonRecord]
    absent: list[PersonRecord]
    items: list[ItemRecord]
    decisions: list[str]
    agreements: list[str]
    actions: list[ActionRecord]
    next_meeting: str | None


def to_record(minutes: Minutes) -> Record:
    """The short form of a reading."""
    held, upcoming = minutes.held, minutes.next_meeting
    return Record(
        body=" och ".join(found.value for found in minutes.bodies) or None,
        title=_value(minutes.title),
        date=held.value.start.isoformat() if held and held.value.start else None,
        start=f"{minutes.start.value:%H:%M}" if minutes.start else None,
        end=f"{minutes.end.value:%H:%M}" if minutes.end else None,
        place=_value(minutes.place),
        chair=_value(minutes.chair),
        secretary=_value(minutes.secretary),
        present=[_person(person) for person in minutes.attendees if person.present],
        absent=[_person(person) for person in minutes.attendees if not person.present],
        items=[_agenda_item(item) for item in _listed(minutes)],
        decisions=[s.text.value for s in minutes.statements if _is_decision(s)],
        agreements=[s.text.value for s in minutes.statements if s.kind.value is Kind.AGREED_OUTCOME],
        actions=[_action(s) for s in minutes.statements if s.action],
        next_meeting=(upcoming.value.start.isoformat() if upcoming.value.start else upcoming.words)
        if upcoming
        else None,
    )


def _value(found: Found[str] | None) -> str | None:
    return found.value if found else None


def _person(person: Attendee) -> PersonRecord:
    same = person.affiliation is not None and person.affiliation.value == person.name.value
    return PersonRecord(name=person.name.value, affiliation=None if same else _value(person.affiliation))


def _agenda_item(item: AgendaItem) -> ItemRecord:
    return ItemRecord(number=_value(item.number), heading=item.heading.value)


def _listed(minutes: Minutes) -> list[AgendaItem]:
    """Numbered items alone where numbers are used, else all headings but those of parts of an item."""
    numbered = [item for item in minutes.items if item.number]
    return numbered or [item for item in minutes.items if item.heading.rule != _PART]


def _is_decision(statement: Statement) -> bool:
    """Decisions, and matters put off by a formal decision."""
    if statement.kind.value is Kind.DECISION:
        return True
    if statement.kind.value is not Kind.POSTPONEMENT:
        return False
    formal = lexicon().search("put_off_formally", statement.kind.words)
    return statement.kind.rule in _FORMAL_RULES or formal is not None


def _action(statement: Statement) -> ActionRecord:
    due = statement.due
    exact = due is not None and due.rule == "S35" and due.value.precision is Precision.DAY
    return ActionRecord(
        text=statement.text.value,
        responsible=normal(statement.owner.words) if statement.owner else None,
        due=due.value.start.isoformat() if exact and due and due.value.start else due.words if due else None,
    )

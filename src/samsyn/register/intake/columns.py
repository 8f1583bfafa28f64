"""The columns of each object as a reading gives them, grouped by the value that they come from.

A person's word about a value stands when a new version comes in: then its group is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from samsyn.minutes.casts import ways_to_name
from samsyn.minutes.records import OwnerKind
from samsyn.register.recognition import person_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samsyn.minutes.records import AgendaItem, Attendee, Found, Minutes, Owner, Period, Statement
    from samsyn.register.intake.actors import Actors
    from samsyn.register.models import Organisation, Person

Columns = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Room:
    """Those in a meeting's list, by whom names in its notes are told apart.

    Attributes:
        by_short_name: By given name, surname, given name and initial, and initials as written ("BIS").
    """

    by_key: Mapping[str, Person]
    by_short_name: Mapping[str, tuple[Person, ...]]

    @classmethod
    def of(cls, people: Iterable[Person | None]) -> Room:
        """The people of a list of attendance; None where it is not known who somebody is."""
        by_key: dict[str, Person] = {}
        short: dict[str, tuple[Person, ...]] = {}
        for person in (one for one in people if one is not None):
            by_key[person.key] = person
            for name in {person.key.split()[0], *ways_to_name(person.name)}:
                short[name] = (*short.get(name, ()), person)
        return cls(by_key, short)

    def find(self, name: str, actors: Actors) -> Person | None:
        """Who a name means: somebody in the list, or the only one of that name.

        By a part of the name or initials alone, if only one in the list has them.
        """
        key = person_key(name)
        if key in self.by_key:
            return self.by_key[key]
        named = self.by_short_name.get(key) or self.by_short_name.get(name.strip(), ())
        if not named and " " in key:
            return actors.find_person(name)
        return named[0] if len(named) == 1 else None


def meeting_columns(minutes: Minutes) -> Columns:
    """Columns of a meeting, without the people, who are known once the list is written."""
    held = minutes.held.value if minutes.held else None
    return {
        "title": {"title": _text(minutes.title, 500)},
        "held": {
            "start_on": held.start if held else None,
            "end_on": held.end if held else None,
            "precision": held.precision.value if held else "",
            "day_words": minutes.held.words[:300] if minutes.held else "",
        },
        "start": {"starts_at": minutes.start.value if minutes.start else None},
        "end": {"ends_at": minutes.end.value if minutes.end else None},
        "place": {"place": minutes.place.value if minutes.place else ""},
    }


def officer_columns(minutes: Minutes, room: Room, actors: Actors) -> Columns:
    """Who led the meeting and who wrote."""
    chair, secretary = _text(minutes.chair), _text(minutes.secretary)
    return {
        "chair": {"chair_name": chair, "chair": room.find(chair, actors) if chair else None},
        "secretary": {
            "secretary_name": secretary,
            "secretary": room.find(secretary, actors) if secretary else None,
        },
    }


def attendance_columns(attendee: Attendee, actors: Actors, *, taken: set[int]) -> Columns:
    """Columns of a row of attendance; `taken` are the people earlier in the same list, and grows."""
    affiliation = _text(attendee.affiliation)
    organisation = _organisation_of(attendee.name.value, affiliation, actors)
    person = actors.person(attendee.name.value, organisation, taken=taken)
    if person is not None:
        taken.add(person.pk)
    behalf = _text(attendee.on_behalf_of)
    return {
        "name": {"name": _text(attendee.name), "person": person, "present": attendee.present},
        "title": {"title": _text(attendee.title)},
        "affiliation": {"affiliation": affiliation, "organisation": organisation},
        "on_behalf_of": {
            "on_behalf_of_words": behalf,
            "on_behalf_of": actors.body(behalf) if behalf else None,
        },
        "role": {"role": _text(attendee.role)},
        "substitute_for": {"substitute_for": _text(attendee.substitute_for)},
        "part": {"part": _text(attendee.part)},
    }


def _organisation_of(name: str, affiliation: str, actors: Actors) -> Organisation | None:
    """Where somebody is from; behind a first name alone only what is known already.

    Parents' meetings write a child's name there ("Vera (Alva)"), which shall be no row of its own.
    """
    if not affiliation:
        return None
    is_first_name = " " not in person_key(name)
    return actors.find_organisation(affiliation) if is_first_name else actors.organisation(affiliation)


def item_columns(item: AgendaItem) -> Columns:
    """Columns of an agenda item, without its parent."""
    return {
        "heading": {"heading": item.heading.value},
        "number": {"number": _text(item.number, 40)},
        "place": {"level": item.level, "start": item.span.start, "end": item.span.end},
    }


def statement_columns(statement: Statement, room: Room, actors: Actors) -> Columns:
    """Columns of a statement, without its item and what it answers."""
    return {
        "text": {"text": statement.text.value},
        "kind": {"kind": statement.kind.value.value, "is_action": statement.action},
        "owner": _owner_columns(statement.owner.value if statement.owner else None, room, actors),
        "due": _due_columns(statement.due),
    }


def apply_columns(row: Any, columns: Columns, *, kept: frozenset[str] = frozenset()) -> None:
    """Set the columns of a row, except the groups that a person has decided on."""
    for group, values in columns.items():
        if group not in kept:
            for column, value in values.items():
                setattr(row, column, value)


def draft_of(*groups: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """Groups of columns as a row to be written: ids in the place of what they point to."""
    draft = more
    for group in groups:
        for column, value in group.items():
            if isinstance(value, Model):
                draft[f"{column}_id"] = value.pk
            elif value is not None:
                draft[column] = value
    return draft


def search_text(text: str, owner_name: str) -> str:
    """The words of a statement as they are searched."""
    return f"{text} {owner_name}".casefold()


def _owner_columns(owner: Owner | None, room: Room, actors: Actors) -> dict[str, Any]:
    """The owner's name and what it is, and the row that it is, where that is clear."""
    columns: dict[str, Any] = {
        "owner_name": owner.name[:300] if owner else "",
        "owner_kind": owner.kind.value if owner else "",
        "owner_person": None,
        "owner_organisation": None,
        "owner_body": None,
    }
    if owner is None:
        return columns
    if owner.kind is OwnerKind.PERSON:
        columns["owner_person"] = room.find(owner.name, actors)
    elif owner.kind is OwnerKind.ORGANISATION:
        columns["owner_organisation"] = actors.find_organisation(owner.name)
    elif owner.kind is OwnerKind.BODY:
        columns["owner_body"] = actors.find_body(owner.name)
    return columns


def _due_columns(due: Found[Period] | None) -> dict[str, Any]:
    """When it is to be done."""
    return {
        "due_start": due.value.start if due else None,
        "due_end": due.value.end if due else None,
        "due_precision": due.value.precision.value if due else "",
        "due_words": due.words[:300] if due else "",
    }


def _text(found: Found[str] | None, longest: int = 300) -> str:
    """A text as it fits its column; the whole of it stays in the value."""
    return found.value[:longest] if found else ""

"""What a doubt can be answered with, by the rule that raised it.

Most doubts are answered by saying that the reading is right. Where the other answer is known too, or
the notes leave a choice, a row of `CHOICES` says how the answers are found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from samsyn.minutes.records import Kind, OwnerKind
from samsyn.register.queries.meetings import next_of_same_bodies
from samsyn.register.recognition import person_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.models import Model

    from samsyn.register.models import Doubt, Meeting, Person, Reference, Value

AS_READ = "as_read"
KEEP, TAKE = "keep", "take"  # what a person has said, or what a later reading says
PRESENT = "present"
INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a doubt.

    Attributes:
        code: What the answer is called: "as_read", "present", "information", "person-7", "meeting-12",
            "keep", "take".
        rows: What it changes: rows, each with its columns as they become. Nothing where the reading is right.
        subject: The person or meeting that it names.
    """

    code: str
    rows: tuple[tuple[Model, dict[str, Any]], ...] = field(default=(), repr=False)
    subject: Person | Meeting | None = None


READING_IS_RIGHT = Answer(AS_READ)


class Answers:
    """The answers to the doubts of one meeting; what several of them hang on is looked up once."""

    def __init__(self, meeting: Meeting) -> None:
        """Take a meeting; what has been fetched of it is not asked for again."""
        self.meeting = meeting

    def to(self, doubt: Doubt) -> tuple[Answer, ...]:
        """What a doubt can be answered with; that the reading is right is always one of them."""
        if doubt.offered is not None:
            return (Answer(KEEP), Answer(TAKE))
        choices = CHOICES.get(doubt.rule)
        found = tuple(choices(self, doubt.value)) if choices and doubt.value else ()
        return found or (READING_IS_RIGHT,)

    def named(self, name: str) -> list[Person]:
        """Those in the list of attendance whom a given name or initials can mean."""
        key = person_key(name)
        rows = [row for row in self.meeting.attendances.all() if row.person is not None and not row.removed]
        people = [row.person for row in rows if row.person and key in _short_names(row.name)]
        return list(dict.fromkeys(people))

    @cached_property
    def coming(self) -> Meeting | None:
        """The nearest known meeting of the same bodies after this one."""
        return next_of_same_bodies(self.meeting)


def _presence(_: Answers, value: Value) -> Iterator[Answer]:
    """Was somebody whose name is struck out there or not?"""
    if value.attendance is not None:
        yield READING_IS_RIGHT
        yield Answer(PRESENT, ((value.attendance, {"present": True}),))


def _kind(_: Answers, value: Value) -> Iterator[Answer]:
    """Does the sentence bind somebody, or does it tell how things are?"""
    if value.statement is not None:
        yield READING_IS_RIGHT
        yield Answer(INFORMATION, ((value.statement, {"kind": Kind.INFORMATION.value, "is_action": False}),))


def _owner(answers: Answers, value: Value) -> Iterator[Answer]:
    """Which of those with the name is to act?"""
    people = answers.named(value.value["name"])
    if value.statement is None or len(people) < 2:
        return
    for person in people:
        columns = {
            "owner_kind": OwnerKind.PERSON.value,
            "owner_name": person.name,
            "owner_person": person.pk,
            "owner_organisation": None,
            "owner_body": None,
        }
        yield Answer(f"person-{person.pk}", ((value.statement, columns),), person)
    yield READING_IS_RIGHT


def _presenter(answers: Answers, value: Value) -> Iterator[Answer]:
    """Which of those with the name presents?"""
    people = answers.named(value.value)
    if value.item is None or len(people) < 2:
        return
    presenters = [row for row in value.item.presenters.all() if row.name == value.value]
    for person in people:
        rows = tuple((row, {"person": person.pk}) for row in presenters)
        yield Answer(f"person-{person.pk}", rows, person)
    yield READING_IS_RIGHT


def _meant_meeting(answers: Answers, value: Value) -> Iterator[Answer]:
    """Is it the next meeting?"""
    coming = answers.coming
    if coming is not None:
        pointers = [row for row in answers.meeting.references.all() if _says(row, value)]
        rows = tuple((row, {"target_meeting": coming.pk}) for row in pointers)
        yield Answer(f"meeting-{coming.pk}", rows, coming)
    yield READING_IS_RIGHT


CHOICES: dict[str, Callable[[Answers, Value], Iterator[Answer]]] = {
    "A10": _presence,
    "O5": _owner,
    "P3": _presenter,
    "R2": _meant_meeting,
    "S12": _kind,
    "S13": _kind,
    "S32": _kind,
}


def _says(pointer: Reference, value: Value) -> bool:
    return pointer.statement_id == value.statement_id and pointer.words == value.words


def _short_names(name: str) -> set[str]:
    """The given name and the initials."""
    parts = person_key(name).split()
    return {parts[0], "".join(part[0] for part in parts)} if parts else set()

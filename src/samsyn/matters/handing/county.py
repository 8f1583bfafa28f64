"""Who there is in the register, and what a meeting's notes hold, as hand-overs are read from them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from samsyn.matters.handing.directory import PRINCIPALS, Directory, forms_of
from samsyn.matters.handing.known import Known
from samsyn.matters.handing.records import Day, Line, Section
from samsyn.register.models import (
    AgendaItem,
    Attendance,
    Body,
    BodyAlias,
    Meeting,
    Organisation,
    Reference,
    Suggestion,
    SuggestionKind,
    SuggestionState,
)

if TYPE_CHECKING:
    from samsyn.register.models import Statement

BY_PERSON = ("person", "role")


@dataclass(frozen=True, slots=True)
class County:
    """What is the same for all meetings.

    Attributes:
        bodies: Ids by key, other names too.
        together: The sets of bodies that meet together.
        alike: Of bodies that may be one, as nobody has denied: the others.
        inside: Keys of the municipalities and regions that people in them come from.
        organisations: Names of all that are known, by the forms in which notes write them.
        directories: Those that have been asked for, by whose meeting it is.
        known: What has been read of meetings.
    """

    bodies: dict[str, int]
    together: frozenset[tuple[int, ...]]
    alike: dict[int, set[int]]
    inside: frozenset[str]
    organisations: dict[str, str]
    directories: dict[tuple[int, ...], Directory] = field(default_factory=dict, compare=False, repr=False)
    known: Known = field(default_factory=Known, compare=False, repr=False)

    @classmethod
    def load(cls) -> County:
        """Who there is now; six questions."""
        bodies = dict(Body.objects.values_list("key", "pk"))
        bodies.update(BodyAlias.objects.values_list("key", "body"))
        of: dict[int, set[int]] = defaultdict(set)
        sits = Meeting.bodies.through.objects
        beside = sits.filter(meeting=OuterRef("meeting")).exclude(body=OuterRef("body"))
        for meeting, body in sits.filter(Exists(beside)).values_list("meeting", "body"):
            of[meeting].add(body)
        alike: dict[int, set[int]] = defaultdict(set)
        pairs = Suggestion.objects.filter(kind=SuggestionKind.BODY).exclude(state=SuggestionState.REFUSED)
        for left, right in pairs.values_list("left_id", "right_id"):
            alike[left].add(right)
            alike[right].add(left)
        together = frozenset(tuple(sorted(ids)) for ids in of.values())
        came = Attendance.objects.filter(organisation=OuterRef("pk"), meeting__bodies__isnull=False)
        known = Organisation.objects.filter(Exists(came), kind__in=PRINCIPALS)
        inside = frozenset(known.order_by().values_list("key", flat=True))
        organisations = forms_of(Organisation.objects.order_by("pk").values_list("name", flat=True))
        return cls(bodies, together, dict(alike), inside, organisations)

    def same(self, body: int) -> set[int]:
        """A body and those that may be the same."""
        return {body} | self.alike.get(body, set())

    def directory(self, own: tuple[int, ...]) -> Directory:
        """Who there is, as those of a meeting of some bodies speak of them."""
        if own not in self.directories:
            joint = own if len(own) > 1 else next(iter(self.together)) if len(self.together) == 1 else ()
            self.directories[own] = Directory(self.bodies, own, joint, self.inside, self.organisations)
        return self.directories[own]


@dataclass(frozen=True, slots=True)
class NotesRead:
    """A meeting's items and statements, by id, beside the sections made of them."""

    sections: list[tuple[int | None, Section]]
    statements: dict[int, Statement]
    items: dict[int, AgendaItem]
    meant: dict[tuple[int | None, str], int]


def read_sections(meeting: Meeting) -> NotesRead:
    """The sections of a meeting's notes; three questions.

    `meant` has the meeting that a time means, by statement and its words.
    """
    items = {item.pk: item for item in meeting.items.all()}
    said = {
        row.pk: row for row in meeting.statements.filter(removed=False, merged_into=None).order_by("position")
    }
    days: dict[int | None, list[Day]] = defaultdict(list)
    meant: dict[tuple[int | None, str], int] = {}
    for row in Reference.objects.filter(meeting=meeting, removed=False).order_by("pk"):
        if row.precision:
            days[row.statement_id].append(Day(row.words, row.start_on, row.end_on, row.precision))
        if row.target_meeting_id:
            meant[row.statement_id, row.words] = row.target_meeting_id
    below: dict[int | None, list[Line]] = defaultdict(list)
    for one in said.values():
        below[one.item_id if one.item_id in items else None].append(_line(one, tuple(days[one.pk])))
    sections: list[tuple[int | None, Section]] = [
        (item.pk, Section(item.heading, tuple(below[item.pk]), _in_heading(item, days[None])))
        for item in items.values()
    ]
    if below[None]:
        sections.append((None, Section("", tuple(below[None]))))
    return NotesRead(sections, said, items, meant)


def _line(row: Statement, days: tuple[Day, ...]) -> Line:
    due = (Day(row.due_words, row.due_start, row.due_end, row.due_precision),) if row.due_words else ()
    by_person = row.owner_kind in BY_PERSON
    owner = "" if by_person else row.owner_name
    return Line(row.pk, row.text, row.kind, (*due, *days), by_person, owner)


def _in_heading(item: AgendaItem, days: list[Day]) -> tuple[Day, ...]:
    return tuple(day for day in days if day.words and day.words in item.heading)

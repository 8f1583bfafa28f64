"""Builders of what tests need: small, keyword-only, with invented people.

`reading` writes the notes and the record of them side by side, so that tests of the register do not
hang on the rules of reading.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from samsyn.accounts.models import User
from samsyn.minutes.records import (
    AgendaItem,
    Attendee,
    Doubt,
    Found,
    Kind,
    Minutes,
    Owner,
    OwnerKind,
    Period,
    Precision,
    Reference,
    Statement,
    Target,
)
from samsyn.reading import BlockKind, Document, Origin, Span
from samsyn.reading.building import Builder, Piece
from samsyn.register.actions.import_notes import Intake
from samsyn.register.intake.files import Reading
from samsyn.register.models import Meeting, Role

if TYPE_CHECKING:
    from samsyn.register.intake.outcomes import Outcome
    from samsyn.register.models import Body

DAY = date(2026, 3, 5)


def user(*, email: str = "bo@exempel.se", name: str = "Bo Bengtsson", is_administrator: bool = False) -> User:
    """Somebody who signs in, without password."""
    return User.objects.create_user(email=email, name=name, is_administrator=is_administrator)


def administrator(*, email: str = "anna@exempel.se", name: str = "Anna Alm") -> User:
    """Somebody who may do everything."""
    return user(email=email, name=name, is_administrator=True)


def role(user: User, kind: str = "reader", **fields: Any) -> Role:
    """A role that somebody has had since long ago."""
    return Role.objects.create(user=user, kind=kind, **{"start_on": date(2025, 1, 1), **fields})


def reader() -> User:
    """Bo, who may read."""
    return role(user()).user


def secretary(body: Body | None = None) -> User:
    """Disa, who writes the notes of a body, or of all."""
    return role(user(email="disa@exempel.se", name="Disa Dahl"), "secretary", body=body).user


def days(start: date, *, n: int = 1, precision: Precision = Precision.DAY) -> Period:
    """One day, or `n` from it on."""
    return Period(start, start + timedelta(days=n), precision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """Somebody in the list of attendance."""

    name: str
    affiliation: str = ""
    present: bool = True
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement; `item` is a position among the headings."""

    text: str
    kind: Kind = Kind.DECISION
    item: int | None = None
    action: bool = False
    owner: str = ""
    owner_kind: OwnerKind = OwnerKind.ROLE
    due: date | None = None
    refers_to: date | None = None
    refers_to_bodies: tuple[str, ...] = ()


@dataclass(slots=True)
class Notes:
    """Notes being written: each line is a paragraph, and each value knows its place."""

    lines: list[str] = field(default_factory=list)
    length: int = 0

    def line(self, words: str, *, value: Any = None) -> Found[Any]:
        """Write a line and give back the value that it says, by default its own words."""
        start = self.length
        self.lines.append(words)
        self.length += len(words) + 1
        return Found(words if value is None else value, words, Span(start, start + len(words)), "T1")

    def document(self) -> Document:
        """The document of what was written."""
        builder = Builder("text")
        for index, words in enumerate(self.lines):
            builder.add(BlockKind.PARAGRAPH, [Piece(words, Origin("", index, 0))])
        return builder.document()


def reading(
    *,
    bodies: tuple[str, ...] = ("Nätverket för prov",),
    on: date | None = DAY,
    start: time | None = None,
    came: tuple[Came, ...] = (),
    headings: tuple[str, ...] = (),
    said: tuple[Said, ...] = (),
    chair: str = "",
    next_on: date | None = None,
    doubts: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
    name: str = "prov.txt",
    notice: bool = False,
) -> Reading:
    """A note as text and as record.

    Args:
        doubts: What each doubt is about ("held", "statements[0].owner").
        also: Lines that say nothing to the record, written last.
    """
    notes = Notes()
    head = _head(notes, bodies, on=on, start=start)
    attendees = tuple(_attendee(notes, one) for one in came)
    led = notes.line(chair) if chair else None
    found_headings = tuple(notes.line(heading) for heading in headings)
    statements = tuple(_statement(notes, one) for one in said)
    coming = notes.line(f"Nästa möte {next_on}", value=days(next_on)) if next_on else None
    for words in also:
        notes.line(words)
    minutes = replace(
        head,
        chair=led,
        attendees=attendees,
        items=tuple(AgendaItem(heading, heading.span) for heading in found_headings),
        statements=statements,
        next_meeting=coming,
        doubts=tuple(Doubt(f"Stämmer {about}?", about, Span(0, 5), "T1") for about in doubts),
        notice=notice,
    )
    return read_as(notes.document(), minutes, name=name)


def read_as(document: Document, minutes: Minutes, *, name: str = "prov.txt") -> Reading:
    """A reading of a document."""
    content = document.text.encode()
    sha256 = hashlib.sha256(content).hexdigest()
    return Reading.of(document, minutes, content=content, sha256=sha256, name=name, shown=name)


def imported(*readings: Reading) -> list[Outcome]:
    """What becomes of readings that are taken in one after the other."""
    intake = Intake(None)
    return [outcome for one in readings for outcome in intake.take([one])]


def meeting(**fields: Any) -> Meeting:
    """The meeting of a reading with these `fields`, taken into the register."""
    (outcome,) = imported(reading(**fields))
    assert outcome.meeting_id is not None
    return Meeting.objects.get(pk=outcome.meeting_id)


def _head(notes: Notes, bodies: tuple[str, ...], *, on: date | None, start: time | None) -> Minutes:
    """Title, bodies, day and time, each on a line of its own."""
    return Minutes(
        title=notes.line("Minnesanteckningar"),
        bodies=tuple(notes.line(body) for body in bodies),
        held=notes.line(f"Datum: {on}", value=days(on)) if on else None,
        start=notes.line(f"Tid: {start:%H.%M}", value=start) if start else None,
    )


def _attendee(notes: Notes, one: Came) -> Attendee:
    """A line for the name and one for each thing more that is known."""
    return Attendee(
        name=notes.line(one.name),
        present=one.present,
        affiliation=notes.line(one.affiliation) if one.affiliation else None,
        on_behalf_of=notes.line(one.on_behalf_of) if one.on_behalf_of else None,
    )


def _statement(notes: Notes, one: Said) -> Statement:
    """A line for the kind, the text, and each thing more that is known."""
    pointers: tuple[Found[Reference], ...] = ()
    kind = notes.line(f"{one.kind}:", value=one.kind)
    text = notes.line(one.text)
    if one.refers_to:
        pointer = Reference(Target.MEETING, one.refers_to_bodies, days(one.refers_to))
        pointers = (notes.line(f"se mötet {one.refers_to}", value=pointer),)
    return Statement(
        text=text,
        kind=kind,
        item=one.item,
        action=one.action,
        owner=notes.line(one.owner, value=Owner(one.owner, one.owner_kind)) if one.owner else None,
        due=notes.line(f"senast {one.due}", value=days(one.due)) if one.due else None,
        references=pointers,
    )

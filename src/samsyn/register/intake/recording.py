"""Write a reading as a new meeting: every object, value, doubt and reference, in bulk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from samsyn.history.models import Event
from samsyn.minutes import READER_VERSION
from samsyn.reading import document_to_json
from samsyn.register.intake.columns import (
    Columns,
    Room,
    apply_columns,
    attendance_columns,
    item_columns,
    meeting_columns,
    officer_columns,
    search_text,
    statement_columns,
)
from samsyn.register.intake.meetings import find_meant_meeting, find_next_meeting
from samsyn.register.intake.plain_values import ReadValue, values_of
from samsyn.register.models import (
    AgendaItem,
    Attendance,
    Body,
    Doubt,
    Meeting,
    MeetingState,
    NotesState,
    Presenter,
    Reference,
    Source,
    SourceVersion,
    Statement,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from samsyn.accounts.models import User
    from samsyn.minutes.records import Found, Minutes
    from samsyn.minutes.records import Reference as ReadReference
    from samsyn.register.intake.actors import Actors
    from samsyn.register.intake.files import Reading


@dataclass(slots=True)
class Rows:
    """The rows of one meeting, by position in the reading."""

    meeting: Meeting
    attendances: list[Attendance] = field(default_factory=list)
    items: list[AgendaItem] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def link(self, read: ReadValue) -> dict[str, Any]:
        """The object that a value belongs to, as columns of the value's row."""
        if read.owner == "meeting":
            return {}
        if read.owner == "attendance":
            return {"attendance": self.attendances[read.index]}
        if read.owner == "item":
            return {"item": self.items[read.index]}
        return {"statement": self.statements[read.index]}


def record_meeting(
    reading: Reading, meeting: Meeting | None, bodies: list[Body], actors: Actors, *, by: User | None
) -> Meeting:
    """Write a reading as a meeting of its own, or as the notes of one that was known without notes."""
    meeting, minutes = meeting or Meeting(), reading.minutes
    apply_columns(meeting, meeting_columns(minutes))
    meeting.state, meeting.notes_state = MeetingState.HELD, NotesState.FINALISED_ELSEWHERE
    meeting.save()
    meeting.bodies.set(bodies)
    store_version(reading, meeting, number=1, reason="")
    rows = _write_rows(minutes, meeting, actors)
    apply_columns(meeting, officer_columns(minutes, Room.of(rows.attendances), actors))
    meeting.next_meeting = (
        find_next_meeting(minutes.next_meeting, meeting, bodies) if minutes.next_meeting else None
    )
    meeting.save()
    write_references(minutes, rows, actors)
    values = Value.objects.bulk_create(
        [value_row(read, meeting, rows.link(read)) for read in values_of(minutes)]
    )
    write_doubts(minutes, rows, values)
    Event.objects.create(
        by=by,
        what="meeting.imported",
        subject_type="meeting",
        subject_id=meeting.pk,
        after={"file_name": reading.name, "sha256": reading.sha256, "n_values": len(values)},
    )
    return meeting


def store_source(reading: Reading) -> Source:
    """Keep the original, byte for byte."""
    source, _ = Source.objects.get_or_create(
        sha256=reading.sha256, defaults={"content": reading.content, "size": len(reading.content)}
    )
    return source


def store_version(reading: Reading, meeting: Meeting, *, number: int, reason: str) -> SourceVersion:
    """Keep the original and its text as the version that holds."""
    meeting.versions.filter(is_current=True).update(is_current=False)
    return SourceVersion.objects.create(
        meeting=meeting,
        source=store_source(reading),
        number=number,
        file_name=reading.name[:255],
        path=reading.shown,
        format=reading.document.format,
        document=document_to_json(reading.document),
        text=reading.document.text,
        reader_version=READER_VERSION,
        reason=reason,
    )


def value_row(read: ReadValue, meeting: Meeting, link: dict[str, Any]) -> Value:
    """A value as a row that is not written yet."""
    return Value(
        meeting=meeting,
        field=read.field,
        value=read.plain,
        words=read.found.words,
        start=read.found.span.start,
        end=read.found.span.end,
        rule=read.found.rule,
        certainty=read.found.certainty.value,
        **link,
    )


def write_references(minutes: Minutes, rows: Rows, actors: Actors) -> None:
    """Write what the meeting and its statements refer to."""
    said = [
        (found, rows.statements[index])
        for index, statement in enumerate(minutes.statements)
        for found in statement.references
    ]
    pointers = [_reference_row(found, rows.meeting, None, actors) for found in minutes.references]
    pointers += [_reference_row(found, rows.meeting, statement, actors) for found, statement in said]
    Reference.objects.bulk_create(pointers)


def write_doubts(
    minutes: Minutes, rows: Rows, values: list[Value], *, answered: Collection[tuple[str, str]] = ()
) -> None:
    """Write the doubts, each with the value that it is about where there is one.

    Args:
        minutes: The reading.
        rows: Its objects.
        values: Their values, as written.
        answered: What each doubt is about and its reason, for those that a person has answered before.
    """
    by_place = {_place_of(value): value for value in values}
    doubts = [
        Doubt(
            meeting=rows.meeting,
            value=by_place.get(doubt.about),
            about=doubt.about[:100],
            reason=doubt.reason,
            start=doubt.span.start,
            end=doubt.span.end,
            rule=doubt.rule,
        )
        for doubt in minutes.doubts
        if (doubt.about[:100], doubt.reason) not in answered
    ]
    Doubt.objects.bulk_create(doubts)


def write_items(minutes: Minutes, meeting: Meeting) -> list[AgendaItem]:
    """Write the agenda items, those without parent first."""
    rows = [AgendaItem(meeting=meeting, position=position) for position in range(len(minutes.items))]
    for row, item in zip(rows, minutes.items, strict=True):
        apply_columns(row, item_columns(item))
    AgendaItem.objects.bulk_create(
        row for row, item in zip(rows, minutes.items, strict=True) if item.parent is None
    )
    below = [
        (row, item.parent) for row, item in zip(rows, minutes.items, strict=True) if item.parent is not None
    ]
    for row, parent in below:
        row.parent = rows[parent]
        row.save()
    return rows


def write_presenters(minutes: Minutes, items: list[AgendaItem], room: Room, actors: Actors) -> None:
    """Write who presents what."""
    presenters = [
        Presenter(item=row, name=found.value[:300], person=room.find(found.value, actors))
        for row, item in zip(items, minutes.items, strict=True)
        for found in item.presenters
    ]
    Presenter.objects.bulk_create(presenters)


def set_statement(row: Statement, columns: Columns, kept: frozenset[str] = frozenset()) -> None:
    """Set the columns of a statement and the words it is searched by."""
    apply_columns(row, columns, kept=kept)
    row.search_text = search_text(row.text, row.owner_name)


def _write_rows(minutes: Minutes, meeting: Meeting, actors: Actors) -> Rows:
    """Write those present and absent, the agenda and what was said."""
    rows, taken = Rows(meeting), set[int]()
    for position, attendee in enumerate(minutes.attendees):
        attendance = Attendance(meeting=meeting, position=position)
        apply_columns(attendance, attendance_columns(attendee, actors, taken=taken))
        rows.attendances.append(attendance)
    Attendance.objects.bulk_create(rows.attendances)
    room = Room.of(rows.attendances)
    rows.items = write_items(minutes, meeting)
    write_presenters(minutes, rows.items, room, actors)
    for position, said in enumerate(minutes.statements):
        item = rows.items[said.item] if said.item is not None else None
        statement = Statement(meeting=meeting, position=position, item=item)
        set_statement(statement, statement_columns(said, room, actors))
        rows.statements.append(statement)
    Statement.objects.bulk_create(rows.statements)
    write_answers(minutes, rows.statements)
    return rows


def write_answers(minutes: Minutes, rows: list[Statement]) -> None:
    """Link answers to their questions."""
    answers = [(row, said.answer_to) for row, said in zip(rows, minutes.statements, strict=True)]
    linked = []
    for row, question in answers:
        if question is not None:
            row.answer_to = rows[question]
            linked.append(row)
    Statement.objects.bulk_update(linked, ["answer_to"])


def _reference_row(
    found: Found[ReadReference], meeting: Meeting, statement: Statement | None, actors: Actors
) -> Reference:
    """A reference as a row that is not written yet, with the meeting that it means."""
    on = found.value.on
    return Reference(
        meeting=meeting,
        statement=statement,
        target=found.value.target.value,
        names=list(found.value.names),
        start_on=on.start if on else None,
        end_on=on.end if on else None,
        precision=on.precision.value if on else "",
        target_meeting=find_meant_meeting(found, meeting, actors),
        words=found.words,
        start=found.span.start,
        end=found.span.end,
    )


def _place_of(value: Value) -> str:
    """How a doubt names a value: "held", "attendees[2].name"."""
    if value.attendance is not None:
        return f"attendees[{value.attendance.position}].{value.field}"
    if value.item is not None:
        return f"items[{value.item.position}].{value.field}"
    if value.statement is not None:
        return f"statements[{value.statement.position}].{value.field}"
    return value.field

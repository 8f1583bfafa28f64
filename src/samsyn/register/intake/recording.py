"""Write a reading as a new meeting: every object, value, doubt and reference, in bulk."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from samsyn.history.models import Event
from samsyn.minutes import READER_VERSION
from samsyn.register.intake.attachments import name_attachments
from samsyn.register.intake.columns import (
    Columns,
    Room,
    apply_columns,
    attendance_columns,
    draft_of,
    item_columns,
    meeting_columns,
    officer_columns,
    search_text,
    statement_columns,
)
from samsyn.register.intake.inserting import (
    append_drafts,
    insert,
    insert_columns,
    insert_drafts,
    take_ids,
    update_columns,
)
from samsyn.register.intake.meetings import find_meant_meeting, find_next_meeting, link_bodies
from samsyn.register.intake.plain_values import ReadValue, place_asked_about, place_of, values_of
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
from samsyn.register.search.keeping import mark_recorded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from samsyn.accounts.models import User
    from samsyn.minutes.records import Found, Minutes
    from samsyn.minutes.records import Reference as ReadReference
    from samsyn.register.intake.actors import Actors
    from samsyn.register.intake.files import Reading


@dataclass(slots=True)
class Rows:
    """Ids of the rows of one meeting, by position in the reading."""

    meeting: Meeting
    bodies: list[Body] = field(default_factory=list)
    attendances: Sequence[int] = ()
    items: Sequence[int] = ()
    statements: Sequence[int] = ()


def record_meeting(
    reading: Reading,
    meeting: Meeting | None,
    bodies: list[Body],
    actors: Actors,
    *,
    by: User | None,
    notes_state: NotesState = NotesState.FINALISED_ELSEWHERE,
) -> Meeting:
    """Write a reading as a meeting of its own, or as the notes of one that was known without notes."""
    known, meeting, minutes = meeting, meeting or Meeting(), reading.minutes
    apply_columns(meeting, meeting_columns(minutes))
    meeting.body_order = [body.key for body in bodies]
    meeting.state, meeting.notes_state = MeetingState.HELD, notes_state
    if not known:
        insert([meeting])
        link_bodies(meeting, bodies)
    else:
        update_columns(meeting, *(field.attname for field in Meeting._meta.concrete_fields))
        if actors.calendar.by_id[meeting.pk].bodies != {body.pk for body in bodies}:
            meeting.bodies.set(bodies)
    actors.calendar.put(meeting, bodies, path=reading.shown)
    store_version(reading, meeting, number=1, reason="")
    rows = Rows(meeting, in_order_of_name(bodies))
    room = _write_rows(minutes, rows, actors)
    apply_columns(meeting, officer_columns(minutes, room, actors))
    if minutes.next_meeting:
        meeting.next_meeting_id = find_next_meeting(minutes.next_meeting, meeting, bodies, actors.calendar)
    update_columns(meeting, "chair_id", "chair_name", "secretary_id", "secretary_name", "next_meeting_id")
    write_references(minutes, rows, actors)
    name_attachments(minutes, meeting, rows.items, meeting.attachments.all() if known else ())
    values = values_of(minutes)
    write_doubts(minutes, meeting, dict(zip(map(place_of, values), write_values(values, rows), strict=True)))
    after = {"file_name": reading.name, "sha256": reading.sha256, "n_values": len(values)}
    mark_recorded(meeting.pk, is_new=not known)
    append_drafts(Event, [{
        "by_id": by.pk if by else None, "what": "meeting.imported", "subject_type": "meeting",
        "subject_id": meeting.pk, "after": after,
    }])  # fmt: skip
    return meeting


def in_order_of_name(bodies: Iterable[Body]) -> list[Body]:
    """Bodies as the register gives them."""
    return sorted(bodies, key=attrgetter("name"))


def store_source(reading: Reading) -> int:
    """Keep the original, byte for byte; whoever asks has seen that it is not kept yet. Gives its id."""
    draft = {"sha256": reading.sha256, "content": reading.content, "size": len(reading.content)}
    return insert_drafts(Source, [draft])[0]


def store_version(reading: Reading, meeting: Meeting, *, number: int, reason: str) -> None:
    """Keep the original and its text as the version that holds; a correction may go back to a kept file."""
    kept = None
    if number > 1:
        meeting.versions.filter(is_current=True).update(is_current=False)
        kept = Source.objects.filter(sha256=reading.sha256).values_list("pk", flat=True).first()
    draft = {
        "meeting_id": meeting.pk,
        "source_id": kept or store_source(reading),
        "number": number,
        "file_name": reading.name[:255],
        "path": reading.shown,
        "format": reading.format,
        "document": reading.document,
        "text": reading.text,
        "reader_version": READER_VERSION,
        "reason": reason,
    }
    append_drafts(SourceVersion, [draft])


VALUE_COLUMNS = (
    "id", "meeting_id", "attendance_id", "item_id", "statement_id", "field", "value", "words",
    "start", "end", "rule", "certainty", "state", "lost", "decided_by_id", "decided_at",
)  # fmt: skip


def write_values(values: Sequence[ReadValue], rows: Rows) -> list[int]:
    """Write values, proposed as they were read; gives their ids in the same order."""
    ids, meeting_id = take_ids(Value, len(values)), rows.meeting.pk
    drafts = []
    for id_, read in zip(ids, values, strict=True):
        owner, found = read.owner, read.found
        drafts.append((
            id_, meeting_id,
            rows.attendances[read.index] if owner == "attendance" else None,
            rows.items[read.index] if owner == "item" else None,
            rows.statements[read.index] if owner == "statement" else None,
            read.field, read.plain, found.words, *found.span, found.rule, str(found.certainty),
            "proposed", False, None, None,
        ))  # fmt: skip
    insert_columns(Value, VALUE_COLUMNS, drafts)
    return ids


def write_references(minutes: Minutes, rows: Rows, actors: Actors) -> None:
    """Write what the meeting and its statements refer to."""
    said = [
        (found, rows.statements[index])
        for index, statement in enumerate(minutes.statements)
        for found in statement.references
    ]
    drafts = [_reference_draft(found, rows, None, actors) for found in minutes.references]
    drafts += [_reference_draft(found, rows, statement, actors) for found, statement in said]
    append_drafts(Reference, drafts)


def write_doubts(
    minutes: Minutes,
    meeting: Meeting,
    values: Mapping[str, int],
    *,
    answered: Collection[tuple[str, str]] = (),
    decided: Collection[int] = (),
) -> None:
    """Write the doubts, each with the value that it is about where there is one.

    Args:
        minutes: The reading.
        meeting: Whose doubts they are.
        values: Id of each value by its place in the reading, as `place_of` gives it.
        answered: What each doubt is about and its reason, for those that a person has answered before.
        decided: Ids of values that a person has confirmed or corrected; they are not doubted again.
    """
    asked = [(doubt, values.get(place_asked_about(doubt))) for doubt in minutes.doubts]
    drafts = [
        {
            "meeting_id": meeting.pk,
            "value_id": value,
            "about": doubt.about[:100],
            "reason": doubt.reason,
            "start": doubt.span.start,
            "end": doubt.span.end,
            "rule": doubt.rule,
        }
        for doubt, value in asked
        if (doubt.about[:100], doubt.reason) not in answered and value not in decided
    ]
    append_drafts(Doubt, drafts)


def write_presenters(minutes: Minutes, items: Sequence[int], room: Room, actors: Actors) -> None:
    """Write who presents what."""
    presenters = [
        draft_of({"person": room.find(found.value, actors)}, item_id=id_, name=found.value[:300])
        for id_, item in zip(items, minutes.items, strict=True)
        for found in item.presenters
    ]
    append_drafts(Presenter, presenters)


def set_statement(row: Statement, columns: Columns, kept: frozenset[str] = frozenset()) -> None:
    """Set the columns of a statement and the words it is searched by."""
    apply_columns(row, columns, kept=kept)
    row.search_text = search_text(row.text, row.owner_name)


def link_answers(minutes: Minutes, rows: list[Statement]) -> list[Statement]:
    """Let answers point to their questions, unwritten; gives those that do."""
    answers = [
        (row, said.answer_to)
        for row, said in zip(rows, minutes.statements, strict=True)
        if said.answer_to is not None
    ]
    for row, question in answers:
        row.answer_to = rows[question]
    return [row for row, _ in answers]


def _write_rows(minutes: Minutes, rows: Rows, actors: Actors) -> Room:
    """Write those present and absent, the agenda and what was said; gives who was there."""
    room = _write_attendances(minutes, rows, actors)
    _write_items(minutes, rows)
    write_presenters(minutes, rows.items, room, actors)
    _write_statements(minutes, rows, room, actors)
    return room


def _write_attendances(minutes: Minutes, rows: Rows, actors: Actors) -> Room:
    taken = set[int]()
    all_columns = [attendance_columns(attendee, actors, taken=taken) for attendee in minutes.attendees]
    drafts = [
        draft_of(*columns.values(), meeting_id=rows.meeting.pk, position=position)
        for position, columns in enumerate(all_columns)
    ]
    rows.attendances = insert_drafts(Attendance, drafts)
    return Room.of(columns["name"]["person"] for columns in all_columns)


def _write_items(minutes: Minutes, rows: Rows) -> None:
    rows.items = take_ids(AgendaItem, len(minutes.items))
    drafts = [
        draft_of(*item_columns(item).values(), meeting_id=rows.meeting.pk, position=position)
        for position, item in enumerate(minutes.items)
    ]
    for draft, item in zip(drafts, minutes.items, strict=True):
        draft["parent_id"] = rows.items[item.parent] if item.parent is not None else None
    insert_drafts(AgendaItem, drafts, ids=rows.items)


def _write_statements(minutes: Minutes, rows: Rows, room: Room, actors: Actors) -> None:
    rows.statements = take_ids(Statement, len(minutes.statements))
    drafts = []
    for position, said in enumerate(minutes.statements):
        draft = draft_of(*statement_columns(said, room, actors).values(), position=position)
        draft["meeting_id"] = rows.meeting.pk
        draft["item_id"] = rows.items[said.item] if said.item is not None else None
        draft["answer_to_id"] = rows.statements[said.answer_to] if said.answer_to is not None else None
        draft["search_text"] = search_text(draft["text"], draft["owner_name"])
        drafts.append(draft)
    insert_drafts(Statement, drafts, ids=rows.statements)


def _reference_draft(
    found: Found[ReadReference], rows: Rows, statement: int | None, actors: Actors
) -> dict[str, Any]:
    """A reference as a row to be, with the meeting that it means."""
    on = found.value.on
    return {
        "meeting_id": rows.meeting.pk,
        "statement_id": statement,
        "target": found.value.target.value,
        "names": list(found.value.names),
        "start_on": on.start if on else None,
        "end_on": on.end if on else None,
        "precision": on.precision.value if on else "",
        "target_meeting_id": find_meant_meeting(found, rows.meeting, rows.bodies, actors),
        "words": found.words,
        "start": found.span.start,
        "end": found.span.end,
    }

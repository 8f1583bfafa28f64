"""Write a reading as a new meeting: every object, value, doubt and reference, in bulk."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from samsyn.history.models import Event
from samsyn.register.intake.attachments import name_attachments
from samsyn.register.intake.columns import (
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
from samsyn.register.intake.dependents import (
    Rows,
    write_doubts,
    write_presenters,
    write_references,
    write_values,
)
from samsyn.register.intake.inserting import (
    append_drafts,
    insert,
    insert_drafts,
    take_ids,
    update_columns,
)
from samsyn.register.intake.meetings import find_next_meeting, link_bodies
from samsyn.register.intake.plain_values import place_of, values_of
from samsyn.register.intake.storing import store_version
from samsyn.register.models import (
    AgendaItem,
    Attendance,
    Body,
    Meeting,
    MeetingState,
    NotesState,
    Statement,
)
from samsyn.register.search.keeping import mark_recorded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.accounts.models import User
    from samsyn.minutes.records import Minutes
    from samsyn.register.intake.actors import Actors
    from samsyn.register.intake.files import Reading


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

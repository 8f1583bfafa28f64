"""Write those present, the agenda and what was said as a new version reads them; each row stays itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.register.intake.columns import (
    Columns,
    Room,
    apply_columns,
    attendance_columns,
    item_columns,
    search_text,
    statement_columns,
)
from samsyn.register.intake.matching import Told, match_names, match_statements
from samsyn.register.intake.reconciling import KEPT
from samsyn.register.models import AgendaItem, Attendance, Statement
from samsyn.register.recognition import person_key

if TYPE_CHECKING:
    from samsyn.minutes.records import Minutes
    from samsyn.register.intake.actors import Actors
    from samsyn.register.intake.pairing import Pairing


def revise_attendances(now: Pairing, actors: Actors) -> Room:
    """Those present and absent: the same name is the same row."""
    written: list[Attendance] = []
    old = list(now.meeting.attendances.select_related("person").order_by("position", "id"))
    attendees = now.minutes.attendees
    names = [person_key(attendee.name.value) for attendee in attendees]
    known = [person_key(now.as_read("attendance", row, "name")) for row in old]
    pairs = match_names(known, names, cutoff=92.0)
    taken: set[int] = set()
    for index, attendee in enumerate(attendees):
        row = old[pairs[index]] if index in pairs else Attendance(meeting=now.meeting)
        columns = attendance_columns(attendee, actors, taken=taken)
        if row.person is not None and person_key(row.name) == names[index]:
            columns["name"]["person"] = row.person
        row.position = index
        apply_columns(row, columns, kept=now.reconcile("attendance", index, row))
        row.removed = now.is_rejected("attendance", row, "name")
        row.save()
        written.append(row)
    now.rows.attendances = [row.pk for row in written]
    now.retire("attendance", [row for o, row in enumerate(old) if o not in pairs.values()], "name")
    return Room.of(row.person for row in written)


def revise_items(now: Pairing) -> list[AgendaItem]:
    """The agenda: the same number and heading, or a heading much like it."""
    written: list[AgendaItem] = []
    old = list(now.meeting.items.order_by("position", "id"))
    items = now.minutes.items
    known = [now.as_read("item", row, "heading") for row in old]
    pairs = match_names(known, [item.heading.value for item in items], cutoff=80.0)
    for index, item in enumerate(items):
        row = old[pairs[index]] if index in pairs else AgendaItem(meeting=now.meeting)
        row.position = index
        row.parent = written[item.parent] if item.parent is not None else None
        apply_columns(row, item_columns(item), kept=now.reconcile("item", index, row))
        row.save()
        written.append(row)
    now.rows.items = [row.pk for row in written]
    for row in (row for o, row in enumerate(old) if o not in pairs.values()):
        now.notes.append(("item.removed", row, {"heading": row.heading, "number": row.number}, {}))
        row.start = row.end = None
        now.outcome.lose(now.old["item", row.pk])
        if any(value.state in KEPT for value in now.old["item", row.pk]):
            row.save()
        else:
            now.outcome.changed = [v for v in now.outcome.changed if v.item_id != row.pk]
            row.children.update(parent=None)
            row.delete()
    return written


def revise_statements(now: Pairing, room: Room, items: list[AgendaItem], actors: Actors) -> None:
    """What was said: the same words and kind, or much the same words."""
    written: list[Statement] = []
    old = list(now.meeting.statements.select_related("item").order_by("position", "id"))
    said = now.minutes.statements
    pairs = match_statements(
        [_told(row, now) for row in old],
        [Told(s.text.value, s.kind.value.value, _heading(s.item, now)) for s in said],
    )
    for index, statement in enumerate(said):
        row = old[pairs[index]] if index in pairs else Statement(meeting=now.meeting)
        row.position, row.lost, row.answer_to = index, False, None
        row.item = items[statement.item] if statement.item is not None else None
        kept = now.reconcile("statement", index, row, item=statement.item)
        _set_statement(row, statement_columns(statement, room, actors), kept)
        row.removed = now.is_rejected("statement", row, "kind", "text") or row.merged_into_id is not None
        row.save()
        written.append(row)
    now.rows.statements = [row.pk for row in written]
    Statement.objects.bulk_update(_link_answers(now.minutes, written), ["answer_to"])
    now.retire("statement", [row for o, row in enumerate(old) if o not in pairs.values()], "kind", "text")


def _set_statement(row: Statement, columns: Columns, kept: frozenset[str] = frozenset()) -> None:
    """Set the columns of a statement and the words it is searched by."""
    apply_columns(row, columns, kept=kept)
    row.search_text = search_text(row.text, row.owner_name)


def _link_answers(minutes: Minutes, rows: list[Statement]) -> list[Statement]:
    """Let answers point to their questions, unwritten; gives those that do."""
    answers = [
        (row, said.answer_to)
        for row, said in zip(rows, minutes.statements, strict=True)
        if said.answer_to is not None
    ]
    for row, question in answers:
        row.answer_to = rows[question]
    return [row for row, _ in answers]


def _told(row: Statement, now: Pairing) -> Told:
    """What is compared of a statement of the version before."""
    heading = now.as_read("item", row.item, "heading") if row.item else ""
    return Told(now.as_read("statement", row, "text"), now.as_read("statement", row, "kind"), heading)


def _heading(item: int | None, now: Pairing) -> str:
    return now.minutes.items[item].heading.value if item is not None else ""

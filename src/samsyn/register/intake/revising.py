"""Write a reading as a new version of a meeting's notes: what people confirmed stays."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from samsyn.history.models import Event
from samsyn.register.corrections.fields import HAND
from samsyn.register.intake.attachments import name_attachments
from samsyn.register.intake.columns import (
    Room,
    apply_columns,
    attendance_columns,
    item_columns,
    meeting_columns,
    officer_columns,
    statement_columns,
)
from samsyn.register.intake.matching import Told, match_names, match_statements
from samsyn.register.intake.meetings import find_next_meeting
from samsyn.register.intake.plain_values import ReadValue, place_of, values_of
from samsyn.register.intake.reconciling import KEPT, RULE, Outcome
from samsyn.register.intake.recording import (
    Rows,
    link_answers,
    set_statement,
    store_version,
    write_doubts,
    write_presenters,
    write_references,
    write_values,
)
from samsyn.register.models import (
    AgendaItem,
    Attendance,
    Body,
    Doubt,
    DoubtState,
    Meeting,
    MeetingState,
    Presenter,
    Statement,
    Value,
    ValueState,
)
from samsyn.register.recognition import person_key
from samsyn.register.search.keeping import mark_meeting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samsyn.accounts.models import User
    from samsyn.register.intake.actors import Actors
    from samsyn.register.intake.files import Reading


def record_new_version(
    reading: Reading,
    meeting: Meeting,
    bodies: list[Body],
    actors: Actors,
    *,
    by: User | None,
    reason: str = "",
) -> None:
    """Write a reading as the version that holds from now on; every object keeps its identity."""
    number = 1 + max(meeting.versions.values_list("number", flat=True), default=0)
    store_version(reading, meeting, number=number, reason=reason or f"Ny fil: {reading.name}")
    Revision(reading, meeting, actors).write(bodies, by=by)


NEW = 0  # no row has this id


class Revision:
    """One new version of one meeting."""

    def __init__(self, reading: Reading, meeting: Meeting, actors: Actors) -> None:
        """Look up what the register holds of the meeting."""
        self.minutes, self.meeting, self.actors = reading.minutes, meeting, actors
        self.rows = Rows(meeting)
        self.outcome = Outcome(meeting, reading.text)
        self.old: dict[tuple[str, int], list[Value]] = defaultdict(list)
        for value in meeting.values.order_by("id"):
            self.old[_owner(value)].append(value)
        self.new: dict[tuple[str, int], list[ReadValue]] = defaultdict(list)
        for read in values_of(self.minutes):
            self.new[read.owner, read.index].append(read)
        self.notes: list[tuple[str, Any, dict[str, Any], dict[str, Any]]] = []

    @property
    def n_changes(self) -> int:
        """How many values, statements, people and items are others than before."""
        return len(self.notes) + len(self.outcome.notes) + len(self.outcome.made)

    def write(self, bodies: list[Body], *, by: User | None, what: str = "meeting.revised") -> None:
        """Match, write and record; `what` is the name of the event for the whole of it."""
        spoken_of = _spoken_of(self.meeting)
        room = self._write_attendances()
        items = self._write_items()
        self._write_statements(room, items)
        self._write_meeting(room, bodies)
        name_attachments(self.minutes, self.meeting, self.rows.items, self.meeting.attachments.all())
        self._write_references(room)
        self._write_values()
        mark_meeting(self.meeting.pk)
        _forget_meetings(spoken_of)
        self.actors.calendar.refresh({self.meeting.pk, *spoken_of})
        self._record(by, what)

    def _write_attendances(self) -> Room:
        """Those present and absent: the same name is the same row."""
        written: list[Attendance] = []
        old = list(self.meeting.attendances.select_related("person").order_by("position", "id"))
        attendees = self.minutes.attendees
        names = [person_key(attendee.name.value) for attendee in attendees]
        known = [person_key(self._as_read("attendance", row, "name")) for row in old]
        pairs = match_names(known, names, cutoff=92.0)
        taken: set[int] = set()
        for index, attendee in enumerate(attendees):
            row = old[pairs[index]] if index in pairs else Attendance(meeting=self.meeting)
            columns = attendance_columns(attendee, self.actors, taken=taken)
            if row.person is not None and person_key(row.name) == names[index]:
                columns["name"]["person"] = row.person
            row.position = index
            apply_columns(row, columns, kept=self._reconcile("attendance", index, row))
            row.removed = self._is_rejected("attendance", row, "name")
            row.save()
            written.append(row)
        self.rows.attendances = [row.pk for row in written]
        self._retire("attendance", [row for o, row in enumerate(old) if o not in pairs.values()], "name")
        return Room.of(row.person for row in written)

    def _write_items(self) -> list[AgendaItem]:
        """The agenda: the same number and heading, or a heading much like it."""
        written: list[AgendaItem] = []
        old = list(self.meeting.items.order_by("position", "id"))
        items = self.minutes.items
        known = [self._as_read("item", row, "heading") for row in old]
        pairs = match_names(known, [item.heading.value for item in items], cutoff=80.0)
        for index, item in enumerate(items):
            row = old[pairs[index]] if index in pairs else AgendaItem(meeting=self.meeting)
            row.position = index
            row.parent = written[item.parent] if item.parent is not None else None
            apply_columns(row, item_columns(item), kept=self._reconcile("item", index, row))
            row.save()
            written.append(row)
        self.rows.items = [row.pk for row in written]
        for row in (row for o, row in enumerate(old) if o not in pairs.values()):
            self.notes.append(("item.removed", row, {"heading": row.heading, "number": row.number}, {}))
            row.start = row.end = None
            self.outcome.lose(self.old["item", row.pk])
            if any(value.state in KEPT for value in self.old["item", row.pk]):
                row.save()
            else:
                self.outcome.changed = [v for v in self.outcome.changed if v.item_id != row.pk]
                row.children.update(parent=None)
                row.delete()
        return written

    def _write_statements(self, room: Room, items: list[AgendaItem]) -> None:
        """What was said: the same words and kind, or much the same words."""
        written: list[Statement] = []
        old = list(self.meeting.statements.select_related("item").order_by("position", "id"))
        said = self.minutes.statements
        pairs = match_statements(
            [self._told(row) for row in old],
            [Told(s.text.value, s.kind.value.value, self._heading(s.item)) for s in said],
        )
        for index, statement in enumerate(said):
            row = old[pairs[index]] if index in pairs else Statement(meeting=self.meeting)
            row.position, row.lost, row.answer_to = index, False, None
            row.item = items[statement.item] if statement.item is not None else None
            kept = self._reconcile("statement", index, row, item=statement.item)
            set_statement(row, statement_columns(statement, room, self.actors), kept)
            row.removed = (
                self._is_rejected("statement", row, "kind", "text") or row.merged_into_id is not None
            )
            row.save()
            written.append(row)
        self.rows.statements = [row.pk for row in written]
        Statement.objects.bulk_update(link_answers(self.minutes, written), ["answer_to"])
        self._retire(
            "statement", [row for o, row in enumerate(old) if o not in pairs.values()], "kind", "text"
        )

    def _write_meeting(self, room: Room, bodies: list[Body]) -> None:
        """The meeting's own columns and bodies."""
        meeting, minutes = self.meeting, self.minutes
        kept = self._reconcile("meeting", 0, meeting)
        apply_columns(meeting, meeting_columns(minutes), kept=kept)
        apply_columns(meeting, officer_columns(minutes, room, self.actors), kept=kept)
        if "body" not in kept:
            meeting.set_bodies(bodies)
            self.actors.calendar.by_id[meeting.pk].bodies = frozenset(body.pk for body in bodies)
        if "next_meeting" not in kept:
            found = minutes.next_meeting
            calendar = self.actors.calendar
            meeting.next_meeting_id = find_next_meeting(found, meeting, bodies, calendar) if found else None
        meeting.save()

    def _write_references(self, room: Room) -> None:
        """References and presenters follow the reading, without those that a person has rejected."""
        chosen = Chosen.of(self.meeting)
        self.rows.bodies = list(self.meeting.bodies.all())
        Presenter.objects.filter(item__meeting=self.meeting).delete()
        write_presenters(self.minutes, self.rows.items, room, self.actors)
        self._put_presenters_back(chosen)
        self.meeting.references.all().delete()
        write_references(self.minutes, self.rows, self.actors)
        for values in self.old.values():
            for value in values:
                if value.state == ValueState.REJECTED:
                    hide_rejected(value)
                elif value.state == ValueState.CORRECTED:
                    chosen.put_back(value)

    def _put_presenters_back(self, chosen: Chosen) -> None:
        """Who presents an item stands as a person has written it, whatever the new version says."""
        every = [value for values in self.old.values() for value in values if value.field == "presenter"]
        items = {value.item_id for value in every if value.state == ValueState.CORRECTED}
        Presenter.objects.filter(item__in=items).delete()
        Presenter.objects.bulk_create(
            Presenter(**row) for row in chosen.presenters if row["item_id"] in items
        )

    def _write_values(self) -> None:
        """Values and doubts; a doubt that was answered is not asked again."""
        kept_columns = ["value", "words", "start", "end", "rule", "certainty", "state", "lost"]
        Value.objects.bulk_update(self.outcome.changed, [*kept_columns, "decided_by", "decided_at"])
        answered = set(self.meeting.doubts.filter(state=DoubtState.SETTLED).values_list("about", "reason"))
        self.meeting.doubts.filter(state=DoubtState.OPEN).exclude(rule=RULE).delete()
        Value.objects.filter(pk__in=[value.pk for value in self.outcome.gone]).delete()
        made = dict(
            zip(map(place_of, self.outcome.made), write_values(self.outcome.made, self.rows), strict=True)
        )
        Doubt.objects.bulk_create(self.outcome.doubts)
        decided = {value.pk for values in self.old.values() for value in values if value.state in KEPT}
        placed = self.outcome.placed | made
        write_doubts(self.minutes, self.meeting, placed, answered=answered, decided=decided)

    def _record(self, by: User | None, what_happened: str) -> None:
        """One event for the version and one for each object that changed."""
        batch, changed = uuid4(), self.notes + self.outcome.notes
        events = [
            Event(by=by, what=what, subject_type=row._meta.model_name or "", subject_id=row.pk or 0,
                  before=before, after=after, batch=batch)
            for what, row, before, after in changed
        ]  # fmt: skip
        version = self.meeting.versions.get(is_current=True)
        after = {"number": version.number, "file_name": version.file_name, "n_changes": len(changed)}
        events.append(
            Event(by=by, what=what_happened, subject_type="meeting", subject_id=self.meeting.pk,
                  after=after, batch=batch)
        )  # fmt: skip
        Event.objects.bulk_create(events)

    def _reconcile(self, owner: str, index: int, row: Any, *, item: int | None = None) -> frozenset[str]:
        """Pair an object's values; a new object has none yet, and is written before them."""
        within = self.minutes.items[item].span if item is not None else None
        return self.outcome.reconcile(self.old[owner, row.pk or NEW], self.new[owner, index], within=within)

    def _retire(self, owner: str, gone: list[Any], *fields: str) -> None:
        """Objects that the new version no longer has: kept, and shown only if a person confirmed them."""
        for row in gone:
            values = self.old[owner, row.pk]
            confirmed = any(value.state in KEPT and value.field in fields for value in values)
            was, row.removed = row.removed, not confirmed or getattr(row, "merged_into_id", None) is not None
            self.outcome.lose(values)
            if owner == "statement":
                row.lost = any(value.lost for value in values)
                self._place_by_hand(row, values)
            row.save()
            if row.removed and not was:
                self.notes.append((f"{owner}.removed", row, {"removed": False}, {"removed": True}))

    def _is_rejected(self, owner: str, row: Any, *fields: str) -> bool:
        """Whether a person has said that the object is wrong, and the new version says the same again."""
        return any(
            value.field in fields and value.state == ValueState.REJECTED for value in self.old[owner, row.pk]
        )

    def _as_read(self, owner: str, row: Any, field: str) -> str:
        """A name or text as the notes had it: a person may have put in another."""
        values = self.old[owner, row.pk]
        read = next((value for value in values if value.field == field and value.rule != HAND), None)
        return str(read.value) if read is not None else str(getattr(row, field))

    def _told(self, row: Statement) -> Told:
        """What is compared of a statement of the version before."""
        heading = self._as_read("item", row.item, "heading") if row.item else ""
        return Told(self._as_read("statement", row, "text"), self._as_read("statement", row, "kind"), heading)

    def _place_by_hand(self, row: Statement, values: list[Value]) -> None:
        """A row that a person has put in stands where its words stand, among those that were read."""
        start = next((value.start for value in values if value.field == "text"), None)
        if start is None or row.lost:
            return
        before = [at for at, said in enumerate(self.minutes.statements) if said.text.span.start <= start]
        around = [
            at for at, item in enumerate(self.minutes.items) if item.span.start <= start < item.span.end
        ]
        row.position = before[-1] if before else 0
        row.item_id = self.rows.items[around[-1]] if around else None

    def _heading(self, item: int | None) -> str:
        return self.minutes.items[item].heading.value if item is not None else ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whom presenters and references mean, by the object and words that they stand in."""

    presenters: list[dict[str, Any]]
    meetings: Mapping[tuple[int | None, str], int | None]

    @classmethod
    def of(cls, meeting: Meeting) -> Chosen:
        """As it stands before a new version is written."""
        presenters = Presenter.objects.filter(item__meeting=meeting)
        return cls(
            [
                dict(row)
                for row in presenters.order_by("id").values("item_id", "person_id", "name", "removed")
            ],
            {(row.statement_id, row.words): row.target_meeting_id for row in meeting.references.all()},
        )

    def put_back(self, value: Value) -> None:
        """Let what a person has chosen hold in the rows of the new version too."""
        if value.field == "reference":
            target = self.meetings.get((value.statement_id, value.words))
            rows = value.meeting.references.filter(statement=value.statement, words=value.words)
            rows.update(target_meeting=target)


def hide_rejected(value: Value) -> None:
    """Hide the reference or presenter whose value a person has rejected."""
    if value.field == "reference":
        rows = value.meeting.references.filter(statement=value.statement, words=value.words)
        rows.update(removed=True, target_meeting=None)
    if value.field == "presenter" and value.item is not None:
        value.item.presenters.filter(name=value.value).update(removed=True)


def _owner(value: Value) -> tuple[str, int]:
    """Which object a value belongs to."""
    for owner in ("attendance", "item", "statement"):
        id_ = getattr(value, f"{owner}_id")
        if id_ is not None:
            return owner, id_
    return "meeting", value.meeting_id


def _spoken_of(meeting: Meeting) -> set[int]:
    """Meetings known only by reference that this one's notes speak of."""
    pointed = Meeting.objects.filter(referred_by__meeting=meeting, state=MeetingState.REFERENCED)
    announced = Meeting.objects.filter(announced_by=meeting, state=MeetingState.REFERENCED)
    return set(pointed.values_list("pk", flat=True)) | set(announced.values_list("pk", flat=True))


def _forget_meetings(ids: set[int]) -> None:
    """Remove meetings that were known only by reference and that nothing speaks of any more."""
    Meeting.objects.filter(
        pk__in=ids, referred_by=None, announced_by=None, versions=None, attachments=None
    ).delete()

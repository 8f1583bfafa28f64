"""Write a reading as a new version of a meeting's notes: what people confirmed stays."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from samsyn.history.models import Event
from samsyn.register.intake.attachments import name_attachments
from samsyn.register.intake.chosen import Chosen, hide_rejected
from samsyn.register.intake.columns import (
    Room,
    apply_columns,
    meeting_columns,
    officer_columns,
)
from samsyn.register.intake.dependents import write_doubts, write_presenters, write_references, write_values
from samsyn.register.intake.meetings import find_next_meeting
from samsyn.register.intake.pairing import Pairing
from samsyn.register.intake.plain_values import place_of
from samsyn.register.intake.reconciling import KEPT, RULE
from samsyn.register.intake.revised_rows import revise_attendances, revise_items, revise_statements
from samsyn.register.intake.storing import store_version
from samsyn.register.models import (
    Body,
    Doubt,
    DoubtState,
    Meeting,
    MeetingState,
    Presenter,
    Value,
    ValueState,
)
from samsyn.register.search.keeping import mark_meeting

if TYPE_CHECKING:
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


class Revision:
    """One new version of one meeting."""

    def __init__(self, reading: Reading, meeting: Meeting, actors: Actors) -> None:
        """Look up what the register holds of the meeting."""
        self.minutes, self.meeting, self.actors = reading.minutes, meeting, actors
        self.now = Pairing(reading, meeting)
        self.rows, self.outcome, self.old = self.now.rows, self.now.outcome, self.now.old

    @property
    def n_changes(self) -> int:
        """How many values, statements, people and items are others than before."""
        return len(self.now.notes) + len(self.outcome.notes) + len(self.outcome.made)

    def write(self, bodies: list[Body], *, by: User | None, what: str = "meeting.revised") -> None:
        """Match, write and record; `what` is the name of the event for the whole of it."""
        spoken_of = _spoken_of(self.meeting)
        room = revise_attendances(self.now, self.actors)
        items = revise_items(self.now)
        revise_statements(self.now, room, items, self.actors)
        self._write_meeting(room, bodies)
        name_attachments(self.minutes, self.meeting, self.rows.items, self.meeting.attachments.all())
        self._write_references(room)
        self._write_values()
        mark_meeting(self.meeting.pk)
        _forget_meetings(spoken_of)
        self.actors.calendar.refresh({self.meeting.pk, *spoken_of})
        self._record(by, what)

    def _write_meeting(self, room: Room, bodies: list[Body]) -> None:
        """The meeting's own columns and bodies."""
        meeting, minutes = self.meeting, self.minutes
        kept = self.now.reconcile("meeting", 0, meeting)
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
        batch, changed = uuid4(), self.now.notes + self.outcome.notes
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

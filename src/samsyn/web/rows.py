"""The reading beside the notes: each statement, person, item and field as a row of values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from samsyn.register.service import CORRECTABLE, HAND, plain_of, stamp_of
from samsyn.web import swedish, words
from samsyn.web.marks import Mark, heaviest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.register.models import AgendaItem, Attendance, Doubt, Statement, Value

    Subject = AgendaItem | Attendance | Statement

DECIDED = ("confirmed", "corrected")


@dataclass(frozen=True, slots=True)
class Line:
    """One value in a row.

    Attributes:
        shown: The value in normal form, as people read it.
        state: As stored; "doubtful" while a doubt about it is open, "lost" where its place is not known.
    """

    value: Value
    label: str
    shown: str
    state: str

    @property
    def stamped(self) -> str:
        """The value's number with a sign of how it stands, for the buttons about it alone."""
        return f"{self.value.pk}:{stamp_of([self.value])}"

    @property
    def found_by(self) -> str:
        """Number of the rule that found what is shown; empty where a person has put it in."""
        return "" if self.value.state == "corrected" else self.value.rule

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to say yes or no."""
        return self.value.state == "proposed"


@dataclass(slots=True)
class Row:
    """What is confirmed in one go.

    Attributes:
        key: "statement-12", "attendance-5", "item-3", or the meeting's field ("meeting-held").
        subject: The object, None for the meeting's own fields.
    """

    key: str
    lines: list[Line] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    subject: Subject | None = None

    @property
    def state(self) -> str:
        """The state that most needs somebody; "rejected" only where nothing else is left."""
        if self.doubts:
            return "doubtful"
        if not self.lines and self.subject is None:
            return "missing"
        states = [line.state for line in self.lines]
        if any(state == "lost" for state in states):
            return "lost"
        return heaviest(state for state in states if state != "rejected") or "rejected"

    @property
    def stamped(self) -> str:
        """Its key with a sign of how its values stand, for the buttons about all of it."""
        return f"{self.key}:{stamp_of([line.value for line in self.lines])}"

    @property
    def open_lines(self) -> list[Line]:
        """The values that somebody still has to say yes or no to."""
        return [line for line in self.lines if line.is_open]

    @property
    def is_corrected_by_hand(self) -> bool:
        """Whether it has fields that somebody can write in."""
        kind, _dash, name = self.key.partition("-")
        return self.subject is not None or (kind, name) in CORRECTABLE

    @property
    def words(self) -> str:
        """The source's words for the row: its first value's."""
        return self.lines[0].value.words if self.lines else ""

    def line(self, name: str) -> Line | None:
        """The row's value of a field, the first where there are several."""
        return next((line for line in self.lines if line.value.field == name), None)


def row_key(value: Value) -> str:
    """The row that a value belongs to."""
    if value.statement_id:
        return f"statement-{value.statement_id}"
    if value.attendance_id:
        return f"attendance-{value.attendance_id}"
    if value.item_id:
        return f"item-{value.item_id}"
    return f"meeting-{value.field}"


def arrange_rows(values: Iterable[Value], doubts: Iterable[Doubt]) -> dict[str, Row]:
    """Values and open doubts as rows, in the order in which the values come."""
    asked: dict[int, list[Doubt]] = {}
    for doubt in doubts:
        if doubt.value_id is not None:
            asked.setdefault(doubt.value_id, []).append(doubt)
    rows: dict[str, Row] = {}
    for value in values:
        row = rows.setdefault(row_key(value), Row(row_key(value)))
        row.lines.append(_line(value, doubtful=value.pk in asked))
        row.doubts.extend(asked.get(value.pk, ()))
    return rows


def _line(value: Value, *, doubtful: bool) -> Line:
    label = words.field_word(value.field, of_person=value.attendance_id is not None)
    shown = shown_correction(value) if value.state == "corrected" else shown_value(value.field, value.value)
    return Line(value, label, shown, _state(value, doubtful=doubtful))


def _state(value: Value, *, doubtful: bool) -> str:
    if doubtful:
        return "doubtful"
    if value.rule == HAND and not value.words:
        return value.state  # nothing in the notes says it
    if value.lost or value.start is None:
        return "lost"
    return value.state


def marks_of(rows: Iterable[Row], loose: Iterable[tuple[Doubt, str]]) -> list[Mark]:
    """Where the rows' values stand in the notes, and doubts that are about no value, with their rows."""
    found = [
        Mark(line.value.start, line.value.end, row.key, line.value.pk, line.state)
        for row in rows
        for line in row.lines
        if line.value.start is not None and line.value.end and line.state != "rejected"
    ]
    found += [
        Mark(doubt.start, doubt.end, key, None, "doubtful")
        for doubt, key in loose
        if doubt.start is not None and doubt.end
    ]
    return found


def shown_correction(value: Value) -> str:
    """What a person has put in place of a value: its object's columns say it."""
    said, item, there = value.statement, value.item, value.attendance
    if there is not None:
        return _shown_person(there, value) if ("attendance", value.field) in CORRECTABLE else ""
    if said is not None and value.field == "reference":
        return _shown_targets(said, value.words)
    if said is not None and value.field == "due":
        return shown_due(said)
    if item is not None and value.field == "presenter":
        return swedish.joined([row.full_name for row in item.presenters.all()])
    subject = said or item or value.meeting
    if value.field == "body":
        return swedish.joined([body.name for body in value.meeting.named_bodies])
    return shown_value(value.field, plain_of(subject, value.field))


def shown_due(said: Statement) -> str:
    """By when, as exactly as it is known; else in the words that say it."""
    return swedish.period(said.due_start, said.due_end, said.due_precision, said.due_words)


def _shown_person(there: Attendance, value: Value) -> str:
    """A name's place says whether somebody was there; the name is said only where it was changed."""
    if value.field == "name":
        came = _("på plats") if there.present else _("frånvarande")
        return came if there.name == value.value else f"{there.name}, {came}"
    return shown_value(value.field, plain_of(there, value.field))


def _shown_targets(said: Statement, pointed: str) -> str:
    pointers = [row for row in said.references.all() if row.words == pointed]
    targets = [row.target_meeting for row in pointers if row.target_meeting is not None]
    return swedish.joined([swedish.day(target.start_on) for target in targets if target.start_on])


def shown_value(name: str, stored: object) -> str:
    """A stored value as people read it.

    Args:
        name: The value's field.
        stored: A text, or a period, owner or reference as an object.
    """
    if name == "kind":
        return words.KINDS.get(str(stored), str(stored))
    if name in {"start", "end"} and isinstance(stored, str):
        return swedish.clock(time.fromisoformat(stored))
    if not isinstance(stored, dict):
        return "" if stored is None else str(stored)
    if "precision" in stored:
        return shown_period(stored)
    if "target" in stored:
        return _shown_reference(stored)
    return str(stored.get("name", ""))


def shown_period(stored: dict[str, object], said: str = "") -> str:
    """A stored period as people read it; empty where only the words tell."""
    start, end = stored.get("start"), stored.get("end")
    return swedish.period(
        date.fromisoformat(str(start)) if start else None,
        date.fromisoformat(str(end)) if end else None,
        str(stored["precision"]),
        said,
    )


def _shown_reference(stored: dict[str, object]) -> str:
    names = stored.get("names") or ()
    on = stored.get("on")
    parts = [str(name) for name in names] if isinstance(names, (list, tuple)) else []
    said = swedish.joined(parts)
    when = shown_period(on) if isinstance(on, dict) else ""
    return " ".join(part for part in (said, when) if part)


def progress(rows: Sequence[Row]) -> tuple[int, int]:
    """How many values somebody has decided on, and how many there are."""
    lines = [line for row in rows for line in row.lines]
    return sum(not line.is_open for line in lines), len(lines)

"""Which columns of an object a field is, and what stands there now."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from samsyn.register.actions.deciding import columns_of

if TYPE_CHECKING:
    from samsyn.register.models import AgendaItem, Attendance, Meeting, Statement

    Subject = Meeting | Attendance | AgendaItem | Statement

HAND = "hand"  # rule of a value that a person has put in where nothing was read
NAMES = {"meeting": "meeting", "attendance": "attendance", "agendaitem": "item", "statement": "statement"}
COLUMNS: dict[tuple[str, str], tuple[str, ...]] = {
    ("meeting", "title"): ("title",),
    ("meeting", "body"): ("bodies",),
    ("meeting", "held"): ("start_on", "end_on", "precision", "day_words"),
    ("meeting", "start"): ("starts_at",),
    ("meeting", "end"): ("ends_at",),
    ("meeting", "place"): ("place",),
    ("meeting", "chair"): ("chair_name", "chair"),
    ("meeting", "secretary"): ("secretary_name", "secretary"),
    ("meeting", "next_meeting"): ("next_meeting",),
    ("attendance", "name"): ("name", "person"),
    ("attendance", "present"): ("present",),
    ("attendance", "title"): ("title",),
    ("attendance", "affiliation"): ("affiliation", "organisation"),
    ("attendance", "role"): ("role",),
    ("item", "heading"): ("heading",),
    ("item", "number"): ("number",),
    ("item", "presenter"): ("presenters",),
    ("statement", "text"): ("text",),
    ("statement", "kind"): ("kind", "is_action"),
    ("statement", "owner"): (
        "owner_name",
        "owner_kind",
        "owner_person",
        "owner_organisation",
        "owner_body",
    ),
    ("statement", "due"): ("due_start", "due_end", "due_precision", "due_words"),
}
"""What can be corrected: the columns of each object's field, the one that says most first."""
DECIDED_AS = {"present": "name"}  # whether somebody was there is said by the place of the name
LISTS = frozenset({"body", "presenter"})  # several at once; each is a value of its own


def subject_name(subject: Subject) -> str:
    """What an object is called where values and doubts speak of it: "item" and not "agendaitem"."""
    return NAMES[subject._meta.model_name or ""]


def now_of(subject: Subject, field: str) -> dict[str, Any]:
    """What stands in a field's columns now, as JSON.

    Raises:
        KeyError: The object has no such field, or it is not corrected by hand.
    """
    columns = COLUMNS[subject_name(subject), field]
    if columns == ("presenters",):
        return {"presenters": [row.name for row in subject.presenters.all() if not row.removed]}  # type: ignore[union-attr]
    return columns_of(subject, list(columns))


def seen_of(subject: Subject, field: str) -> str:
    """A short sign of what stands there now: a form carries it, so that nobody overwrites another unseen."""
    written = json.dumps(now_of(subject, field), sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def plain_of(subject: Any, field: str) -> Any:
    """What stands there now in the form in which a reading gives it, so that the two can be compared."""
    name = subject_name(subject)
    if field in {"start", "end"}:
        at = subject.starts_at if field == "start" else subject.ends_at
        return at.strftime("%H:%M") if at else ""
    if field == "owner":
        return {"name": subject.owner_name, "kind": subject.owner_kind}
    if field == "due":
        return _period(subject.due_start, subject.due_end, subject.due_precision)
    if field == "held":
        return _period(subject.start_on, subject.end_on, subject.precision)
    if field == "next_meeting":
        other = subject.next_meeting
        return _period(other.start_on, other.end_on, other.precision) if other else ""
    return now_of(subject, field)[COLUMNS[name, field][0]]


def _period(start: Any, end: Any, precision: str) -> dict[str, Any]:
    return {"start": _day(start), "end": _day(end), "precision": precision}


def _day(on: Any) -> str | None:
    return on.isoformat() if on else None

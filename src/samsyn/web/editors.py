"""The fields in which a row of the reading is corrected: what each looks like, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from samsyn.register.service import CORRECTABLE, plain_of, seen_of
from samsyn.web import swedish, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samsyn.register.models import Meeting
    from samsyn.web.rows import Row, Subject

FIELDS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "statement": (
        ("kind", "kinds", ""),
        ("owner", "owner", "ä"),
        ("due", "time", "d"),
        ("text", "words", "t"),
    ),
    "attendance": (
        ("present", "presence", ""),
        ("name", "person", "t"),
        ("affiliation", "organisation", "ä"),
        ("title", "line", ""),
        ("role", "line", ""),
    ),
    "item": (("heading", "words", "t"), ("number", "line", ""), ("presenter", "line", "ä")),
}
"""A row's fields in order: the field, how it is written, and the key that leads to it."""
OF_MEETING = {"chair": "person", "secretary": "person", "held": "day", "next_meeting": "time"}
LABELS = {"present": "På mötet"}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else has changed a field since it was shown.

    Attributes:
        written: What this person wrote, and what they chose in a list.
        now: What stands there.
        by: Who changed it last, and when; empty where it is not known.
    """

    field: str
    written: str
    chosen: str
    shown: str
    now: str
    by: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was written in a field cannot be understood."""

    field: str
    written: str
    message: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an editor.

    Attributes:
        control: "kinds", "owner", "person", "organisation", "time", "day", "presence", "words" or "line".
        key: The key that leads to it.
        written: What stands in it, as somebody would write it.
        state: "proposed", "confirmed" and so on; "missing" where nothing stands.
        help: Where it comes from.
    """

    name: str
    control: str
    key: str
    label: str
    written: str
    state: str
    seen: str
    help: str


def editor_fields(row: Row, meeting: Meeting) -> Sequence[Field]:
    """The fields of a row, in order."""
    kind, _dash, name = row.key.partition("-")
    if kind == "meeting":
        wanted = ((name, OF_MEETING.get(name, "line"), "t"),) if (kind, name) in CORRECTABLE else ()
        return [_field(row, meeting, *one) for one in wanted]
    return [_field(row, row.subject, *one) for one in FIELDS.get(kind, ())] if row.subject else []


def written_of(subject: Any, field: str) -> str:
    """What stands in a field, as somebody would write it there."""
    if field in AS_WRITTEN:
        return AS_WRITTEN[field](subject)
    found = plain_of(subject, field)
    return str(found["name"] if isinstance(found, dict) else found)


def _shown_day(stored: Any) -> str:
    if not stored or not stored["start"]:
        return ""
    start, end = date.fromisoformat(stored["start"]), stored["end"]
    return swedish.period(start, date.fromisoformat(end) if end else None, stored["precision"])


AS_WRITTEN: dict[str, Callable[[Any], str]] = {
    "due": lambda said: said.due_words or _shown_day(plain_of(said, "due")),
    "held": lambda meeting: _shown_day(plain_of(meeting, "held")) or meeting.day_words,
    "next_meeting": lambda meeting: _shown_day(plain_of(meeting, "next_meeting")),
    "start": lambda meeting: swedish.clock(meeting.starts_at) if meeting.starts_at else "",
    "end": lambda meeting: swedish.clock(meeting.ends_at) if meeting.ends_at else "",
    "body": lambda meeting: ", ".join(body.name for body in meeting.named_bodies),
    "presenter": lambda item: ", ".join(row.name for row in item.presenters.all() if not row.removed),
    "present": lambda there: "1" if there.present else "0",
}


def shown_of(subject: Subject | Meeting, field: str) -> str:
    """What stands in a field, in a sentence."""
    written = written_of(subject, field)
    if field == "kind":
        return words.KINDS[written]
    if field == "present":
        return shown_written(field, written)
    return written or _("Ej angivet")


def shown_written(field: str, written: str) -> str:
    """What somebody has written, in a sentence: codes as their words."""
    if field == "kind":
        return words.KINDS.get(written, written)
    if field == "present":
        return _("På plats") if written == "1" else _("Inte på plats")
    return written or _("Ej angivet")


def _field(row: Row, subject: Subject | Meeting, name: str, control: str, key: str) -> Field:
    line = row.line("name" if name == "present" else name)
    written = written_of(subject, name)
    state = line.state if line is not None and written else "missing"
    label = LABELS.get(name) or words.field_word(name, of_person=row.key.startswith("attendance"))
    return Field(name, control, key, label, written, state, seen_of(subject, name), _help(name, state))


def _help(name: str, state: str) -> str:
    if state == "missing":
        return _("Texten säger inget.")
    return _("Läst i texten.") if state in {"proposed", "doubtful"} and name != "kind" else ""

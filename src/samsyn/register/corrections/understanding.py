"""What somebody has written in a field, as the columns that it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from samsyn.minutes.by_hand import read_period, read_time_of_day
from samsyn.minutes.records import Certainty, Found, Kind
from samsyn.reading import Span
from samsyn.register.corrections.naming import body_named, organisation_named, owner_named, person_named
from samsyn.register.errors import CorrectionUnusable
from samsyn.register.intake.calendar import Calendar
from samsyn.register.intake.meetings import find_next_meeting
from samsyn.register.roles import writes

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.accounts.models import User
    from samsyn.minutes.records import Period
    from samsyn.register.models import Meeting

# What somebody is to do gives an action; what binds nobody gives none; of the others it stays as it is.
GIVES_ACTION = frozenset({Kind.ASSIGNMENT, Kind.NEXT_STEP})
MAY_GIVE_ACTION = frozenset({Kind.DECISION, Kind.AGREED_OUTCOME, Kind.POSTPONEMENT})
LONGEST = {"number": 40, "title": 500, "name": 300, "role": 300}


class Written(NamedTuple):
    """What a form sent for one field.

    Attributes:
        words: As written.
        chosen: What was chosen in a list, as `owner_named` takes it; empty where nothing was.
    """

    words: str
    chosen: str = ""


class Setting(NamedTuple):
    """Where a field is corrected, and by whom."""

    subject: Any
    meeting: Meeting
    by: User


def understand(setting: Setting, field: str, written: Written) -> dict[str, Any]:
    """The columns of a field as they become; empty words empty it.

    Raises:
        CorrectionUnusable: The words mean nothing here; the sentence says what to write.
    """
    words = written.words.strip()
    if field in FIELDS:
        return FIELDS[field](setting, Written(words, written.chosen))
    if not words and field in {"text", "heading"}:
        raise CorrectionUnusable("Orden kan inte vara tomma: avvisa raden om den inte ska vara med.")
    return {field: words[: LONGEST.get(field, len(words))]}


def read_due(words: str, meeting: Meeting) -> Period:
    """By when something is to be done, counted from the meeting's day."""
    return read_period(words, met_on=meeting.start_on)


def _kind(setting: Setting, written: Written) -> dict[str, Any]:
    if written.words not in set(Kind):
        raise CorrectionUnusable("Välj en av sorterna.")
    kind = Kind(written.words)
    keeps = kind in MAY_GIVE_ACTION and setting.subject.is_action
    return {"kind": kind.value, "is_action": kind in GIVES_ACTION or keeps}


def _owner(setting: Setting, written: Written) -> dict[str, Any]:
    if not written.words:
        ids = dict.fromkeys(("owner_person", "owner_organisation", "owner_body"))
        return {"owner_name": "", "owner_kind": "", **ids}
    return owner_named(setting.meeting, written.words, chosen=written.chosen, by=setting.by)


def _due(setting: Setting, written: Written) -> dict[str, Any]:
    if not written.words:
        return {"due_start": None, "due_end": None, "due_precision": "", "due_words": ""}
    found = read_due(written.words, setting.meeting)
    return {
        "due_start": _day(found.start), "due_end": _day(found.end),
        "due_precision": found.precision.value, "due_words": written.words[:300],
    }  # fmt: skip


def _held(_: Setting, written: Written) -> dict[str, Any]:
    if not written.words:
        return {"start_on": None, "end_on": None, "precision": "", "day_words": ""}
    found = _stated_day(written.words, met_on=None)
    return {
        "start_on": _day(found.start), "end_on": _day(found.end),
        "precision": found.precision.value, "day_words": written.words[:300],
    }  # fmt: skip


def _next_meeting(setting: Setting, written: Written) -> dict[str, Any]:
    if not written.words:
        return {"next_meeting": None}
    meeting = setting.meeting
    found = _stated_day(written.words, met_on=meeting.start_on)
    said = Found(found, written.words, Span(0, len(written.words)), "hand", Certainty.CLEAR)
    return {"next_meeting": find_next_meeting(said, meeting, list(meeting.bodies.all()), Calendar.load())}


def _stated_day(words: str, *, met_on: Any) -> Period:
    found = read_period(words, met_on=met_on)
    if found.start is None:
        year = "" if met_on else " med år"
        raise CorrectionUnusable(
            f"”{words}” går inte att förstå som en dag: skriv den{year}, som 12 mars 2026."
        )
    return found


def _clock(column: str) -> Callable[[Setting, Written], dict[str, Any]]:
    def read(_: Setting, written: Written) -> dict[str, Any]:
        at = read_time_of_day(written.words) if written.words else None
        if written.words and at is None:
            raise CorrectionUnusable(f"”{written.words}” är inget klockslag: skriv det som 10.30.")
        return {column: at.isoformat() if at else None}

    return read


def _officer(office: str) -> Callable[[Setting, Written], dict[str, Any]]:
    def read(setting: Setting, written: Written) -> dict[str, Any]:
        if not written.words:
            return {f"{office}_name": "", office: None}
        named = person_named(setting.meeting, written.words, chosen=written.chosen, by=setting.by)
        return {f"{office}_name": named.name[:300], office: named.row.pk if named.row else None}

    return read


def _name(setting: Setting, written: Written) -> dict[str, Any]:
    if not written.words:
        raise CorrectionUnusable("Skriv namnet, eller avvisa raden om ingen ska stå där.")
    named = person_named(setting.meeting, written.words, chosen=written.chosen, by=setting.by)
    return {"name": named.name[:300], "person": named.row.pk if named.row else None}


def _affiliation(setting: Setting, written: Written) -> dict[str, Any]:
    if not written.words:
        return {"affiliation": "", "organisation": None}
    named = organisation_named(written.words, chosen=written.chosen, by=setting.by)
    return {"affiliation": named.name[:300], "organisation": named.row.pk if named.row else None}


def _present(_: Setting, written: Written) -> dict[str, Any]:
    if written.words not in {"1", "0"}:
        raise CorrectionUnusable("Välj på plats eller inte på plats.")
    return {"present": written.words == "1"}


def _bodies(setting: Setting, written: Written) -> dict[str, Any]:
    names = [name.strip() for name in written.words.split(",") if name.strip()]
    if not names:
        raise CorrectionUnusable("Skriv minst ett organ, med komma emellan om de är flera.")
    rows = [body_named(name, chosen="", by=setting.by).row for name in names]
    if not writes(setting.by, rows):
        raise CorrectionUnusable(
            "Minst ett av organen måste vara ett som du skriver för: be det andra organets sekreterare."
        )
    return {"bodies": [row.pk for row in dict.fromkeys(rows)]}


FIELDS: dict[str, Callable[[Setting, Written], dict[str, Any]]] = {
    "kind": _kind,
    "owner": _owner,
    "due": _due,
    "held": _held,
    "next_meeting": _next_meeting,
    "start": _clock("starts_at"),
    "end": _clock("ends_at"),
    "chair": _officer("chair"),
    "secretary": _officer("secretary"),
    "name": _name,
    "affiliation": _affiliation,
    "present": _present,
    "body": _bodies,
}


def _day(on: Any) -> str | None:
    return on.isoformat() if on else None

"""Which organisations were in the room, as all may know it: only where every body of the meeting says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from samsyn.register.alphabet import alphabetical_key
from samsyn.register.models import Attendance, Value, ValueState
from samsyn.register.queries.officers import PRINCIPALS, unlisted_officers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.register.models import Meeting, Organisation
    from samsyn.register.protection import Hidden

NAMING = ("name", "affiliation")  # what says that somebody came, and from where


@dataclass(frozen=True, slots=True)
class OpenRoom:
    """Municipalities and regions that a list of those present names; no people.

    Attributes:
        present: Names, as they were on the meeting's day, of those from which somebody came.
        absent: Names of those from which only people who were not there are named.
        n_unconfirmed: Rows that nobody has confirmed: with any, neither is told.
    """

    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    n_unconfirmed: int = 0


def open_room(meeting: Meeting, hidden: Hidden) -> OpenRoom | None:
    """What all may know; None where a body has not said so, or the notes list nobody.

    Organisations from which somebody who is protected came, or was missing, are told of only where others
    from them were there: that they are named at all would tell where that person is from.

    Args:
        meeting: With its bodies.
        hidden: Everybody who is protected.
    """
    bodies = meeting.bodies.all()
    if not bodies or not all(body.publishes_coverage for body in bodies):
        return None
    rows = _rows(meeting)
    if not any(row.present for row in rows):
        return None
    n_unconfirmed = sum(row.is_guess for row in rows)  # type: ignore[attr-defined]  # added by the question
    return OpenRoom(n_unconfirmed=n_unconfirmed) if n_unconfirmed else _room(meeting, rows, hidden)


def _rows(meeting: Meeting) -> list[Attendance]:
    """Rows of municipalities and regions, each with whether it is only read."""
    guessed = Value.objects.filter(attendance=OuterRef("pk"), field__in=NAMING, state=ValueState.PROPOSED)
    rows = Attendance.objects.filter(meeting=meeting, removed=False, organisation__kind__in=PRINCIPALS)
    found = rows.annotate(is_guess=Exists(guessed)).select_related("organisation")
    return list(found.prefetch_related("organisation__earlier_names"))


def _room(meeting: Meeting, rows: Iterable[Attendance], hidden: Hidden) -> OpenRoom:
    veiled: list[Attendance] = []
    seen: list[Attendance] = []
    for row in rows:
        is_hidden = row.person_id in hidden.people or hidden.mask.is_in(row.name)
        (veiled if is_hidden else seen).append(row)
    present = _organisations(row for row in seen if row.present)
    # Whoever led the meeting was there; whether they came from one of these is for a person to say.
    led = {one.organisation for one in unlisted_officers([meeting.pk])[meeting.pk]}
    absent = _organisations(seen) - present - _organisations(veiled) - led
    return OpenRoom(_names(present, meeting), _names(absent, meeting))


def _organisations(rows: Iterable[Attendance]) -> set[Organisation]:
    return {row.organisation for row in rows if row.organisation is not None}


def _names(organisations: Iterable[Organisation], meeting: Meeting) -> tuple[str, ...]:
    return tuple(sorted((one.name_on(meeting.start_on) for one in organisations), key=alphabetical_key))

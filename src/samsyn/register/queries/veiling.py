"""A meeting as it is shown to somebody from whom people are hidden."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samsyn.register.masking import BLOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.register.models import Attendance, Meeting, SourceVersion, Value
    from samsyn.register.protection import Hidden
    from samsyn.register.queries.seats import Comer, Seats

KEPT = ("name",)  # what is said of somebody in a list; the mask takes it


def veil_meeting(meeting: Meeting, hidden: Hidden) -> set[int]:
    """Take from a meeting, as `meeting_page` gives it, where those who are hidden come from.

    What was fetched is changed and never written: the register keeps it. Their names are left to the mask,
    but for those in the notes, which are blotted out here whatever looks the letters have.

    Returns:
        Ids of their organisations, of which it cannot be told whether they were in the room.
    """
    if not hidden:
        return set()
    rows = [row for row in meeting.attendances.all() if row.person_id in hidden.people]
    places = [value for row in rows for value in row.values.all()]
    for version in meeting.current_versions:  # type: ignore[attr-defined]  # fetched by the question
        veil_notes(version, hidden, places)
    own = {row.pk for row in rows}
    _keep(meeting.doubts, lambda doubt: doubt.value is None or doubt.value.attendance_id not in own)
    organisations = {row.organisation_id for row in rows if row.organisation_id}
    for row in rows:
        _veil_row(row)
    return organisations


def veil_notes(version: SourceVersion, hidden: Hidden, places: Iterable[Value] = ()) -> None:
    """Blot out in the words of notes those who are hidden, and places that tell of them."""
    if not hidden:
        return
    text = hidden.mask.blot(version.text)
    for value in places:
        if value.start is not None and value.end is not None:
            blot = "".join(BLOT if char != "\n" else char for char in text[value.start : value.end])
            text = text[: value.start] + blot + text[value.end :]
    version.text = text
    version.document = {**version.document, "text": text}


def veil_seats(seats: Seats, hidden: Hidden) -> None:
    """Take from seats where those who are hidden come from."""
    for seat in (*seats.now, *seats.to_come, *seats.earlier):
        if seat.person_id in hidden.people:
            seat.organisation = seat.on_behalf_of = None
            seat.role = ""


def veil_comers(comers: Iterable[Comer], hidden: Hidden) -> list[Comer]:
    """Those who come to a body's meetings, without where those who are hidden come from."""
    return [
        replace(one, organisation=None, role="", on_behalf_of=None) if one.person.pk in hidden.people else one
        for one in comers
    ]


def _veil_row(row: Attendance) -> None:
    row.organisation = row.on_behalf_of = None
    row.title = row.affiliation = row.role = row.on_behalf_of_words = row.substitute_for = row.part = ""
    _keep(row.values, lambda value: value.field in KEPT)


def _keep(fetched: Any, is_kept: Any) -> None:
    """Leave out of what was fetched with something what is not to be seen."""
    rows = fetched.all()
    rows._result_cache = [row for row in rows if is_kept(row)]
    fetched.instance._prefetched_objects_cache[fetched.field.remote_field.related_name] = rows

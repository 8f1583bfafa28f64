"""Questions about the life of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.accounts.models import User
from samsyn.register.models import (
    Attendance,
    CorrectionState,
    Finalisation,
    Meeting,
    NotesComment,
    NotesState,
    Person,
    Seat,
    WaitingCorrection,
)
from samsyn.register.models.states import LOCKED
from samsyn.register.recognition import person_key

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from samsyn.register.sight import Sight


def finalisations_of(meeting: Meeting) -> list[Finalisation]:
    """When the notes were finalised and corrected, in order; nothing is asked about notes that are not."""
    if meeting.notes_state not in LOCKED:
        return []
    return list(
        meeting.finalisations.select_related("by", "version").defer("version__document", "version__text")
    )


def comments_of(meeting: Meeting) -> list[NotesComment]:
    """What members said of the notes, oldest first; nothing is asked where nobody was asked."""
    if meeting.notes_state not in (NotesState.IN_REVIEW, *LOCKED):
        return []
    comments = meeting.comments.select_related("user", "item", "answered_by", "version")
    return list(comments.defer("version__document", "version__text"))


def waiting_corrections_of(meeting: Meeting) -> list[WaitingCorrection]:
    """Changed files that wait for somebody to decide; nothing is asked about notes that are not locked."""
    if meeting.notes_state not in LOCKED:
        return []
    rows = WaitingCorrection.objects.filter(meeting=meeting, state=CorrectionState.UNDECIDED)
    return list(rows.select_related("by").defer("text"))


def waiting_corrections(*, sees: Sight) -> QuerySet[WaitingCorrection]:
    """Changed files that somebody who writes the notes can decide on, those that came first first."""
    rows = WaitingCorrection.objects.filter(state=CorrectionState.UNDECIDED)
    if sees.bodies is not None:
        rows = rows.filter(meeting__in=Meeting.objects.filter(bodies__in=sees.bodies).order_by())
    rows = rows.defer("text").select_related("meeting").prefetch_related("meeting__bodies")
    return rows.order_by("at", "id")


def known_addresses(meeting: Meeting) -> list[str]:
    """Addresses that the notes may be meant for: people's own, accounts of those present, and last time's.

    People: those in the list of attendance, and those who have a seat on the day of the meeting.
    """
    names = Attendance.objects.filter(meeting=meeting, removed=False).values_list("name", flat=True)
    keys = {person_key(name) for name in names}
    came = Attendance.objects.filter(meeting=meeting, removed=False, person__isnull=False).order_by()
    told = Person.objects.exclude(email="").filter(
        Q(pk__in=came.values("person")) | Q(pk__in=_seated_at(meeting).values("person"))
    )
    users = User.objects.filter(is_active=True).order_by("name")
    own = [user.email for user in users if user.name and person_key(user.name) in keys]
    last = (
        Finalisation.objects.filter(meeting__bodies__in=meeting.bodies.all()).order_by("-at", "-id").first()
    )
    return list(
        dict.fromkeys([*told.values_list("email", flat=True), *own, *(last.addresses if last else [])])
    )


def _seated_at(meeting: Meeting) -> QuerySet[Seat]:
    """Seats in the meeting's bodies on its day; where the day is not known, those without an end."""
    day = meeting.start_on
    seats = Seat.objects.filter(body__in=meeting.bodies.all()).order_by()
    if day is None:
        return seats.filter(end_on=None)
    return seats.filter(Q(start_on=None) | Q(start_on__lte=day), Q(end_on=None) | Q(end_on__gt=day))

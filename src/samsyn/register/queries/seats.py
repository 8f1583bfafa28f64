"""Questions about seats: who sits in a body, and who comes so often that they may."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from django.db.models import F

from samsyn.register.alphabet import Alphabetical, alphabetical_key
from samsyn.register.models import Attendance, Body, Meeting, MeetingState, NoSeat, Organisation, Person, Seat
from samsyn.register.queries.coverage import USUAL_DAYS
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from django.db.models import QuerySet

FEWEST_TIMES = 2
T = TypeVar("T")
OFTEN = 0.5  # of the meetings with a list of those present


@dataclass(frozen=True, slots=True)
class Seats:
    """Seats by time: those held, those to come, and those that have ended, latest first."""

    now: tuple[Seat, ...]
    to_come: tuple[Seat, ...]
    earlier: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Comer:
    """Somebody who comes to a body's meetings.

    Attributes:
        organisation: Where they came from when it was last told; `role` and `on_behalf_of` likewise.
        n_present: At how many of the meetings they were.
        n_meetings: How many meetings have a list of those present.
        is_seated: Whether they have a seat in the body today.
        is_proposed: Whether they came so often that they may have a seat, and nobody has said no.
    """

    person: Person
    organisation: Organisation | None
    role: str
    on_behalf_of: Body | None
    n_present: int
    n_meetings: int
    is_seated: bool
    is_proposed: bool


def seats_of(rows: QuerySet[Seat], *, on: date) -> Seats:
    """Seats arranged by time, each with what its row shows; one question, and one for substitutes."""
    found = list(
        rows.select_related("person", "body", "organisation", "on_behalf_of", "substitute_for__person")
        .prefetch_related("organisation__earlier_names")
        .order_by(Alphabetical("person__name"), "id")
    )
    ended = [seat for seat in found if seat.is_over(on)]
    return Seats(
        now=tuple(seat for seat in found if seat.holds_on(on)),
        to_come=tuple(seat for seat in found if seat.is_to_come(on) and not seat.is_over(on)),
        earlier=tuple(sorted(ended, key=lambda seat: seat.end_on or on, reverse=True)),
    )


def comers(body: Body, *, on: date, sight: Sight = FINISHED) -> list[Comer]:
    """Who came to a body's meetings within the year and a half before a day, most often first.

    Four questions to the database, however many they are.
    """
    rows = _attendances(body, on=on, sight=sight)
    n_meetings = len({row.meeting_id for row in rows})
    seated = {seat.person_id for seat in Seat.objects.filter(body=body) if not seat.is_over(on)}
    declined = set(NoSeat.objects.filter(body=body).values_list("person_id", flat=True))
    by_person: dict[int, list[Attendance]] = defaultdict(list)
    for row in rows:
        by_person[row.person_id or 0].append(row)
    found = [_comer(own, n_meetings, seated=seated, declined=declined) for own in by_person.values()]
    return sorted(found, key=lambda one: (-one.n_present, alphabetical_key(one.person.name)))


def _attendances(body: Body, *, on: date, sight: Sight) -> list[Attendance]:
    """Rows of attendance that count, earliest meeting first."""
    held = Meeting.objects.filter(
        bodies=body, state=MeetingState.HELD, start_on__lte=on, start_on__gt=on - timedelta(days=USUAL_DAYS)
    )
    rows = Attendance.objects.filter(sight.seen(), meeting__in=held, person__isnull=False, removed=False)
    return list(
        rows.select_related("person", "organisation", "on_behalf_of").order_by(
            F("meeting__start_on"), "meeting_id", "position"
        )
    )


def _comer(own: Sequence[Attendance], n_meetings: int, *, seated: set[int], declined: set[int]) -> Comer:
    person = own[0].person
    if person is None:
        raise ValueError(own[0].name)
    n_present = len({row.meeting_id for row in own if row.present})
    is_often = n_present >= FEWEST_TIMES and n_present >= OFTEN * n_meetings
    return Comer(
        person=person,
        organisation=_latest(row.organisation for row in own),
        role=_latest(row.role for row in own) or "",
        on_behalf_of=_latest(row.on_behalf_of for row in own),
        n_present=n_present,
        n_meetings=n_meetings,
        is_seated=person.pk in seated,
        is_proposed=is_often and person.pk not in seated | declined,
    )


def _latest(values: Iterable[T | None]) -> T | None:
    """The last one that says something."""
    return next((value for value in reversed(list(values)) if value), None)

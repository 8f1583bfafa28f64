"""Questions about bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Max, Min, Q

from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Body, Meeting, MeetingState, Seat

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

SHOWN = 8


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body in the list of all.

    Attributes:
        n_held: Meetings with notes.
        last_on: Day of the latest meeting held.
        next_on: Day of the next one that is known.
        n_seats: Seats held today.
    """

    body: Body
    n_held: int = 0
    last_on: date | None = None
    next_on: date | None = None
    n_seats: int = 0


@dataclass(frozen=True, slots=True)
class BodyMeetings:
    """Some of a body's meetings: the next ones, and the latest held with how many there are in all."""

    coming: tuple[Meeting, ...]
    held: tuple[Meeting, ...]
    n_held: int


def all_bodies(*, on: date) -> list[BodyRow]:
    """Every body by name, with its meetings and seats in numbers; three questions."""
    held = Q(meetings__state=MeetingState.HELD)
    counted = alphabetical(Body.objects.all()).annotate(
        n_held=Count("meetings", filter=held),
        last_on=Max("meetings__start_on", filter=held & Q(meetings__start_on__lte=on)),
        next_on=Min("meetings__start_on", filter=~held & Q(meetings__start_on__gte=on)),
    )
    seats = dict(_seats_on(on).values_list("body").annotate(n=Count("pk")))
    return [BodyRow(body, body.n_held, body.last_on, body.next_on, seats.get(body.pk, 0)) for body in counted]


def meetings_of(body: Body, *, on: date) -> BodyMeetings:
    """The next and the latest meetings of a body."""
    own = Meeting.objects.filter(bodies=body).prefetch_related("bodies")
    held = own.filter(state=MeetingState.HELD)
    coming = own.exclude(state=MeetingState.HELD).filter(Q(start_on__gte=on) | Q(end_on__gt=on))
    return BodyMeetings(
        tuple(coming.order_by("start_on", "id")[:SHOWN]),
        tuple(held.filter(start_on__isnull=False).order_by("-start_on", "-id")[:SHOWN]),
        held.count(),
    )


def _seats_on(on: date) -> QuerySet[Seat]:
    begun, not_over = Q(start_on=None) | Q(start_on__lte=on), Q(end_on=None) | Q(end_on__gt=on)
    return Seat.objects.filter(begun & not_over).order_by()

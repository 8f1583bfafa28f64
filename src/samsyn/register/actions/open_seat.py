"""Open a seat: somebody sits in a body from a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.seating import check_seat, seat_as_kept
from samsyn.register.models import NoSeat, Seat

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.actions.seating import SeatWanted


@transaction.atomic
def open_seat(wanted: SeatWanted, *, by: User, why: str = "") -> Event:
    """Give somebody a seat; that they were said to have none is forgotten.

    Raises:
        PermissionDenied: They may not.
        SeatUnusable: The seat could not be, or is there already.
    """
    require(by, "register.open_seat", wanted.body)
    check_seat(wanted)
    seat = Seat.objects.create(**wanted.columns())
    NoSeat.objects.filter(person=wanted.person, body=wanted.body).delete()
    return Event.objects.create(
        by=by, what="seat.opened", subject_type="seat", subject_id=seat.pk, after=seat_as_kept(seat), why=why
    )

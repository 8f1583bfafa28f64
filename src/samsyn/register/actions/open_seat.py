"""Open a seat: somebody sits in a body from a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.seating import check_seat, seat_as_kept
from samsyn.register.errors import SeatUnusable
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import NoSeat, Seat
from samsyn.register.protection import hidden_from

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.actions.seating import SeatWanted


@transaction.atomic
def open_seat(wanted: SeatWanted, *, by: User, why: str = "") -> Event:
    """Give somebody a seat; that they were said to have none is forgotten.

    Raises:
        PermissionDenied: They may not.
        SeatUnusable: The seat could not be, is there already, or is for somebody who is hidden from them:
            who sits in one's body is known to one, so that the seat would lift the protection.
    """
    require(by, "register.open_seat", wanted.body)
    if wanted.person.pk in hidden_from(by).people:
        raise SeatUnusable("Ingen i registret heter så: rätta namnet, eller be processledaren om hjälp.")
    wait_for_turn()
    check_seat(wanted)
    seat = Seat.objects.create(**wanted.columns())
    NoSeat.objects.filter(person=wanted.person, body=wanted.body).delete()
    return Event.objects.create(
        by=by, what="seat.opened", subject_type="seat", subject_id=seat.pk, after=seat_as_kept(seat), why=why
    )

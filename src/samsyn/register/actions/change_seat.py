"""Change a seat: its days, role, organisation, on whose behalf it is held, or whom it substitutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.seating import check_seat, seat_as_kept
from samsyn.register.errors import SeatUnusable
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import Seat

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.actions.seating import SeatWanted


@transaction.atomic
def change_seat(seat: Seat, wanted: SeatWanted, *, by: User, why: str = "") -> Event:
    """Make a seat what it is to be; whose it is and in which body stays.

    Raises:
        PermissionDenied: They may not.
        SeatUnusable: The seat could not be, is there already, or is another's.
    """
    require(by, "register.change_seat", seat)
    wait_for_turn()
    seat = Seat.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    if (wanted.person.pk, wanted.body.pk) != (seat.person_id, seat.body_id):
        raise SeatUnusable("En plats byter varken person eller organ: avsluta den och lägg till en ny.")
    if wanted.substitute_for is not None and wanted.substitute_for.pk == seat.pk:
        raise SeatUnusable("En ersättare ersätter någon annan: välj en annan.")
    check_seat(wanted, own=seat.pk)
    before = seat_as_kept(seat)
    for name, value in wanted.columns().items():
        setattr(seat, name, value)
    seat.save()
    return Event.objects.create(
        by=by, what="seat.changed", subject_type="seat", subject_id=seat.pk,
        before=before, after=seat_as_kept(seat), why=why,
    )  # fmt: skip

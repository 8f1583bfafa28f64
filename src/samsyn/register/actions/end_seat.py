"""End a seat: from a day on somebody no longer sits there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.seating import seat_as_kept
from samsyn.register.errors import SeatUnusable
from samsyn.register.models import Seat

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User


@transaction.atomic
def end_seat(seat: Seat, *, on: date, by: User, why: str = "") -> Event:
    """Let a seat end.

    Args:
        seat: One that has not ended on that day.
        on: First day without the seat.
        by: Who ends it.
        why: In their words.

    Raises:
        PermissionDenied: They may not.
        SeatUnusable: It has ended already, or had not begun.
    """
    require(by, "register.end_seat", seat)
    seat = Seat.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    if seat.is_over(on):
        raise SeatUnusable("Platsen är redan avslutad: ladda om sidan.")
    if seat.start_on is not None and on <= seat.start_on:
        raise SeatUnusable(
            "Platsen slutar innan den börjar: välj en senare dag, eller ångra att den lades till."
        )
    before = seat_as_kept(seat)
    seat.end_on = on
    seat.save(update_fields=["end_on"])
    return Event.objects.create(
        by=by, what="seat.ended", subject_type="seat", subject_id=seat.pk,
        before=before, after=seat_as_kept(seat), why=why,
    )  # fmt: skip

"""What a seat is to be, and whether it can be."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from samsyn.register.actions.deciding import columns_of
from samsyn.register.errors import SeatUnusable
from samsyn.register.models import Seat

if TYPE_CHECKING:
    from datetime import date

    from samsyn.register.models import Body, Organisation, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatWanted:
    """A seat as it is to be.

    Attributes:
        start_on: None where nobody knows since when.
        end_on: First day without it; None until further notice.
        substitute_for: The seat whose holder the person comes instead of.
    """

    person: Person
    body: Body
    organisation: Organisation | None = None
    role: str = ""
    on_behalf_of: Body | None = None
    start_on: date | None = None
    end_on: date | None = None
    substitute_for: Seat | None = None

    def columns(self) -> dict[str, Any]:
        """The seat's columns as they are to be."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


COLUMNS = [field.name for field in fields(SeatWanted)]


def seat_as_kept(seat: Seat) -> dict[str, Any]:
    """A seat as the history keeps it."""
    return columns_of(seat, COLUMNS)


def check_seat(wanted: SeatWanted, *, own: int | None = None) -> None:
    """Refuse a seat that could not be, or is there already.

    Args:
        wanted: The seat.
        own: Id of the seat that is changed into it.

    Raises:
        SeatUnusable: It ends before it begins, is somebody's own substitute, or is held already.
    """
    if wanted.start_on and wanted.end_on and wanted.end_on <= wanted.start_on:
        raise SeatUnusable("Platsen slutar innan den börjar: ändra en av dagarna.")
    if wanted.on_behalf_of is not None and wanted.on_behalf_of == wanted.body:
        raise SeatUnusable("Ett organ företräder inte sig självt: välj ett annat organ eller inget.")
    first = wanted.substitute_for
    if first is not None and (first.body_id != wanted.body.pk or first.person_id == wanted.person.pk):
        raise SeatUnusable("En ersättare ersätter någon annan i samma organ: välj en annan.")
    if _overlapping(wanted).exclude(pk=own).exists():
        raise SeatUnusable(f"{wanted.person} har redan den platsen då: ändra den i stället.")


def _overlapping(wanted: SeatWanted) -> Any:
    """Seats of the same person in the same body, from the same organisation, with a day in common."""
    same = Seat.objects.filter(person=wanted.person, body=wanted.body, organisation=wanted.organisation)
    if wanted.start_on is not None:
        same = same.filter(Q(end_on=None) | Q(end_on__gt=wanted.start_on))
    if wanted.end_on is not None:
        same = same.filter(Q(start_on=None) | Q(start_on__lt=wanted.end_on))
    return same

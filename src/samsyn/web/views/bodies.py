"""The list of bodies, and one body: its seats, its meetings, who comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from django.utils import timezone

from samsyn.accounts.permissions import may
from samsyn.register.models import Body, Seat
from samsyn.register.protection import hidden_from
from samsyn.register.queries.bodies import all_bodies, meetings_of
from samsyn.register.queries.owned import owned_by_body
from samsyn.register.queries.seats import comers, seats_of
from samsyn.register.queries.veiling import veil_comers, veil_seats
from samsyn.register.sight import sight_of
from samsyn.web.hand_overs import hand_overs_of_body
from samsyn.web.pages import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def bodies(request: HttpRequest) -> HttpResponse:
    """Every body, by name."""
    today = timezone.localdate()
    return show(
        request,
        "web/network/bodies.html",
        current="bodies",
        rows=all_bodies(on=today),
        may_add=may(request.user, "register.add_body"),
        today=today,
    )


def body(request: HttpRequest, body_id: int) -> HttpResponse:
    """One body."""
    found = get_object_or_404(Body.objects.prefetch_related("aliases"), pk=body_id)
    today, sight, hidden = timezone.localdate(), sight_of(request.user), hidden_from(request.user)
    seats = seats_of(Seat.objects.filter(body=found), on=today)
    veil_seats(seats, hidden)
    return show(
        request,
        "web/network/body.html",
        current="bodies",
        body=found,
        seats=seats,
        comers=veil_comers(comers(found, on=today, sight=sight), hidden),
        meetings=meetings_of(found, on=today),
        owned=owned_by_body(found, sight=sight),
        handed=hand_overs_of_body(found, on=today, sees=sight),
        may_change=may(request.user, "register.name_actor", found),
        may_seat=may(request.user, "register.open_seat", found),
        today=today,
    )

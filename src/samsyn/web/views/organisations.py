"""The tree of organisations, and one organisation: who comes from it, where it sits, what it is to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.utils import timezone

from samsyn.accounts.permissions import may
from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Organisation, Seat
from samsyn.register.protection import hidden_from
from samsyn.register.queries.organisations import below, came_from, organisation_tree, way_up
from samsyn.register.queries.owned import owned_by_organisations
from samsyn.register.queries.seats import seats_of
from samsyn.register.sight import sight_of
from samsyn.web.pages import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def organisations(request: HttpRequest) -> HttpResponse:
    """All organisations, each below the one that it belongs to."""
    return show(
        request,
        "web/network/organisations.html",
        current="bodies",
        tree=organisation_tree(),
        may_add=may(request.user, "register.add_organisation"),
    )


def organisation(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """One organisation with all that lies below it."""
    children = Prefetch("children", alphabetical(Organisation.objects.all()))
    found = get_object_or_404(
        Organisation.objects.prefetch_related("aliases", "earlier_names", children), pk=organisation_id
    )
    today, sight = timezone.localdate(), sight_of(request.user)
    own = below(found)
    hidden = hidden_from(request.user)
    people, n_people = came_from(own, sight=sight, hidden=hidden)
    sitting = Seat.objects.filter(organisation__in=own).exclude(person__in=hidden.people)
    return show(
        request,
        "web/network/organisation.html",
        current="bodies",
        organisation=found,
        above=way_up(found),
        people=people,
        n_people=n_people,
        seats=seats_of(sitting, on=today),
        owned=owned_by_organisations(own, sight=sight),
        may_change=may(request.user, "register.name_actor", found),
        today=today,
    )

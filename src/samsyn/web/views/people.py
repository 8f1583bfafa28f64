"""The list of people, and one person: seats, attendance, origins, and what they are to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.utils import timezone

from samsyn.accounts.permissions import may
from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Body, Person, Seat
from samsyn.register.protection import hidden_from
from samsyn.register.queries.owned import owned_by_person
from samsyn.register.queries.people import attended, latest_rows, origins, people_named, written_as
from samsyn.register.queries.seats import seats_of
from samsyn.register.roles import bodies_written
from samsyn.register.sight import sight_of
from samsyn.web.pages import show

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest, HttpResponse

ON_A_PAGE = 100
LONGEST = 200


def people(request: HttpRequest) -> HttpResponse:
    """People by name; `?namn=` narrows the list to names that hold the words."""
    words = request.GET.get("namn", "")[:LONGEST].strip()
    found = people_named(words, sight=sight_of(request.user), hidden=hidden_from(request.user))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("sida"))
    return show(
        request,
        "web/network/people.html",
        current="bodies",
        words_asked=words,
        page=page,
        latest=latest_rows(list(page)),
        may_add=may(request.user, "register.add_person"),
        today=timezone.localdate(),
    )


def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """One person; `?narvaro=alla` shows all that they were at."""
    today, sight = timezone.localdate(), sight_of(request.user)
    known = Person.objects.exclude(pk__in=hidden_from(request.user).people)
    known = known.exclude(pk__in=sight.strangers().values("pk"))
    found = get_object_or_404(known.prefetch_related("aliases"), pk=person_id)
    return show(
        request,
        "web/network/person.html",
        current="bodies",
        person=found,
        spellings=written_as(found, sight=sight),
        seats=seats_of(Seat.objects.filter(person=found), on=today),
        origins=origins(found, sight=sight),
        attended=attended(found, sight=sight, all_of_them="narvaro" in request.GET),
        owned=owned_by_person(found, sight=sight),
        may_change=may(request.user, "register.change_person", found),
        may_seat=may(request.user, "register.open_seat"),
        bodies=_own_bodies(request),
        may_protect=may(request.user, "register.protect_person", found),
        today=today,
    )


def _own_bodies(request: HttpRequest) -> Iterable[Body]:
    """The bodies in which somebody may give seats; nothing is asked where there are none."""
    if not may(request.user, "register.open_seat"):
        return ()
    written = bodies_written(request.user)
    return alphabetical(Body.objects.all() if written is None else Body.objects.filter(pk__in=written))

"""Which organisations were in the room over time, and what was decided without whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.register import service
from samsyn.register.models import Body, Meeting, Organisation
from samsyn.register.protection import hidden_from
from samsyn.register.queries import decided_without
from samsyn.register.queries.rooms import rooms_of_body, rooms_of_organisation
from samsyn.register.sight import sight_of
from samsyn.web.pages import show, signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event


def body_rooms(request: HttpRequest, body_id: int) -> HttpResponse:
    """A body's meetings side by side: who was there, and what was decided without whom."""
    found = get_object_or_404(Body, pk=body_id)
    today, sees = timezone.localdate(), sight_of(request.user)
    meetings, lines = rooms_of_body(found, on=today, sees=sees, hidden=hidden_from(request.user))
    own = Q(pk__in=Meeting.objects.filter(bodies=found).order_by().values("pk"))
    return show(
        request,
        "web/coverage/body.html",
        current="bodies",
        body=found,
        meetings=meetings,
        lines=lines,
        without=decided_without(on=today, sees=sees, among=own),
        may_publish=may(request.user, "register.publish_coverage", found),
        today=today,
    )


@require_POST
def publish_coverage(request: HttpRequest, body_id: int) -> HttpResponse:
    """Let the body's published notes tell which organisations were there, or let it end."""
    found = get_object_or_404(Body, pk=body_id)
    change = service.publish_coverage if request.POST.get("svar") == "ja" else service.withhold_coverage
    try:
        event = change(found, by=signed_in(request))
    except service.RegisterError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _told(event), extra_tags=str(event.pk))
    return redirect("body_rooms", body_id)


def _told(event: Event) -> str:
    if event.what == "body.coverage_published":
        return _("Publicerade anteckningar visar nu vilka kommuner och regioner som var med.")
    return _("Vilka som var med visas bara för inloggade.")


def organisation_rooms(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """The bodies that an organisation comes to: when it was there, and what was decided when it was not."""
    found = get_object_or_404(Organisation, pk=organisation_id)
    today, sees = timezone.localdate(), sight_of(request.user)
    lines = rooms_of_organisation(found, on=today, sees=sees, hidden=hidden_from(request.user))
    bodies = [line.subject.pk for line in lines]
    own = Q(pk__in=Meeting.objects.filter(bodies__in=bodies).order_by().values("pk"))
    without = decided_without(on=today, sees=sees, among=own)
    return show(
        request,
        "web/coverage/organisation.html",
        current="bodies",
        organisation=found,
        lines=lines,
        without=[one for one in without if found in one.organisations],
        today=today,
    )

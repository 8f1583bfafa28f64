"""An actor assesses itself: one page, made for a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.accounts.permissions import require
from samsyn.plan import service
from samsyn.plan.models import Actor
from samsyn.plan.queries.actor import see_actor
from samsyn.plan.reach import has_actor_in_reach
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.forms.plan_assess import claims_of, forms_of, unchanged
from samsyn.web.large_requests import takes_files
from samsyn.web.pages import show, signed_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event
    from samsyn.plan.queries.actor import ActorSeen

UNUSABLE = 422


@takes_files
def assess_actor(request: HttpRequest, actor_id: int) -> HttpResponse:
    """Where an actor stands in each area, filled with what it said last; what is sent is kept."""
    actor, user = get_actor(actor_id), signed_in(request)
    require(user, "plan.assess", actor)
    today = timezone.localdate()
    seen = see_actor(actor, on=today, sees=sight_of(user))
    refused = ""
    if request.method == "POST":
        try:
            return _keep(request, seen)
        except RegisterError as error:
            refused = error.message
    return show(
        request,
        "web/plan/assess.html",
        current="plan",
        seen=seen,
        forms=forms_of(seen, request.POST if refused else None),
        is_own=has_actor_in_reach(user, actor),
        said_by=request.POST.get("sagt-av", ""),
        refused=refused,
        lost_files=request.FILES,
        status=UNUSABLE if refused else 200,
        today=today,
    )


def get_actor(actor_id: int) -> Actor:
    """An actor with its plan and organisation.

    Raises:
        Http404: There is none.
    """
    rows = Actor.objects.select_related("plan", "organisation__parent")
    found: Actor = get_object_or_404(rows, pk=actor_id)
    return found


def tell_events(request: HttpRequest, events: Iterable[Event], told: str) -> None:
    """Say what was done, with a way to undo all of it."""
    messages.success(request, told, extra_tags=" ".join(str(event.pk) for event in events))


def _keep(request: HttpRequest, seen: ActorSeen) -> HttpResponse:
    """Keep what was sent.

    Raises:
        RegisterError: It cannot be kept.
    """
    is_same = request.POST.get("gor") == "oforandrat"
    said = unchanged(seen) if is_same else claims_of(forms_of(seen, request.POST), request.FILES)
    events = service.assess(
        seen.actor,
        said,
        on=timezone.localdate(),
        by=signed_in(request),
        said_by=request.POST.get("sagt-av", "").replace("\x00", ""),
    )
    tell_events(request, events, _("Bedömningen är sparad."))
    return redirect("plan_actor", seen.actor.pk)

"""How an organisation stands: its own page, and the same of another for those who may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.follow import own_organisations, see_standing
from samsyn.matters import service
from samsyn.plan.models import Actor, PlanState
from samsyn.register.models import Organisation, Statement
from samsyn.register.protection import hidden_from
from samsyn.register.queries.organisations import organisation_tree
from samsyn.register.reporting import organisations_told_for
from samsyn.register.roles import bodies_written
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.pages import next_address, read_numbers, show, signed_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from samsyn.matters.queries.actions import Action


def my_organisation(request: HttpRequest) -> HttpResponse:
    """The page of one's own organisation; where there are several, the one that is chosen."""
    own = own_organisations(signed_in(request), on=timezone.localdate())
    chosen = read_numbers([request.GET.get("organisation", "")])
    wanted = next((one for one in own if [one.pk] == chosen), next(iter(own), None))
    if wanted is None:
        return show(request, "web/standing/choose.html", current="my_organisation", tree=organisation_tree())
    return _show(request, wanted, own)


def standing(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """The same of any organisation, for everybody who reads the register."""
    found = get_object_or_404(Organisation, pk=organisation_id)
    own = own_organisations(signed_in(request), on=timezone.localdate())
    return _show(request, found, own if found in own else ())


@require_POST
def write_reply(request: HttpRequest, organisation_id: int, statement_id: int) -> HttpResponse:
    """Keep what the organisation says of a statement, and go back."""
    organisation = get_object_or_404(Organisation, pk=organisation_id)
    seen = Statement.objects.filter(sight_of(request.user).seen(), removed=False)
    statement = get_object_or_404(seen.select_related("meeting"), pk=statement_id)
    try:
        event = service.write_reply(
            statement, organisation, request.POST.get("svar", ""), by=signed_in(request)
        )
    except RegisterError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Svaret syns nu bredvid."), extra_tags=str(event.pk))
    return redirect(next_address(request, reverse("standing", args=[organisation_id])))


def _show(request: HttpRequest, organisation: Organisation, own: Sequence[Organisation]) -> HttpResponse:
    today, sees = timezone.localdate(), sight_of(request.user)
    seen = see_standing(organisation, on=today, sees=sees, hidden=hidden_from(request.user))
    is_own = organisation in own
    return show(
        request,
        "web/standing/page.html",
        current="my_organisation" if is_own else "bodies",
        organisation=organisation,
        own=own,
        is_own=is_own,
        seen=seen,
        told=_told_by(request, organisation, seen.promised),
        plan_actors=Actor.objects.filter(
            organisation=organisation, left_on=None, plan__state=PlanState.ACTIVE
        ).select_related("plan"),
        may_reply=may(request.user, "matters.reply", organisation),
        today=today,
    )


def _told_by(request: HttpRequest, organisation: Organisation, promised: Sequence[Action]) -> set[int]:
    """The actions of which the reader may tell how they go, as the rule says, without asking for each."""
    written = bodies_written(request.user)
    if written is None or organisation in organisations_told_for(request.user):
        return {one.statement.pk for one in promised}
    return {
        one.statement.pk
        for one in promised
        if any(body.pk in written for body in one.statement.meeting.bodies.all())
    }

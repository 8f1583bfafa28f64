"""A plan that notes speak of, before anybody has made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.plan import service
from samsyn.plan.queries.plans import all_plans
from samsyn.plan.queries.proposals import see_proposal
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.pages import read_numbers, show, signed_in
from samsyn.web.views.matters import tell_done

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict


def plan_proposal(request: HttpRequest) -> HttpResponse:
    """What the notes say of a plan, with the words that say it."""
    return show(
        request,
        "web/plan/proposal.html",
        current="plan",
        seen=see_proposal(sight_of(request.user)),
        plans=all_plans(),
        may_change=may(request.user, "plan.change_plan"),
        today=timezone.localdate(),
    )


@require_POST
def take_proposal(request: HttpRequest) -> HttpResponse:
    """Make a plan of what is ticked ("plan"), or say that it is none ("nej")."""
    by, act = signed_in(request), request.POST.get("gor", "")
    stamp = request.POST.get("sedd", "")
    if act not in {"plan", "nej"}:
        raise Http404
    try:
        if act == "nej":
            event = service.refuse_outline(stamp, by=by)
            tell_done(request, event, _("Det är ingen plan, och föreslås inte igen."))
            return redirect("plan")
        event = service.take_outline(_chosen(request.POST), on=timezone.localdate(), by=by)
    except RegisterError as error:
        messages.error(request, error.message)
        return redirect("plan_proposal")
    service.catch_up_plans()
    tell_done(request, event, _("Planen är gjord ur anteckningarna. Lägg nu till vilka den gäller."))
    return redirect("change_plan", event.subject_id)


def _chosen(sent: QueryDict) -> service.OutlineChosen:
    return service.OutlineChosen(
        stamp=sent.get("sedd", ""),
        name=sent.get("namn", "").replace("\x00", ""),
        areas=frozenset(read_numbers(sent.getlist("omrade"))),
        times=frozenset(_time(text) for text in sent.getlist("tid")),
        milestones=frozenset(read_numbers(sent.getlist("milstolpe"))),
        comments=frozenset(read_numbers(sent.getlist("synpunkt"))),
        words=frozenset(sent.getlist("ord")),
        groups=frozenset(sent.getlist("grupp")),
    )


def _time(text: str) -> tuple[int | None, int]:
    """A time's area and step out of "2.4"; ".4" is of all areas."""
    area, _point, step = text.partition(".")
    numbers = read_numbers([step])
    return next(iter(read_numbers([area])), None), numbers[0] if numbers else 0

"""Whom a plan is for, what they are outside of, and whom the plan's words for groups mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.plan import service
from samsyn.plan.models import Actor, NamedGroup, Outside, Plan
from samsyn.plan.queries.actors import see_actors
from samsyn.plan.queries.groups import see_groups
from samsyn.plan.queries.parts import see_outline
from samsyn.register.models import Organisation
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.pages import read_numbers, show, signed_in
from samsyn.web.picking import pointed_statement
from samsyn.web.plan_posts import posted_line, read_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event

    Act = Callable[[HttpRequest, Plan], list[Event]]


def plan_actors(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The actors, and the words for groups with whom they mean."""
    plan, today = get_object_or_404(Plan, pk=plan_id), timezone.localdate()
    outline = see_outline(plan, on=today)
    return show(
        request,
        "web/plan/actors.html",
        current="plan",
        plan=plan,
        actors=see_actors(plan, on=today),
        outline=outline,
        groups=see_groups(plan, on=today, outline=outline),
        hidden=sight_of(request.user).hidden_ids(),
        may_change=may(request.user, "plan.change_plan"),
        today=today,
    )


@require_POST
def change_actors(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Add, order and let go actors; say who is outside and whom a word means."""
    plan = get_object_or_404(Plan, pk=plan_id)
    back = redirect(f"{reverse('plan_actors', args=[plan.pk])}{_place(request)}")
    act = request.POST.get("gor", "")
    if act not in ACTS:
        raise Http404
    do, told = ACTS[act]
    try:
        events = do(request, plan)
    except RegisterError as error:
        messages.error(request, error.message)
        return back
    messages.success(request, _(told), extra_tags=" ".join(str(event.pk) for event in events))
    return back


def _add(request: HttpRequest, plan: Plan) -> list[Event]:
    wanted = Organisation.objects.filter(pk__in=read_numbers(request.POST.getlist("organisation")))
    if not wanted:
        raise service.PlanUnusable("Välj vilka som ska läggas till.")
    return [service.add_actor(plan, one, by=signed_in(request)) for one in wanted.order_by("pk")]


def _leave(request: HttpRequest, plan: Plan) -> list[Event]:
    actor = _actor(request, plan)
    return [
        service.remove_actor(
            actor, on=timezone.localdate(), why=posted_line(request, "varfor"), by=signed_in(request)
        )
    ]


def _return(request: HttpRequest, plan: Plan) -> list[Event]:
    return [service.add_actor(plan, _actor(request, plan).organisation, by=signed_in(request))]


def _up(request: HttpRequest, plan: Plan) -> list[Event]:
    return [service.move_actor(_actor(request, plan), up=True, by=signed_in(request))]


def _down(request: HttpRequest, plan: Plan) -> list[Event]:
    return [service.move_actor(_actor(request, plan), up=False, by=signed_in(request))]


def _outside(request: HttpRequest, plan: Plan) -> list[Event]:
    asked = next(iter(read_numbers([request.POST.get("del", "")])), None)
    part = get_object_or_404(plan.parts, pk=asked) if asked else None
    said = service.OutsideSaid(
        part,
        posted_line(request, "varfor"),
        until=read_day(request.POST.get("till", "")),
        source=pointed_statement(request),
    )
    return [service.say_outside(_actor(request, plan), said, by=signed_in(request))]


def _inside(request: HttpRequest, plan: Plan) -> list[Event]:
    asked = next(iter(read_numbers([request.POST.get("utanfor", "")])), 0)
    row = get_object_or_404(Outside.objects.select_related("actor__plan"), actor__plan=plan, pk=asked)
    return [service.end_outside(row, on=timezone.localdate(), by=signed_in(request))]


def _resolve(request: HttpRequest, plan: Plan) -> list[Event]:
    chosen = read_numbers(request.POST.getlist("aktor"))
    members = list(plan.actors.filter(pk__in=chosen, left_on=None))
    decided_on = read_day(request.POST.get("beslutad", ""))
    words = posted_line(request, "ord")
    return [service.resolve_group(plan, words, members, decided_on=decided_on, by=signed_in(request))]


def _reopen(request: HttpRequest, plan: Plan) -> list[Event]:
    group = get_object_or_404(NamedGroup, plan=plan, words=posted_line(request, "ord"))
    return [service.reopen_group(group, by=signed_in(request))]


def _actor(request: HttpRequest, plan: Plan) -> Actor:
    asked = next(iter(read_numbers([request.POST.get("aktor", "")])), 0)
    found: Actor = get_object_or_404(plan.actors.select_related("organisation", "plan"), pk=asked)
    return found


def _place(request: HttpRequest) -> str:
    return "#grupper" if request.POST.get("ord") else ""


ACTS: dict[str, tuple[Act, str]] = {
    "lagg-till": (_add, "Aktörerna är tillagda."),
    "ta-bort": (_leave, "Aktören är borttagen ur planen. Det den har sagt finns kvar."),
    "tillbaka": (_return, "Aktören ingår i planen igen."),
    "upp": (_up, "Ordningen är ändrad."),
    "ner": (_down, "Ordningen är ändrad."),
    "ingar-inte": (_outside, "Sparat som ingår inte."),
    "ingar": (_inside, "Aktören ingår igen."),
    "vilka": (_resolve, "Gruppen är utskriven."),
    "olost": (_reopen, "Gruppen står som olöst igen."),
}

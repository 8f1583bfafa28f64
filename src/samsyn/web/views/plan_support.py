"""Support that actors ask for, what was learned, and whether what was reached lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.plan import service
from samsyn.plan.models import Actor, Part, PartKind, Plan, Support
from samsyn.plan.queries.plans import all_plans, chosen_plan
from samsyn.plan.queries.support import see_lessons, see_support
from samsyn.plan.queries.sustainment import all_dues
from samsyn.plan.reach import actors_in_reach
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.pages import show, signed_in
from samsyn.web.picking import pointed_statement
from samsyn.web.plan_posts import posted_line, posted_number, read_day
from samsyn.web.views.matters import tell_done
from samsyn.web.views.plan import no_plan, read_number
from samsyn.web.words import LASTING

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event


def plan_support(request: HttpRequest) -> HttpResponse:
    """What was asked for: what waits longest first."""

    def given(plan: Plan) -> dict[str, Any]:
        rows = see_support(plan, sees=sight_of(request.user))
        return {"rows": rows, "waiting": [one for one in rows if one.state == "asked"]}

    return _show(request, "web/plan/support.html", given)


def plan_lessons(request: HttpRequest) -> HttpResponse:
    """What was learned, with where it comes from."""

    def given(plan: Plan) -> dict[str, Any]:
        may_tell = may(request.user, "plan.tell_lesson")
        actors = plan.actors.filter(left_on=None).select_related("organisation") if may_tell else ()
        return {
            "rows": see_lessons(plan, sees=sight_of(request.user)),
            "may_tell": may_tell,
            "every_actor": actors,
        }

    return _show(request, "web/plan/lessons.html", given)


def plan_sustainment(request: HttpRequest) -> HttpResponse:
    """Where it is time to ask whether it lasts, what was answered, and what comes."""

    def given(plan: Plan) -> dict[str, Any]:
        today = timezone.localdate()
        rows = all_dues(plan, on=today)
        return {
            "waiting": [one for one in rows if one.waits(today)],
            "answered": [one for one in rows if one.answer],
            "coming": [one for one in rows if not one.answer and one.due_on > today],
            "has_everyday": plan.parts.filter(meaning="everyday", withdrawn_on=None).exists(),
        }

    return _show(request, "web/plan/sustainment.html", given)


@require_POST
def change_support(request: HttpRequest) -> HttpResponse:
    """Ask, give, or say why not."""
    act = request.POST.get("gor", "")
    if act not in ACTS:
        raise Http404
    do, told = ACTS[act]
    return _do(request, do, _(told), "plan_support")


@require_POST
def tell_lesson(request: HttpRequest) -> HttpResponse:
    """Keep a lesson."""
    return _do(request, _lesson, _("Lärdomen är sparad."), "plan_lessons")


@require_POST
def tell_sustainment(request: HttpRequest) -> HttpResponse:
    """Keep the answers of one time."""
    return _do(request, _lasting, _("Svaret är sparat."), "plan_sustainment")


def _show(request: HttpRequest, template: str, given: Callable[[Plan], dict[str, Any]]) -> HttpResponse:
    """A page of the plan that is chosen."""
    plans = all_plans()
    plan = chosen_plan(read_number(request.GET.get("plan", "")), plans)
    if plan is None:
        return no_plan(request)
    return show(
        request,
        template,
        current="plan",
        plan=plan,
        plans=plans,
        actors=actors_in_reach(request.user, plan),
        areas=plan.parts.filter(kind=PartKind.AREA, withdrawn_on=None).order_by("number"),
        may_give=may(request.user, "plan.give_support"),
        today=timezone.localdate(),
        **given(plan),
    )


def _do(request: HttpRequest, do: Callable[[HttpRequest], Event], told: str, page: str) -> HttpResponse:
    try:
        tell_done(request, do(request), told)
    except RegisterError as error:
        messages.error(request, error.message)
    return redirect(page)


def _ask(request: HttpRequest) -> Event:
    actor: Actor = get_object_or_404(Actor.objects.select_related("plan"), pk=posted_number(request, "aktor"))
    wanted = service.SupportWanted(
        posted_line(request, "stod"),
        _area(request, actor.plan),
        posted_line(request, "av"),
        read_day(request.POST.get("dag", "")),
        pointed_statement(request),
    )
    return service.ask_for_support(actor, wanted, on=timezone.localdate(), by=signed_in(request))


def _give(request: HttpRequest) -> Event:
    said = service.SupportGiven(
        posted_line(request, "vad"),
        posted_line(request, "av"),
        read_day(request.POST.get("dag", "")),
        pointed_statement(request),
    )
    return service.give_support(_support(request), said, on=timezone.localdate(), by=signed_in(request))


def _decline(request: HttpRequest) -> Event:
    why = posted_line(request, "varfor")
    return service.decline_support(_support(request), why, on=timezone.localdate(), by=signed_in(request))


def _lesson(request: HttpRequest) -> Event:
    plan = get_object_or_404(Plan, pk=posted_number(request, "plan"))
    actor = plan.actors.filter(pk=posted_number(request, "aktor")).first()
    wanted = service.LessonWanted(
        posted_line(request, "lardom"),
        _area(request, plan),
        actor,
        read_day(request.POST.get("dag", "")),
        pointed_statement(request),
        told_by=posted_line(request, "av"),
    )
    return service.tell_lesson(plan, wanted, on=timezone.localdate(), by=signed_in(request))


def _lasting(request: HttpRequest) -> Event:
    actor: Actor = get_object_or_404(Actor.objects.select_related("plan"), pk=posted_number(request, "aktor"))
    area: Part = get_object_or_404(actor.plan.parts, pk=posted_number(request, "omrade"))
    routine, annual_cycle, introduction, measured = (request.POST.get(name, "") for name in LASTING)
    said = service.Lasting(routine, annual_cycle, introduction, measured, posted_line(request, "rad"))
    return service.tell_sustainment(
        actor, area, posted_number(request, "manader"), said, on=timezone.localdate(), by=signed_in(request)
    )


def _support(request: HttpRequest) -> Support:
    rows = Support.objects.select_related("actor__plan")
    found: Support = get_object_or_404(rows, pk=posted_number(request, "onskemal"))
    return found


def _area(request: HttpRequest, plan: Plan) -> Part | None:
    return plan.parts.filter(pk=posted_number(request, "omrade"), kind=PartKind.AREA).first()


# What a button says: what it does, and what is told then.
ACTS: dict[str, tuple[Callable[[HttpRequest], Event], str]] = {
    "be-om": (_ask, "Det är sparat och väntar på svar."),
    "ge": (_give, "Stödet är sparat som givet."),
    "kan-inte": (_decline, "Det är sparat att stödet inte kan ges, och varför."),
}

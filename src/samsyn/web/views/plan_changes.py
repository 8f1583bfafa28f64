"""A plan's parts in order, and what is changed of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.plan import service
from samsyn.plan.models import Part, PartKind, Plan
from samsyn.plan.queries.parts import see_outline
from samsyn.register.service import RegisterError
from samsyn.web.forms.plan import FactsForm
from samsyn.web.pages import read_numbers, show, signed_in
from samsyn.web.plan_posts import posted_line
from samsyn.web.views.matters import tell_done

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event

    Act = Callable[[HttpRequest, Plan], Event]

BELOW = {"target": "milestone", "area": "step", "step": "milestone"}


def change_plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """All parts of a plan in order, each with what can be done to it."""
    plan = get_object_or_404(Plan, pk=plan_id)
    facts = _facts(plan)
    if request.method == "POST":
        if request.POST.get("gor") != "uppgifter":
            return _change(request, plan)
        facts = FactsForm(request.POST)
        if facts.is_valid() and (done := _change_facts(request, plan, facts)) is not None:
            return done
    return show(
        request,
        "web/plan/change.html",
        current="plan",
        plan=plan,
        has_actors=plan.actors.filter(left_on=None).exists(),
        facts=facts,
        stamp=service.stamp_of_row(plan),
        outline=see_outline(plan, on=timezone.localdate()),
        stamp_of=service.stamp_of_row,
        below=BELOW,
        today=timezone.localdate(),
    )


def _facts(plan: Plan) -> FactsForm:
    names = ("name", "began_on", "evidence_months")
    return FactsForm(initial={name: getattr(plan, name) for name in names})


def _change_facts(request: HttpRequest, plan: Plan, facts: FactsForm) -> HttpResponse | None:
    try:
        event = service.change_plan(plan, **facts.cleaned_data, by=signed_in(request), seen=_seen(request))
    except RegisterError as error:
        messages.error(request, error.message)
        return None
    tell_done(request, event, _("Planens uppgifter är sparade."))
    return redirect("change_plan", plan.pk)


def _change(request: HttpRequest, plan: Plan) -> HttpResponse:
    act = request.POST.get("gor", "")
    if act not in ACTS:
        raise Http404
    do, told = ACTS[act]
    back = reverse("change_plan", args=[plan.pk])
    try:
        event = do(request, plan)
    except RegisterError as error:
        messages.error(request, error.message)
        return redirect(f"{back}#{posted_line(request, 'plats')}" if posted_line(request, "plats") else back)
    tell_done(request, event, _(told))
    return redirect(f"{back}#del-{event.subject_id}" if event.subject_type == "part" else back)


def _part(request: HttpRequest, plan: Plan) -> Part:
    asked = next(iter(read_numbers([request.POST.get("del", "")])), 0)
    found: Part = get_object_or_404(plan.parts.select_related("plan", "parent"), pk=asked)
    return found


def _add(request: HttpRequest, plan: Plan) -> Event:
    parent = _part(request, plan) if request.POST.get("del") else None
    kind = BELOW.get(parent.kind, "") if parent else request.POST.get("sort", PartKind.AREA)
    if kind not in set(PartKind):
        raise Http404
    wanted = service.PartWanted(kind, posted_line(request, "namn"), posted_line(request, "lydelse"))
    return service.add_part(wanted, plan=plan, parent=parent, on=timezone.localdate(), by=signed_in(request))


def _rename(request: HttpRequest, plan: Plan) -> Event:
    return service.change_part(
        _part(request, plan),
        name=posted_line(request, "namn"),
        meaning=posted_line(request, "betydelse"),
        by=signed_in(request),
        seen=_seen(request),
    )


def _move_up(request: HttpRequest, plan: Plan) -> Event:
    return service.move_part(_part(request, plan), up=True, by=signed_in(request))


def _move_down(request: HttpRequest, plan: Plan) -> Event:
    return service.move_part(_part(request, plan), up=False, by=signed_in(request))


def _withdraw(request: HttpRequest, plan: Plan) -> Event:
    return service.withdraw_part(
        _part(request, plan),
        why=posted_line(request, "varfor"),
        on=timezone.localdate(),
        by=signed_in(request),
    )


def _restore(request: HttpRequest, plan: Plan) -> Event:
    return service.restore_part(_part(request, plan), by=signed_in(request))


def _end(request: HttpRequest, plan: Plan) -> Event:
    return service.end_plan(
        plan, on=timezone.localdate(), why=posted_line(request, "varfor"), by=signed_in(request)
    )


def _reopen(request: HttpRequest, plan: Plan) -> Event:
    return service.reopen_plan(plan, by=signed_in(request))


def _seen(request: HttpRequest) -> str:
    return request.POST.get("sedd", "")


# What a button says: what it does, and what is told then.
ACTS: dict[str, tuple[Act, str]] = {
    "lagg-till": (_add, "Delen är tillagd."),
    "namn": (_rename, "Ändringen är sparad."),
    "upp": (_move_up, "Delen är flyttad."),
    "ner": (_move_down, "Delen är flyttad."),
    "stryk": (_withdraw, "Delen är struken ur planen. Allt som sagts om den finns kvar."),
    "aterinfor": (_restore, "Delen ingår i planen igen."),
    "avsluta": (_end, "Planen är avslutad."),
    "oppna": (_reopen, "Planen följs igen."),
}

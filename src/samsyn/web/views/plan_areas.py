"""One area of a plan, and those who stand between test and everyday work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from django.utils import timezone

from samsyn.plan.models import Part, PartKind
from samsyn.plan.queries.area import between, paces, spread
from samsyn.plan.queries.map import see_map
from samsyn.plan.queries.plans import all_plans, chosen_plan
from samsyn.web.pages import show
from samsyn.web.plan_words import tell_pace
from samsyn.web.views.plan import BEFORE, no_plan, read_number

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def plan_area(request: HttpRequest, part_id: int) -> HttpResponse:
    """An area: its steps with their words, who stands where, and when the rest may be there."""
    area = get_object_or_404(Part.objects.select_related("plan"), pk=part_id, kind=PartKind.AREA)
    today = timezone.localdate()
    seen = see_map(area.plan, on=today, since=today - BEFORE)
    steps = area.parts.filter(kind=PartKind.STEP, withdrawn_on=None).prefetch_related("wordings", "parts")
    return show(
        request,
        "web/plan/area.html",
        current="plan",
        plan=area.plan,
        plans=all_plans(),
        area=area,
        map=seen,
        steps={step.pk: step for step in steps},
        spread=spread(seen, area) if area.withdrawn_on is None else [],
        paces=[(step, pace, tell_pace(pace)) for step, pace in paces(seen, area)]
        if area.withdrawn_on is None
        else [],
        since=today - BEFORE,
        today=today,
    )


def plan_between(request: HttpRequest) -> HttpResponse:
    """Those on the test: first those without a word of what comes next."""
    plans = all_plans()
    plan = chosen_plan(read_number(request.GET.get("plan", "")), plans)
    if plan is None:
        return no_plan(request)
    today = timezone.localdate()
    seen = see_map(plan, on=today)
    rows = between(seen)
    return show(
        request,
        "web/plan/between.html",
        current="plan",
        plan=plan,
        plans=plans,
        map=seen,
        rows=rows,
        n_unplanned=sum(not row.is_planned for row in rows),
        has_test=any(step.is_test for steps in seen.steps.values() for step in steps),
        today=today,
    )

"""The map of a plan: where every actor says that it stands, and what shows it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.accounts.permissions import may
from samsyn.plan.queries.map import see_map
from samsyn.plan.queries.plans import all_plans, chosen_plan
from samsyn.plan.queries.proposals import see_proposal
from samsyn.plan.queries.times import see_times
from samsyn.register.sight import sight_of
from samsyn.web.pages import asked_day, show
from samsyn.web.plan_time import draw_times
from samsyn.web.plan_words import tell_map

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

BEFORE = timedelta(days=183)
"""How far back moves are told: half a year, about a school term."""


def plan_map(request: HttpRequest) -> HttpResponse:
    """The map of the plan that is chosen, as it was known on a day (`?dag=2026-09-01`)."""
    plans = all_plans()
    plan = chosen_plan(read_number(request.GET.get("plan", "")), plans)
    if plan is None:
        return no_plan(request)
    today = timezone.localdate()
    on = min(asked_day(request.GET.get("dag", "")) or today, today)
    seen = see_map(plan, on=on, since=on - BEFORE)
    times = see_times(plan, seen.parts)
    return show(
        request,
        "web/plan/map.html",
        current="plan",
        plan=plan,
        plans=plans,
        map=seen,
        told=tell_map(seen),
        times=times,
        passed=[when for when in times.whens if when.is_passed(today)],
        picture=draw_times(times, began=plan.began_on or plan.opened_at.date(), today=today),
        as_table=request.GET.get("nar") == "tabell",
        since=on - BEFORE,
        may_change=may(request.user, "plan.change_plan"),
        today=today,
    )


def no_plan(request: HttpRequest) -> HttpResponse:
    """What is shown where nobody has made a plan."""
    may_make = may(request.user, "plan.change_plan")
    seen = see_proposal(sight_of(request.user))
    return show(request, "web/plan/none.html", current="plan", may_make=may_make, seen=seen)


def read_number(text: str) -> int | None:
    """A plan's id in an address; None where it is none."""
    return int(text) if text.isdecimal() and len(text) < 10 else None

"""The plan's words: what is asked of them, which have changed, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.accounts.permissions import may
from samsyn.plan.queries.asked import see_asked
from samsyn.plan.queries.groups import see_groups
from samsyn.plan.queries.parts import see_outline
from samsyn.plan.queries.plans import all_plans, chosen_plan
from samsyn.register.sight import sight_of
from samsyn.web.pages import show
from samsyn.web.plan_part_words import tell_wordings
from samsyn.web.views.plan import no_plan, read_number

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def plan_wordings(request: HttpRequest) -> HttpResponse:
    """The wordings of the plan that is chosen."""
    plans = all_plans()
    plan = chosen_plan(read_number(request.GET.get("plan", "")), plans)
    if plan is None:
        return no_plan(request)
    today = timezone.localdate()
    outline = see_outline(plan, on=today)
    asked = see_asked(plan, sees=sight_of(request.user))
    groups = [row for row in see_groups(plan, on=today, outline=outline) if not row.is_resolved]
    return show(
        request,
        "web/plan/wordings.html",
        current="plan",
        plan=plan,
        plans=plans,
        outline=outline,
        asked=asked,
        groups=groups,
        told=tell_wordings(asked, outline),
        may_change=may(request.user, "plan.change_plan"),
        today=today,
    )

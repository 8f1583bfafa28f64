"""The first page: what needs attention."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.accounts.permissions import may
from samsyn.follow import see_news, see_overview
from samsyn.plan.queries.map import see_map
from samsyn.plan.queries.plans import all_plans, chosen_plan
from samsyn.plan.queries.waiting import what_waits
from samsyn.register.protection import hidden_from
from samsyn.register.sight import sight_of
from samsyn.web.kept_pages import kept_page
from samsyn.web.pages import show
from samsyn.web.theirs import own_bodies

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from samsyn.plan.queries.map import Map

NEW_FOR = timedelta(days=7)


@kept_page(beside=own_bodies)
def overview(request: HttpRequest, *, beside: tuple[int, ...]) -> HttpResponse:
    """A list that is read from the top; what waits for bodies in which the reader sits is theirs."""
    today, sees = timezone.localdate(), sight_of(request.user)
    hidden = hidden_from(request.user).people
    return show(
        request,
        "web/overview.html",
        current="overview",
        overview=see_overview(on=today, sees=sees, hidden=hidden, own=beside),
        news=see_news(since=_day_begins(today - NEW_FOR), sees=sees),
        map=_plan(today),
        plan_waits=what_waits(request.user, on=today),
        may_import=may(request.user, "register.import_notes"),
        today=today,
    )


def _plan(today: date) -> Map | None:
    """The map of the plan that is followed; None where there is none."""
    plan = chosen_plan(None, all_plans())
    return see_map(plan, on=today) if plan else None


def _day_begins(day: date) -> datetime:
    """Midnight: the page is the same all day, as long as nothing happens."""
    return timezone.make_aware(datetime.combine(day, time.min))

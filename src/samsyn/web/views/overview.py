"""The first page: what needs attention."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.accounts.permissions import may
from samsyn.follow import see_news, see_overview
from samsyn.register.protection import hidden_from
from samsyn.register.sight import sight_of
from samsyn.web.pages import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

NEW_FOR = timedelta(days=7)


def overview(request: HttpRequest) -> HttpResponse:
    """A list that is read from the top."""
    today, sees = timezone.localdate(), sight_of(request.user)
    hidden = hidden_from(request.user).people
    return show(
        request,
        "web/overview.html",
        current="overview",
        overview=see_overview(on=today, sees=sees, hidden=hidden),
        news=see_news(since=timezone.now() - NEW_FOR, sees=sees),
        may_import=may(request.user, "register.import_notes"),
        today=today,
    )

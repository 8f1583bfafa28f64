"""The first page: what needs attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.follow import see_overview
from samsyn.register.sight import sight_of
from samsyn.web.pages import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def overview(request: HttpRequest) -> HttpResponse:
    """A list that is read from the top."""
    today = timezone.localdate()
    seen = see_overview(on=today, sees=sight_of(request.user))
    return show(request, "web/overview.html", current="overview", overview=seen, today=today)

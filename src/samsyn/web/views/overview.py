"""The first page: what needs attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.follow import see_overview
from samsyn.web.pages import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def overview(request: HttpRequest) -> HttpResponse:
    """A list that is read from the top."""
    today = timezone.localdate()
    return show(
        request, "web/overview.html", current="overview", overview=see_overview(on=today), today=today
    )

"""The meetings that wait to be looked through, what is hardest to recover first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.views.decorators.http import require_safe

from samsyn.register.queries.review import meetings_to_review
from samsyn.register.roles import bodies_written
from samsyn.web.pages import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

ON_A_PAGE = 50


@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """The list; a meeting opens where the first question is."""
    rows = meetings_to_review(bodies_written(request.user))
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("sida"))
    return show(request, "web/review/waiting.html", current="review", page=page)

"""The choice of light or dark, kept in a cookie on the reader's own machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from samsyn.web.pages import THEMES, next_address
from samsyn.web.sealing import THEME_COOKIE

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

YEAR = 365 * 24 * 60 * 60


@require_POST
def choose_appearance(request: HttpRequest) -> HttpResponse:
    """Keep the choice and go back to the page."""
    response = redirect(next_address(request, reverse("overview")))
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        response.set_cookie(
            THEME_COOKIE, theme, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure()
        )
    else:
        response.delete_cookie(THEME_COOKIE, samesite="Lax")
    return response

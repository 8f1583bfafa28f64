"""Choices in the filter of a list, kept under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts import service
from samsyn.accounts.models import SavedView
from samsyn.web import action_filters, filters
from samsyn.web.pages import signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

READERS = {"statements": filters.read_chosen, "actions": action_filters.read_chosen}


@require_POST
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep what the list of decisions and actions shows now."""
    return _save(request, "statements")


@require_POST
def save_actions_view(request: HttpRequest) -> HttpResponse:
    """Keep what the list of actions shows now."""
    return _save(request, "actions")


@require_POST
def remove_view(request: HttpRequest, view_id: int) -> HttpResponse:
    """Keep one of one's own no longer; somebody else's is not to be found."""
    user = signed_in(request)
    view = get_object_or_404(SavedView, pk=view_id, user=user, page__in=READERS)
    service.remove_view(view, by=user)
    messages.success(request, _("Vyn ”%(name)s” är borttagen.") % {"name": view.name})
    return redirect(f"{reverse(view.page)}?{view.query}")


def _save(request: HttpRequest, page: str) -> HttpResponse:
    """The form carries the address's own words."""
    query = READERS[page](QueryDict(request.POST.get("val", ""))).address()
    name = request.POST.get("namn", "").replace("\x00", "")
    try:
        view = service.save_view(page, name, query, by=signed_in(request))
    except service.AccountError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Vyn ”%(name)s” är sparad.") % {"name": view.name})
    return redirect(f"{reverse(page)}?{query}")

"""Rows of the reading cut in two, made one, and added out of words chosen in the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from samsyn.register import service
from samsyn.register.models import Meeting, Statement
from samsyn.web.pages import htmx_of, read_numbers, signed_in

if TYPE_CHECKING:
    from django.db.models import Model
    from django.http import HttpRequest, HttpResponse

KEYS = {"agendaitem": "item"}


@require_POST
def split(request: HttpRequest, meeting_id: int, statement_id: int) -> HttpResponse:
    """Cut a statement where the form says."""
    said = get_object_or_404(Statement, pk=statement_id, meeting=meeting_id)
    at = next(iter(read_numbers([request.POST.get("plats", "")])), 0)
    try:
        _second, event = service.split_statement(
            said, at=at, seen=request.POST.get("sett", ""), by=signed_in(request)
        )
    except service.RegisterError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Raden är delad i två."), extra_tags=str(event.pk))
    return _at_row(request, meeting_id, said)


@require_POST
def merge(request: HttpRequest, meeting_id: int, statement_id: int) -> HttpResponse:
    """Make a statement and the next one row."""
    said = get_object_or_404(Statement, pk=statement_id, meeting=meeting_id)
    try:
        event = service.merge_statements(said, seen=request.POST.get("sett", ""), by=signed_in(request))
    except service.RegisterError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("De två raderna är en."), extra_tags=str(event.pk))
    return _at_row(request, meeting_id, said)


@require_POST
def add(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Make a row of the words that are chosen in the notes."""
    meeting = get_object_or_404(Meeting, pk=meeting_id)
    places = read_numbers(request.POST.get(name, "") for name in ("fran", "till", "version"))
    if len(places) != 3:
        raise Http404
    wanted = service.RowWanted(request.POST.get("vad", ""), *places[:2])
    try:
        row, event = service.add_row(meeting, wanted, seen=places[2], by=signed_in(request))
    except service.RegisterError as error:
        messages.error(request, error.message)
        return _go(request, reverse("meeting", args=[meeting_id]))
    messages.success(request, _("Raden är tillagd."), extra_tags=str(event.pk))
    return _at_row(request, meeting_id, row)


def _at_row(request: HttpRequest, meeting_id: int, row: Model) -> HttpResponse:
    """The meeting's page with a row open."""
    name = row._meta.model_name or ""
    key = f"{KEYS.get(name, name)}-{row.pk}"
    return _go(request, reverse("meeting", args=[meeting_id], query={"rad": key}) + f"#{key}")


def _go(request: HttpRequest, address: str) -> HttpResponse:
    # With a fragment the browser would only jump within the page that it has: the row alone is named.
    if htmx_of(request):
        return HttpResponseClientRedirect(address.partition("#")[0])
    return redirect(address)

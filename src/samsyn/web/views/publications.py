"""Finished notes that all may read: publishing them, the open page, taking them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.accounts.permissions import may
from samsyn.register import service
from samsyn.register.models import NotesState
from samsyn.register.queries.published import find_publication, open_notes, publication_of
from samsyn.register.queries.published import publications as find_publications
from samsyn.web.notes import write_notes
from samsyn.web.pages import show, show_plain, signed_in
from samsyn.web.views.life import own_notes, seen_version

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.register.models import Publication

GONE = 410
ON_A_PAGE = 50


def publications(request: HttpRequest) -> HttpResponse:
    """What all may read now, and what was taken back last."""
    page = Paginator(find_publications(), ON_A_PAGE).get_page(request.GET.get("sida"))
    return show(
        request,
        "web/publications/list.html",
        current="meetings",
        page=page,
        withdrawable={one.pk for one in page if may(request.user, "register.withdraw_notes", one.meeting)},
        withdrawn=find_publications(withdrawn=True)[:ON_A_PAGE] if page.number == 1 else (),
        today=timezone.localdate(),
    )


def publish(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Show what all will be able to read, and what is left out; then publish."""
    meeting, version = own_notes(request, meeting_id, "register.publish_notes")
    if meeting.notes_state not in service.PUBLISHABLE:
        return redirect("meeting", meeting_id)
    refused = ""
    if request.method == "POST":
        try:
            service.publish_notes(meeting, seen=seen_version(request), by=signed_in(request))
        except service.RegisterError as error:
            refused = error.message
        else:
            messages.success(request, _("Anteckningarna är publicerade."))
            return redirect("meeting", meeting_id)
    found = open_notes(meeting, version)
    return show(
        request,
        "web/publications/publish.html",
        current="meetings",
        meeting=meeting,
        version=version,
        open=found,
        notes=write_notes(found.document, []),
        refused=refused,
    )


def withdraw(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Ask why; then close the open page."""
    meeting, _version = own_notes(request, meeting_id, "register.withdraw_notes")
    if meeting.notes_state != NotesState.PUBLISHED:
        return redirect("meeting", meeting_id)
    refused, reason = "", request.POST.get("orsak", "")
    if request.method == "POST":
        try:
            service.withdraw_notes(meeting, reason=reason, by=signed_in(request))
        except service.RegisterError as error:
            refused = error.message
        else:
            messages.success(request, _("Anteckningarna är inte längre publicerade."))
            return redirect("meeting", meeting_id)
    return show(
        request,
        "web/publications/withdraw.html",
        current="meetings",
        meeting=meeting,
        publication=publication_of(meeting),
        reason=reason,
        refused=refused,
    )


def published(request: HttpRequest, code: str) -> HttpResponse:
    """The open page, or that the notes have been taken back.

    Search engines are asked not to keep it: what they keep cannot be taken back here.
    """
    found = find_publication(code)
    if found is None:
        raise Http404
    response = _open_page(request, found)
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response


def _open_page(request: HttpRequest, found: Publication) -> HttpResponse:
    if found.withdrawn_at is not None:
        return show_plain(request, "web/publications/withdrawn.html", publication=found, status=GONE)
    meeting = found.meeting
    version = meeting.versions.get(is_current=True)
    notes = open_notes(meeting, version)
    return show_plain(
        request,
        "web/publications/published.html",
        publication=found,
        meeting=meeting,
        open=notes,
        notes=write_notes(notes.document, []),
    )

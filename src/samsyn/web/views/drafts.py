"""Notes that are being written: which there are, and where to begin."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.register import service
from samsyn.register.models import Body, Meeting
from samsyn.register.protection import hidden_from
from samsyn.register.queries.drafts import bodies_to_write_for, drafts_of, meetings_to_write
from samsyn.register.writing.beginning import last_agenda
from samsyn.web.pages import read_numbers, show, signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.register.models import NotesDraft

MOST_DISCARDED = 20


def drafts(request: HttpRequest) -> HttpResponse:
    """What is begun, meetings to write for, and a form for one that the register does not know."""
    refused = ""
    if request.method == "POST":
        try:
            return redirect("draft", _begin(request).pk)
        except service.DraftUnusable as error:
            refused = error.message
    user, today = signed_in(request), timezone.localdate()
    return show(
        request,
        "web/writing/drafts.html",
        current="drafts",
        drafts=drafts_of(user),
        discarded=drafts_of(user, discarded=True)[:MOST_DISCARDED],
        meetings=meetings_to_write(user, on=today),
        bodies=bodies_to_write_for(user),
        sent=request.POST,
        refused=refused,
        today=today,
    )


@require_POST
def begin_of_meeting(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Begin at a meeting that the register knows, with the agenda of the last one."""
    meeting = get_object_or_404(Meeting.objects.prefetch_related("bodies"), pk=meeting_id)
    hidden = hidden_from(request.user)
    headings = [words for body in meeting.named_bodies[:1] for words in last_agenda(body, hidden=hidden)]
    try:
        draft = service.begin_draft_of(meeting, headings=headings, by=signed_in(request))
    except service.DraftUnusable as error:
        messages.error(request, error.message)
        return redirect("meeting", meeting_id)
    return redirect("draft", draft.pk)


def _begin(request: HttpRequest) -> NotesDraft:
    """Begin as the form says.

    Raises:
        DraftUnusable: Something is missing in it.
    """
    numbers = read_numbers([request.POST.get("organ", "")])
    body = Body.objects.filter(pk__in=numbers).first()
    if body is None:
        raise service.DraftUnusable(_("Välj vilket organ som möts."))
    headings = [line.strip() for line in request.POST.get("dagordning", "").splitlines() if line.strip()]
    if not headings and request.POST.get("forra"):
        headings = last_agenda(body, hidden=hidden_from(request.user))
    return service.begin_draft(
        body, on=_read_day(request.POST.get("dag", "")), headings=headings, by=signed_in(request)
    )


def _read_day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise service.DraftUnusable(_("Välj mötets dag.")) from error

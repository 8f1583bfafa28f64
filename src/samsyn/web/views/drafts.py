"""Notes that are being written: which there are, and where to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import require
from samsyn.register import service
from samsyn.register.models import Body, Meeting
from samsyn.register.protection import hidden_from
from samsyn.register.queries.drafts import (
    bodies_to_write_for,
    draft_of,
    drafts_of,
    find_awaited,
    meetings_to_write,
)
from samsyn.register.writing.beginning import last_agenda
from samsyn.register.writing.called import called_agenda
from samsyn.web.pages import asked_day, read_numbers, show, signed_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from samsyn.register.models import NotesDraft
    from samsyn.register.writing.beginning import Point

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
    """Begin at a meeting that the register knows, with its notice's agenda or that of the last meeting."""
    meeting = get_object_or_404(Meeting.objects.prefetch_related("bodies"), pk=meeting_id)
    require(request.user, "register.write_draft", meeting)
    hidden, begun = hidden_from(request.user), draft_of(meeting)
    if begun is not None:
        return redirect("draft", begun.pk)
    called = called_agenda(meeting, hidden=hidden)
    last = [words for body in meeting.named_bodies[:1] for words in last_agenda(body, hidden=hidden)]
    try:
        draft = service.begin_draft_of(meeting, agenda=called or last, by=signed_in(request))
    except service.DraftUnusable as error:
        messages.error(request, error.message)
        return redirect("meeting", meeting_id)
    _tell_of_notice(request, called)
    return redirect("draft", draft.pk)


def _tell_of_notice(request: HttpRequest, called: Sequence[Point]) -> None:
    if called:
        messages.info(request, _("Dagordningen är tagen ur kallelsen. Ändra det som inte stämmer."))


def _begin(request: HttpRequest) -> NotesDraft:
    """Begin as the form says.

    Raises:
        DraftUnusable: Something is missing in it.
    """
    numbers = read_numbers([request.POST.get("organ", "")])
    body = Body.objects.filter(pk__in=numbers).first()
    if body is None:
        raise service.DraftUnusable(_("Välj vilket organ som möts."))
    require(request.user, "register.write_draft", body)
    on, hidden = _read_day(request.POST.get("dag", "")), hidden_from(request.user)
    written = [line.strip() for line in request.POST.get("dagordning", "").splitlines() if line.strip()]
    awaited = None if written else find_awaited(body, on)
    called = called_agenda(awaited, hidden=hidden) if awaited and draft_of(awaited) is None else []
    last = last_agenda(body, hidden=hidden) if request.POST.get("forra") else []
    draft = service.begin_draft(body, on=on, agenda=written or called or last, by=signed_in(request))
    _tell_of_notice(request, called)
    return draft


def _read_day(words: str) -> date:
    found = asked_day(words)
    if found is None:
        raise service.DraftUnusable(_("Välj mötets dag."))
    return found

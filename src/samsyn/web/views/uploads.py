"""Take in notes: files dropped in the browser, each told about by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_htmx.http import HttpResponseClientRedirect

from samsyn.matters.service import FEW, catch_up
from samsyn.register.models import NotesState
from samsyn.register.service import Outcome, Result, import_content
from samsyn.web.large_requests import takes_files
from samsyn.web.pages import htmx_of, show, signed_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.core.files.uploadedfile import UploadedFile
    from django.http import HttpRequest, HttpResponse

    from samsyn.accounts.models import User

MEGABYTE = 1_000_000
STATES = {"nya": NotesState.DRAFT, "gamla": NotesState.FINALISED_ELSEWHERE}


@takes_files
def upload(request: HttpRequest) -> HttpResponse:
    """The form, or what became of the files; of a single meeting the way goes on to its page."""
    kind = request.POST.get("sort", "nya")
    files = request.FILES.getlist("filer")
    by, state = signed_in(request), STATES.get(kind, NotesState.DRAFT)
    outcomes = [outcome for file in files for outcome in _take_in(file, by=by, notes_state=state)]
    if files:
        catch_up(at_most=max(FEW, len(outcomes)))
    if len(outcomes) == 1 and outcomes[0].meeting_id:
        return _go_on(request, outcomes[0])
    return show(
        request,
        "web/uploads/upload.html",
        current="meetings",
        outcomes=outcomes,
        kind=kind,
        is_empty=request.method == "POST" and not files,
        most=settings.SAMSYN_MAX_BYTES // MEGABYTE,
        all=settings.SAMSYN_MAX_REQUEST_BYTES // MEGABYTE,
    )


def _take_in(file: UploadedFile[bytes], *, by: User, notes_state: NotesState) -> Sequence[Outcome]:
    """Read one file; what is wrong with it is told of it alone."""
    name = file.name or _("namnlös fil")
    if (file.size or 0) > settings.SAMSYN_MAX_BYTES:
        most = settings.SAMSYN_MAX_BYTES // MEGABYTE
        said = _("”%(name)s” är större än %(most)s MB: dela filen eller ta bort bilder ur den.")
        return [Outcome(name, Result.REFUSED, message=said % {"name": name, "most": most})]
    try:
        return import_content(file.read(), name=name, by=by, notes_state=notes_state)
    except PermissionDenied:
        said = _(
            "”%(name)s” hör till ett organ som du inte är sekreterare för. Be den som är det läsa in den."
        )
        return [Outcome(name, Result.REFUSED, message=said % {"name": name})]


def _go_on(request: HttpRequest, outcome: Outcome) -> HttpResponse:
    """To the meeting, with a word on what was done."""
    told = {
        Result.KNOWN: _("Filen är redan inläst. Här är mötet."),
        Result.VERSION: _("Filen blev en ny version av mötets anteckningar."),
        Result.WAITING: _("Anteckningarna är färdigställda. Filen väntar på beslut: är den en rättelse?"),
        Result.PLANNED: _("Kallelsen är inläst. Här är mötet."),
    }.get(outcome.result, _("Anteckningarna är inlästa."))
    if outcome.n_doubts:
        told += " " + ngettext(
            "En fråga behöver ditt svar.", "%(n)s frågor behöver ditt svar.", outcome.n_doubts
        ) % {"n": outcome.n_doubts}
    messages.success(request, told)
    address = reverse("meeting", args=[outcome.meeting_id])
    return HttpResponseClientRedirect(address) if htmx_of(request) else redirect(address)

"""The life of notes: finalise and send them, correct them afterwards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.accounts.permissions import require
from samsyn.mail.service import MailError
from samsyn.register import service
from samsyn.register.models import Meeting, SourceVersion
from samsyn.register.models.states import LOCKED
from samsyn.register.queries.life import finalisations_of, known_addresses
from samsyn.web.large_requests import takes_files
from samsyn.web.pages import read_numbers, show, signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SEPARATORS = re.compile(r"[\s,;]+")
MEGABYTE = 1_000_000


def finalise(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Ask once, saying what will happen; then finalise and send."""
    meeting, version = own_notes(request, meeting_id, "register.finalise_notes")
    if meeting.notes_state not in service.OPEN:
        return redirect("meeting", meeting_id)
    wanted = request.POST.get("adresser")
    refused = ""
    if wanted is not None:
        addresses = read_addresses(wanted)
        try:
            act = service.finalise_notes(
                meeting,
                seen=seen_version(request),
                addresses=addresses,
                by=signed_in(request),
                on=timezone.localdate(),
                seen_comments=next(iter(read_numbers([request.POST.get("synpunkter", "")])), None),
            )
        except (service.RegisterError, MailError) as error:
            refused = error.message
        else:
            messages.success(request, _sent(_("Anteckningarna är färdigställda."), len(act.addresses)))
            return redirect("meeting", meeting_id)
    return show(
        request,
        "web/life/finalise.html",
        current="meetings",
        meeting=meeting,
        version=version,
        n_comments=meeting.comments.count(),
        wanted="\n".join(known_addresses(meeting)) if wanted is None else wanted,
        refused=refused,
    )


@takes_files
def correct(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """A corrected file and why; it goes to those who got the earlier one."""
    meeting, version = own_notes(request, meeting_id, "register.correct_notes")
    if meeting.notes_state not in LOCKED:
        return redirect("meeting", meeting_id)
    refused, reason = "", request.POST.get("orsak", "")
    if request.method == "POST":
        try:
            act = _correct(request, meeting)
        except (service.RegisterError, MailError) as error:
            refused = error.message
        else:
            messages.success(request, _sent(_("Anteckningarna är rättade."), len(act.addresses)))
            return redirect("meeting", meeting_id)
    return show(
        request,
        "web/life/correct.html",
        current="meetings",
        meeting=meeting,
        version=version,
        acts=finalisations_of(meeting),
        reason=reason,
        refused=refused,
    )


def _correct(request: HttpRequest, meeting: Meeting) -> service.Finalisation:
    """Correct the notes with the file that was sent.

    Raises:
        RegisterError: There is no file, or it cannot be used.
    """
    file = request.FILES.get("fil")
    if file is None:
        raise service.NotesNotReady(_("Välj den rättade filen."))
    if (file.size or 0) > settings.SAMSYN_MAX_BYTES:
        most = settings.SAMSYN_MAX_BYTES // MEGABYTE
        raise service.NotesNotReady(
            _("Filen är större än %(most)s MB: ta bort bilder ur den.") % {"most": most}
        )
    correction = service.Correction(file.read(), file.name or "", request.POST.get("orsak", ""))
    return service.correct_notes(
        meeting, correction, seen=seen_version(request), by=signed_in(request), on=timezone.localdate()
    )


def read_addresses(text: str) -> list[str]:
    """What stands between blanks, commas and line breaks."""
    return [part for part in SEPARATORS.split(text) if part]


def own_notes(request: HttpRequest, meeting_id: int, permission: str) -> tuple[Meeting, SourceVersion]:
    """The meeting and the version of its notes that holds, for somebody who may write them.

    Raises:
        Http404: There is no such meeting, or it has no notes.
        PermissionDenied: They may not.
    """
    meeting = get_object_or_404(Meeting.objects.prefetch_related("bodies"), pk=meeting_id)
    require(request.user, permission, meeting)
    current = meeting.versions.select_related("source").defer("document", "text", "source__content")
    version = current.filter(is_current=True).first()
    if version is None:
        raise Http404
    return meeting, version


def seen_version(request: HttpRequest) -> int:
    """Number of the version that the page showed when it was opened."""
    return next(iter(read_numbers([request.POST.get("version", "")])), 0)


def _sent(done: str, n_letters: int) -> str:
    letters = ngettext("Ett brev går i väg.", "%(n)s brev går i väg.", n_letters) % {"n": n_letters}
    return f"{done} {letters}" if n_letters else done

"""A changed file of finished notes: both side by side, and a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.mail.service import MailError
from samsyn.matters.service import FEW, catch_up
from samsyn.register import service
from samsyn.register.models import CorrectionState, WaitingCorrection
from samsyn.web.differences import write_differences
from samsyn.web.pages import show, signed_in
from samsyn.web.views.life import own_notes, seen_version

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

LEAVE = "lamna"


def waiting_correction(request: HttpRequest, meeting_id: int, waiting_id: int) -> HttpResponse:
    """Compare the file with the notes that hold; then take it as a correction, or leave it."""
    meeting, version = own_notes(request, meeting_id, "register.correct_notes")
    waiting = get_object_or_404(
        WaitingCorrection.objects.select_related("by"), pk=waiting_id, meeting=meeting_id
    )
    if waiting.state != CorrectionState.UNDECIDED:
        return redirect("meeting", meeting_id)
    refused, reason = "", request.POST.get("orsak", "")
    if request.method == "POST":
        try:
            messages.success(request, _decide(request, waiting, reason))
        except (service.RegisterError, MailError) as error:
            refused = error.message
        else:
            return redirect("meeting", meeting_id)
    last = meeting.finalisations.order_by("at", "id").last()
    return show(
        request,
        "web/life/waiting.html",
        current="meetings",
        meeting=meeting,
        version=version,
        waiting=waiting,
        rows=write_differences(version.text, waiting.text),
        addresses=last.addresses if last else [],
        reason=reason,
        refused=refused,
        today=timezone.localdate(),
    )


def _decide(request: HttpRequest, waiting: WaitingCorrection, reason: str) -> str:
    """Do what the pressed button says, and give the word on it."""
    by = signed_in(request)
    if request.POST.get("svar") == LEAVE:
        service.leave_correction(waiting, reason=reason, by=by)
        return _("Anteckningarna står kvar. Filen finns sparad.")
    service.take_correction(
        waiting, reason=reason, seen=seen_version(request), by=by, on=timezone.localdate()
    )
    catch_up(at_most=FEW)
    return _("Anteckningarna är rättade.")

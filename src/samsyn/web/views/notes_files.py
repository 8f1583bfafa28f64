"""Notes out as PDF, and the Word template that a body's notes are written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samsyn.accounts.permissions import require
from samsyn.publish import service as publish
from samsyn.register import service
from samsyn.register.models import Body, Meeting, SourceVersion
from samsyn.register.models.states import LOCKED
from samsyn.register.protection import hidden_from
from samsyn.register.queries.drafts import template_of
from samsyn.register.queries.originals import names_hidden
from samsyn.web.large_requests import takes_files
from samsyn.web.pages import show, signed_in
from samsyn.web.veil import WITHHELD
from samsyn.web.views.draft import send_file

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

FINISHED = (*LOCKED, "finalised_elsewhere")


def notes_pdf(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Finished notes as a PDF; those that are not are no document to pass on.

    Raises:
        Http404: There are none.
        PermissionDenied: They name somebody who is hidden.
    """
    meeting = get_object_or_404(Meeting.objects.prefetch_related("bodies"), pk=meeting_id)
    versions = SourceVersion.objects.select_related("source", "meeting").defer("text", "source__content")
    version = versions.filter(meeting=meeting, is_current=True).first()
    if version is None or meeting.notes_state not in FINISHED:
        raise Http404
    if names_hidden(version.source, hidden_from(request.user)):
        raise PermissionDenied(WITHHELD)
    return send_file(publish.notes_as_pdf(version), f"{version.file_name.rsplit('.', 1)[0]}.pdf")


@takes_files
def template(request: HttpRequest, body_id: int) -> HttpResponse:
    """Which template the body has, what it may hold, and another in its place."""
    body = get_object_or_404(Body, pk=body_id)
    require(request.user, "register.choose_template", body)
    refused = ""
    if request.method == "POST":
        try:
            _choose(request, body)
        except service.TemplateUnusable as error:
            refused = error.message
        else:
            return redirect("template", body_id)
    return show(
        request,
        "web/writing/template.html",
        current="drafts",
        body=body,
        own=template_of(body),
        refused=refused,
    )


@require_safe
def template_file(request: HttpRequest, body_id: int) -> HttpResponse:
    """The template that the body's notes are written in, to be changed."""
    body = get_object_or_404(Body, pk=body_id)
    require(request.user, "register.choose_template", body)
    own = template_of(body)
    if own is not None and "samsyns" not in request.GET:
        return send_file(bytes(own.content), own.file_name)
    return send_file(publish.own_template(), "minnesanteckningar.docx")


def _choose(request: HttpRequest, body: Body) -> None:
    """Keep what was sent, or go back to the one that comes with Samsyn.

    Raises:
        TemplateUnusable: There is no file, or it cannot be used.
    """
    if request.POST.get("do") == "leave":
        service.leave_template(body, by=signed_in(request))
        messages.success(request, _("Anteckningarna skrivs nu i mallen som följer med Samsyn."))
        return
    file = request.FILES.get("fil")
    if file is None:
        raise service.TemplateUnusable(_("Välj en Word-fil."))
    if (file.size or 0) > settings.SAMSYN_MAX_BYTES:
        raise service.TemplateUnusable(_("Filen är för stor: ta bort bilder ur den."))
    unread = publish.use_template(body, file.read(), name=file.name or "mall.docx", by=signed_in(request))
    said = _("Mallen är prövad och sparad.")
    if unread:
        said += " " + _("Det här läses inte tillbaka av sig självt: %(what)s.") % {"what": ", ".join(unread)}
    messages.success(request, said)

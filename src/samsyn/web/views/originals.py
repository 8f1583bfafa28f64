"""Files as they came, byte for byte: the notes and what belongs to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from samsyn.register.models import Attachment, SourceVersion
from samsyn.register.protection import hidden_from
from samsyn.register.queries.originals import names_hidden
from samsyn.register.sight import sight_of
from samsyn.web.veil import WITHHELD, cleared

if TYPE_CHECKING:
    from django.http import HttpRequest

    from samsyn.register.models import Source
    from samsyn.register.protection import Hidden


def original(request: HttpRequest, meeting_id: int, number: int) -> HttpResponse:
    """A version's file, always as a download: what stands in it must never run in the page's name."""
    versions = SourceVersion.objects.select_related("source").defer("document", "text")
    versions = versions.filter(sight_of(request.user).seen())
    version = get_object_or_404(versions, meeting=meeting_id, number=number)
    return download(version.source, version.file_name, hidden=hidden_from(request.user))


def attachment(request: HttpRequest, meeting_id: int, attachment_id: int) -> HttpResponse:
    """An attachment's file, likewise; one that is only named is not there."""
    seen = Attachment.objects.filter(sight_of(request.user).seen()).select_related("source")
    found = get_object_or_404(seen, pk=attachment_id, meeting=meeting_id)
    if found.source is None:
        raise Http404
    return download(found.source, found.file_name, hidden=hidden_from(request.user))


def download(source: Source, name: str, *, hidden: Hidden) -> HttpResponse:
    """A file as it came, which no browser opens in the page's name.

    Raises:
        PermissionDenied: It names somebody who is hidden.
    """
    if names_hidden(source, hidden):
        raise PermissionDenied(WITHHELD)
    response = HttpResponse(bytes(source.content), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return cleared(response)

"""Files as they came, byte for byte: the notes and what belongs to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from samsyn.register.models import Attachment, SourceVersion
from samsyn.register.sight import sight_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from samsyn.register.models import Source


def original(request: HttpRequest, meeting_id: int, number: int) -> HttpResponse:
    """A version's file, always as a download: what stands in it must never run in the page's name."""
    versions = SourceVersion.objects.select_related("source").defer("document", "text")
    versions = versions.filter(sight_of(request.user).seen())
    version = get_object_or_404(versions, meeting=meeting_id, number=number)
    return download(version.source, version.file_name)


def attachment(request: HttpRequest, meeting_id: int, attachment_id: int) -> HttpResponse:
    """An attachment's file, likewise; one that is only named is not there."""
    seen = Attachment.objects.filter(sight_of(request.user).seen()).select_related("source")
    found = get_object_or_404(seen, pk=attachment_id, meeting=meeting_id)
    if found.source is None:
        raise Http404
    return download(found.source, found.file_name)


def download(source: Source, name: str) -> HttpResponse:
    """A file as it came, which no browser opens in the page's name."""
    response = HttpResponse(bytes(source.content), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response

"""The original file, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from samsyn.register.models import SourceVersion

if TYPE_CHECKING:
    from django.http import HttpRequest


def original(request: HttpRequest, meeting_id: int, number: int) -> HttpResponse:
    """A version's file, always as a download: what stands in it must never run in the page's name."""
    versions = SourceVersion.objects.select_related("source").defer("document", "text")
    version = get_object_or_404(versions, meeting=meeting_id, number=number)
    response = HttpResponse(bytes(version.source.content), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, version.file_name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response

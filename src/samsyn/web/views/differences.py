"""Both versions of corrected notes, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404

from samsyn.register.models import Meeting
from samsyn.register.sight import sight_of
from samsyn.web.differences import write_differences
from samsyn.web.pages import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def differences(request: HttpRequest, meeting_id: int, number: int) -> HttpResponse:
    """A version beside the one before it."""
    seen = Meeting.objects.filter(sight_of(request.user).seen("pk"))
    meeting = get_object_or_404(seen.prefetch_related("bodies"), pk=meeting_id)
    versions = meeting.versions.defer("document").filter(number__in=(number - 1, number)).order_by("number")
    pair = list(versions)
    if len(pair) != 2:
        raise Http404
    earlier, later = pair
    return show(
        request,
        "web/life/differences.html",
        current="meetings",
        meeting=meeting,
        earlier=earlier,
        later=later,
        rows=write_differences(earlier.text, later.text),
    )

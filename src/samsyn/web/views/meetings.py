"""The list of meetings: those to come, and those held by year."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.register.models import Body
from samsyn.register.queries import MeetingFilter
from samsyn.register.queries import meetings as find_meetings
from samsyn.web.pages import show

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from samsyn.register.models import Meeting


def meetings(request: HttpRequest) -> HttpResponse:
    """The list; `?organ=` narrows it to one body."""
    today = timezone.localdate()
    chosen = request.GET.get("organ", "")
    bodies = (int(chosen),) if chosen.isdecimal() and len(chosen) < 16 else ()
    found = list(find_meetings(MeetingFilter(bodies=bodies)))
    coming = sorted((row for row in found if _is_coming(row, today)), key=lambda row: row.start_on or today)
    past = [row for row in found if not _is_coming(row, today)]
    return show(
        request,
        "web/meetings.html",
        current="meetings",
        bodies=Body.objects.filter(meetings__isnull=False).distinct(),
        chosen=chosen,
        coming=coming,
        years=[(year, list(rows)) for year, rows in groupby(past, key=_year)],
        n_held=sum(row.state == "held" for row in past),
        n_doubts=sum(row.n_doubts for row in found),  # type: ignore[attr-defined]  # counted by the question
        n_without_notes=sum(row.state == "referenced" for row in past),
        today=today,
    )


def _is_coming(row: Meeting, today: date) -> bool:
    return row.state != "held" and row.start_on is not None and (row.end_on or row.start_on) >= today


def _year(row: Meeting) -> int | None:
    return row.start_on.year if row.start_on else None

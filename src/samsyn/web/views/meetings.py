"""The list of meetings: those to come, and those held by year; of many meetings one year at a time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.http import urlencode

from samsyn.accounts.permissions import may
from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Body, Meeting
from samsyn.register.queries import UNDATED, Listing, MeetingFilter, meeting_counts
from samsyn.register.queries import meetings as find_meetings
from samsyn.register.sight import sight_of
from samsyn.web.kept_pages import kept_page
from samsyn.web.pages import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


ALL_AT_ONCE = 60  # so many are still a list to look through; of more, one year is shown
ON_A_PAGE = 100
COMING_FIRST = 12
WITHOUT_DAY = "utan-datum"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the address asks for.

    Attributes:
        body: Code of a body, empty for all.
        year: "2025", "utan-datum", or empty for the latest.
        coming: "alla" for every meeting to come.
    """

    body: str = ""
    year: str = ""
    coming: str = ""

    def address(self, **changed: str | int) -> str:
        """The choices as a query, some of them changed."""
        fields: dict[str, str | int] = {"organ": self.body, "ar": self.year, "kommande": self.coming}
        fields |= changed
        return urlencode({name: value for name, value in fields.items() if value})

    def in_years(self, years: dict[int, int]) -> int | None:
        """The year to show: the one asked for, else the latest; None where all are shown."""
        if sum(years.values()) <= ALL_AT_ONCE:
            return None
        asked = UNDATED if self.year == WITHOUT_DAY else int(self.year or -1)
        return asked if asked in years else next(iter(years))


@kept_page()
def meetings(request: HttpRequest) -> HttpResponse:
    """The list; `?organ=` narrows it to one body, `?ar=` says the year and `?sida=` the page of it."""
    today = timezone.localdate()
    chosen = _read_chosen(request)
    bodies = (int(chosen.body),) if chosen.body else ()
    sees = sight_of(request.user)
    counts = meeting_counts(MeetingFilter(bodies=bodies, past_on=today, sees=sees))
    year = chosen.in_years(counts.years)
    past = find_meetings(MeetingFilter(bodies=bodies, past_on=today, year=year, sees=sees))
    n_past = sum(counts.years.values()) if year is None else counts.years[year]
    page = Paginator(Listing(past, n_past), ON_A_PAGE).get_page(request.GET.get("sida"))
    to_come = find_meetings(MeetingFilter(bodies=bodies, coming_on=today, sees=sees)).order_by(
        "start_on", "id"
    )
    n_coming = to_come.count()
    return show(
        request,
        "web/meetings.html",
        current="meetings",
        bodies=alphabetical(Body.objects.filter(pk__in=Meeting.bodies.through.objects.values("body"))),
        chosen=chosen,
        coming=Listing(to_come, n_coming)[: n_coming if chosen.coming else COMING_FIRST],
        n_coming=n_coming,
        counts=counts,
        shown_year=year,
        year_codes={found: str(found) if found else WITHOUT_DAY for found in counts.years},
        page=page,
        years=[(found, list(rows)) for found, rows in groupby(page, key=_year)],
        may_import=may(request.user, "register.import_notes"),
        today=today,
    )


def _read_chosen(request: HttpRequest) -> Chosen:
    """The choices in the address; what is none of ours is passed over."""
    body, year = request.GET.get("organ", ""), request.GET.get("ar", "")
    return Chosen(
        body if body.isdecimal() and len(body) < 16 else "",
        year if year == WITHOUT_DAY or (year.isdecimal() and len(year) == 4) else "",
        "alla" if request.GET.get("kommande") else "",
    )


def _year(row: Meeting) -> int:
    return row.start_on.year if row.start_on else UNDATED

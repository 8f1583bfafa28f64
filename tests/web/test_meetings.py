"""The list of meetings when there are many: one year at a time, in pages, the coming ones first."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests import make
from tests.web import signed

from samsyn.register.models import Body, Meeting

pytestmark = pytest.mark.django_db


def held(n: int, *, year: int, body: Body | None = None) -> None:
    """Meetings in January and on of a year, one a day."""
    days = [date(year, 1, 1) + timedelta(days=at) for at in range(n)]
    rows = Meeting.objects.bulk_create([Meeting(start_on=day, end_on=day, precision="day") for day in days])
    for row in rows if body else ():
        row.bodies.add(body)  # type: ignore[arg-type]


def chips(html: str) -> list[tuple[str, str]]:
    """The years to choose, each with its count."""
    found = re.findall(r'class="chip" [^>]*>(.*?) <span class="count">(.*?)</span>', html)
    return [(year, n) for year, n in found]


def rows(html: str) -> int:
    """How many meetings the table shows."""
    return html.count('class="cell-day')


def test_few_meetings_are_shown_at_once() -> None:
    """No year has to be chosen among sixty."""
    held(30, year=2024)
    held(30, year=2025)
    html = signed.page(signed.bo(), "/moten/")
    assert (rows(html), chips(html)) == (60, [])


def test_of_many_the_latest_year_is_shown() -> None:
    """Other years are links with counts."""
    held(50, year=2024)
    held(11, year=2025)
    html = signed.page(signed.bo(), "/moten/")
    assert (rows(html), chips(html)) == (11, [("2025", "11"), ("2024", "50")])


def test_another_year_is_chosen_by_address() -> None:
    """It is marked as chosen."""
    held(50, year=2024)
    held(11, year=2025)
    html = signed.page(signed.bo(), "/moten/?ar=2024")
    assert rows(html) == 50
    assert re.search(r'ar=2024#hittills" aria-current="true"', html)


def test_undated_meetings_are_a_year_of_their_own() -> None:
    """They stand last, and are found."""
    held(61, year=2025)
    Meeting.objects.create(start_on=None)
    html = signed.page(signed.bo(), "/moten/?ar=utan-datum")
    assert (rows(html), chips(html)[-1]) == (1, ("Utan datum", "1"))


@pytest.mark.parametrize("asked", ["1999", "abc", "-1", "99999"])
def test_a_year_without_meetings_gives_the_latest(asked: str) -> None:
    """What the address asks for in vain is no error."""
    held(61, year=2025)
    assert rows(signed.page(signed.bo(), f"/moten/?ar={asked}")) == 61


def test_a_long_year_comes_in_pages() -> None:
    """A hundred at a time, and the year stays chosen."""
    held(130, year=2025)
    held(5, year=2026)
    html = signed.page(signed.bo(), "/moten/?ar=2025")
    assert (rows(html), "Möte 1–100 av 130" in html, "?ar=2025&amp;sida=2" in html) == (100, True, True)
    assert rows(signed.page(signed.anna(), "/moten/?ar=2025&sida=2")) == 30


def test_the_body_stays_chosen_when_the_year_changes() -> None:
    """The links of the years keep it."""
    body = Body.objects.create(name="Styrgruppen", key="styrgrupp")
    held(40, year=2024, body=body)
    held(40, year=2025, body=body)
    html = signed.page(signed.bo(), f"/moten/?organ={body.pk}")
    assert f"?organ={body.pk}&amp;ar=2024#hittills" in html


def test_the_first_coming_meetings_are_shown() -> None:
    """A dozen, and a link to the rest."""
    today = timezone.localdate()
    for n in range(1, 15):
        day = today + timedelta(days=n)
        Meeting.objects.create(start_on=day, end_on=day + timedelta(days=1), precision="day", state="planned")
    html = signed.page(signed.bo(), "/moten/")
    assert (html.count('<li class="coming">'), "Visa alla 14 kommande" in html) == (12, True)
    assert signed.page(signed.anna(), "/moten/?kommande=alla").count('<li class="coming">') == 14


def test_what_was_spoken_of_and_is_over_is_not_coming() -> None:
    """A day that ended yesterday has passed."""
    yesterday = timezone.localdate() - timedelta(days=1)
    make.meeting(on=yesterday - timedelta(days=30), next_on=yesterday)
    html = signed.page(signed.bo(), "/moten/")
    assert (html.count('<li class="coming">'), "Anteckningar saknas" in html) == (0, True)

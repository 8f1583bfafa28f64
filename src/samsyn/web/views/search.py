"""Search: statements and notes with the words lit, and people, bodies and organisations by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from samsyn.matters.queries.finding import find_matters
from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Body
from samsyn.register.protection import hidden_from
from samsyn.register.queries import SearchCounts, SearchFilter, search
from samsyn.register.queries.searching import NOTES, ON_A_PAGE, taken_in
from samsyn.register.sight import Sight, sight_of
from samsyn.web.filters import Option
from samsyn.web.kept_pages import kept_page
from samsyn.web.pages import read_numbers, show
from samsyn.web.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse, QueryDict

SAID = "sagt"
IN_NOTES = "anteckningar"
UNDATED = "utan"
LONGEST = 200
DIGITS = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of a filter, with the number of hits that it would leave."""

    code: str
    word: str
    n: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for, as it stands in the address; what makes no sense there is left out.

    Attributes:
        sort: "sagt", "anteckningar", a kind of statement, or empty for all.
        year: Digits, "utan" for meetings without a day, or empty.
    """

    words: str
    sort: str
    body: str
    year: str

    def address(self, **changes: str | int) -> str:
        """The part of the address after the question mark, with some choices changed."""
        fields: dict[str, str | int] = {
            "ord": self.words, "sort": self.sort, "organ": self.body, "ar": self.year
        }  # fmt: skip
        merged = {**fields, **changes}
        return urlencode({name: value for name, value in merged.items() if value not in ("", None)})

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but words is chosen."""
        return bool(self.sort or self.body or self.year)

    def as_filter(self, *, sees: Sight) -> SearchFilter:
        """The same as the register asks it."""
        kinds: tuple[str, ...] = (self.sort,) if self.sort in KINDS else ()
        if self.sort == SAID:
            kinds = tuple(KINDS)
        if self.sort == IN_NOTES:
            kinds = (NOTES,)
        year = 0 if self.year == UNDATED else int(self.year) if self.year else None
        body = int(self.body) if self.body else None
        return SearchFilter(words=self.words, kinds=kinds, body=body, year=year, sees=sees)


def _index(_request: HttpRequest) -> tuple[int | None, int]:
    """How far the index has come, which no event tells: it is made anew without any change."""
    return taken_in()


@kept_page(beside=_index)
def search_page(request: HttpRequest, *, beside: object) -> HttpResponse:
    """The page; with script its results alone come anew while somebody writes."""
    del beside  # only tells pages apart
    wanted = read_wanted(request.GET)
    number = max([1, *read_numbers([request.GET.get("sida", "")])])
    asked = wanted.as_filter(sees=sight_of(request.user))
    found = search(asked, page=number, hidden=hidden_from(request.user))
    page = Paginator(range(found.counts.all), ON_A_PAGE).get_page(number)
    return show(
        request,
        "web/search.html",
        current="search",
        wanted=wanted,
        found=found,
        matters=find_matters(wanted.words.replace('"', " "), sees=asked.sees) if number == 1 else (),
        page=page,
        sorts=_sorts(found.counts, wanted),
        bodies=_bodies(found.counts, wanted),
        years=_years(found.counts, wanted),
    )


def read_wanted(query: QueryDict) -> Wanted:
    """What an address asks for."""
    sort, body, year = (query.get(name, "") for name in ("sort", "organ", "ar"))
    return Wanted(
        query.get("ord", "").replace("\x00", "").strip()[:LONGEST],
        sort if sort in {SAID, IN_NOTES, *KINDS} else "",
        body if body.isdecimal() and len(body) < DIGITS else "",
        year if year == UNDATED or (year.isdecimal() and len(year) == 4) else "",
    )


def _sorts(counts: SearchCounts, wanted: Wanted) -> Sequence[Choice]:
    """What kinds of text there are hits in."""
    said = sum(n for kind, n in counts.kinds.items() if kind in KINDS)
    rows = [Choice(SAID, _("Beslut och annat som sagts"), said)]
    rows += [Choice(kind, _(word), counts.kinds.get(kind, 0)) for kind, word in KINDS.items()]
    rows.append(Choice(IN_NOTES, _("Anteckningar"), counts.kinds.get(NOTES, 0)))
    return [row for row in rows if row.n or row.code == wanted.sort]


def _bodies(counts: SearchCounts, wanted: Wanted) -> Sequence[Option]:
    """The bodies at whose meetings there are hits, with how many."""
    shown = {*counts.bodies, *([int(wanted.body)] if wanted.body else [])}
    rows = alphabetical(Body.objects.filter(pk__in=shown))
    return [Option(str(row.pk), f"{row.name} ({counts.bodies.get(row.pk, 0)})") for row in rows]


def _years(counts: SearchCounts, wanted: Wanted) -> Sequence[Option]:
    """The years in which there are hits, latest first, with how many."""
    chosen = 0 if wanted.year == UNDATED else int(wanted.year or 0)
    shown = sorted({*counts.years, *([chosen] if wanted.year else [])}, reverse=True)
    return [
        Option(str(year) if year else UNDATED, f"{year or _('Utan datum')} ({counts.years.get(year, 0)})")
        for year in shown
    ]

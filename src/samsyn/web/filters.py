"""The filter of the list of decisions and actions, read from and written to the page's address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Body, Meeting, Organisation
from samsyn.register.protection import NOBODY, Hidden
from samsyn.register.queries import StatementFilter
from samsyn.web.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import QueryDict

    from samsyn.register.sight import Sight

ACTIONS = "action"
PASSED = "passerat"
FIELDS = ("ord", "sort", "organ", "organisation", "period", "agare", "datum", "lage", "ordning")
ORDERS = {
    "": "latest",
    "aldst": "oldest",
    "klart": "due",
    "klart-sist": "due_last",
    "agare": "owner",
    "agare-sist": "owner_last",
}
EITHER = {"finns": True, "saknas": False, "bekraftat": True, "forslag": False}


# By column: the choice that its head makes first, and the one when it is pressed again.
HEADS = {"day": ("", "aldst"), "due": ("klart", "klart-sist"), "owner": ("agare", "agare-sist")}
FALLING = {"", "klart-sist", "agare-sist"}


class Head(NamedTuple):
    """The head of a column that the list can be ordered by.

    Attributes:
        sort: How the list is ordered by it now, as `aria-sort` says it; empty if by another.
        code: The order that pressing it gives.
    """

    sort: str
    code: str


class Option(NamedTuple):
    """A row of a select box."""

    code: str
    word: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen, as it stands in the address; what makes no sense there is left out."""

    values: dict[str, str]

    def __getitem__(self, name: str) -> str:
        """The choice in a field, empty where none is made."""
        return self.values.get(name, "")

    def address(self, **changes: str | int) -> str:
        """The part of the address after the question mark, with some choices changed."""
        merged = {**self.values, **{name: str(value) for name, value in changes.items()}}
        return urlencode({name: value for name, value in merged.items() if value})

    @property
    def is_empty(self) -> bool:
        """Whether the list is shown whole, in whatever order."""
        return not self.values.keys() - {"ordning"}

    @property
    def has_more(self) -> bool:
        """Whether one of the choices that stand folded away is made."""
        return any(self.values.get(name) for name in ("agare", "datum", "lage"))


def read_chosen(query: QueryDict) -> Chosen:
    """The choices in an address."""
    given = {name: query.get(name, "").replace("\x00", "").strip()[:100] for name in FIELDS}
    sound = {
        "sort": given["sort"] in KINDS or given["sort"] == ACTIONS,
        "organ": given["organ"].isdecimal() and len(given["organ"]) < 16,
        "organisation": given["organisation"].isdecimal() and len(given["organisation"]) < 16,
        "period": read_period(given["period"]) is not None,
        "agare": given["agare"] in EITHER,
        "datum": given["datum"] in EITHER or given["datum"] == PASSED,
        "lage": given["lage"] in EITHER,
        "ordning": given["ordning"] in ORDERS,
    }
    return Chosen({name: value for name, value in given.items() if value and sound.get(name, True)})


def wanted(chosen: Chosen, on: date, *, sees: Sight, hidden: Hidden = NOBODY) -> StatementFilter:
    """The choices as a question to the register, asked on a day, of what somebody sees."""
    start, end = read_period(chosen["period"]) or (None, None)
    return StatementFilter(
        bodies=(int(chosen["organ"]),) if chosen["organ"] else (),
        start=start,
        end=end,
        kinds=(chosen["sort"],) if chosen["sort"] not in {"", ACTIONS} else (),
        actions=True if chosen["sort"] == ACTIONS else None,
        organisation=int(chosen["organisation"]) if chosen["organisation"] else None,
        has_owner=EITHER.get(chosen["agare"]),
        has_due=EITHER.get(chosen["datum"]),
        confirmed=EITHER.get(chosen["lage"]),
        passed_on=on if chosen["datum"] == PASSED else None,
        words=chosen["ord"],
        order=ORDERS[chosen["ordning"]],
        sees=sees,
        hidden=hidden,
    )


def order_heads(chosen: Chosen) -> dict[str, Head]:
    """The heads that order the list."""
    now = chosen["ordning"]
    heads = {}
    for column, (first, second) in HEADS.items():
        direction = "descending" if now in FALLING else "ascending"
        heads[column] = Head(direction if now in (first, second) else "", second if now == first else first)
    return heads


def read_period(code: str) -> tuple[date, date] | None:
    """`2026` is the year, `2026-1` and `2026-2` its halves, as first day and first day after."""
    year, _dash, half = code.partition("-")
    if not (year.isdecimal() and len(year) == 4 and half in {"", "1", "2"}) or not 1 <= int(year) < 9999:
        return None
    first, last = date(int(year), 7 if half == "2" else 1, 1), int(year) + (half != "1")
    return first, date(last, 7 if half == "1" else 1, 1)


def period_options(days: Iterable[date | None]) -> list[Option]:
    """The years and half years that have meetings, latest first."""
    halves = {(day.year, 1 if day.month < 7 else 2) for day in days if day}
    options = []
    for year in sorted({year for year, _half in halves}, reverse=True):
        options.append(Option(str(year), str(year)))
        options += [
            Option(f"{year}-{half}", f"{_('Hösten') if half == 2 else _('Våren')} {year}")
            for half in (2, 1)
            if (year, half) in halves
        ]
    return options


def select_options() -> dict[str, Sequence[Option]]:
    """What the select boxes offer: only what is in the register."""
    kinds = [Option(code, word) for code, word in KINDS.items() if code != "reference"]
    return {
        "sort": [Option(ACTIONS, _("Åtgärder")), *kinds],
        "organ": [
            Option(str(pk), name) for pk, name in alphabetical(Body.objects.all()).values_list("pk", "name")
        ],
        "organisation": [
            Option(str(pk), name)
            for pk, name in alphabetical(Organisation.objects.all()).values_list("pk", "name")
        ],
        "period": period_options(Meeting.objects.values_list("start_on", flat=True).distinct().order_by()),
        "agare": [Option("finns", _("Finns")), Option("saknas", _("Saknas"))],
        "datum": [
            Option("finns", _("Finns")),
            Option("saknas", _("Saknas")),
            Option(PASSED, _("Har passerat")),
        ],
        "lage": [Option("bekraftat", _("Bekräftat")), Option("forslag", _("Förslag"))],
    }

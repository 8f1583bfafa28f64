"""The filter of the history, read from and written to the page's address."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from samsyn.history.queries import EventFilter
from samsyn.web import words
from samsyn.web.filters import Chosen, Option
from samsyn.web.pages import asked_day
from samsyn.web.telling import word_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.http import QueryDict

    from samsyn.accounts.models import User

MACHINE = "maskinen"
FIELDS = ("vem", "vad", "fran", "till")


def read_chosen(query: QueryDict) -> Chosen:
    """The choices in an address; what makes no sense there is left out."""
    given = {name: query.get(name, "").replace("\x00", "").strip()[:60] for name in FIELDS}
    who = given["vem"]
    sound = {
        "vem": who == MACHINE or (who.isdecimal() and len(who) < 16),
        "vad": given["vad"] in words.EVENTS,
        "fran": asked_day(given["fran"]) is not None,
        "till": asked_day(given["till"]) is not None,
    }
    return Chosen({name: value for name, value in given.items() if value and sound[name]})


def wanted(chosen: Chosen) -> EventFilter:
    """The choices as a question to the log."""
    last = asked_day(chosen["till"])
    return EventFilter(
        by=int(chosen["vem"]) if chosen["vem"].isdecimal() else None,
        by_machine=chosen["vem"] == MACHINE,
        what=chosen["vad"],
        start=asked_day(chosen["fran"]),
        end=last + timedelta(days=1) if last else None,
    )


def options_of(counts: Mapping[str, int], users: Iterable[User]) -> dict[str, Sequence[Option]]:
    """What the select boxes offer; each kind with how many there are, where they are counted."""
    kinds = [
        Option(what, f"{word_of(what)} ({counts[what]})" if what in counts else word_of(what))
        for what in words.EVENTS
    ]
    who = [Option(MACHINE, _("Samsyn själv")), *(Option(str(user.pk), str(user)) for user in users)]
    return {"vem": who, "vad": sorted(kinds, key=lambda option: option.word.casefold())}

"""The filter of the list of actions, read from and written to the page's address."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from samsyn.matters.queries.actions import ActionFilter, ActionState
from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Body, Organisation
from samsyn.web.filters import Chosen, Option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet
    from django.http import QueryDict

    from samsyn.matters.queries.actions import ActionCounts
    from samsyn.matters.queries.own import Own
    from samsyn.register.protection import Hidden
    from samsyn.register.sight import Sight

FIELDS = ("ord", "vems", "lage", "organ", "organisation", "ordning")
WHOSE = ("mina", "organisation", "organ")
OPEN = (ActionState.OPEN, ActionState.UNDER_WAY, ActionState.NEEDS_HELP)
# Open ones where nothing is chosen: what is done needs nobody.
STATES: dict[str, tuple[str, ...]] = {
    "": OPEN,
    "sena": OPEN,
    "hjalp": (ActionState.NEEDS_HELP,),
    "pagar": (ActionState.UNDER_WAY,),
    "ohort": (ActionState.OPEN,),
    "utan-agare": OPEN,
    "utan-datum": OPEN,
    "aterkommande": OPEN,
    "klara": (ActionState.DONE,),
    "avslutade": (ActionState.ENDED,),
    "alla": (),
}
ORDERS = {"": "due", "klart-sist": "due_last", "senast": "latest", "agare": "owner"}


class Tab(NamedTuple):
    """Another view of the list.

    Attributes:
        code: As the address has it.
    """

    code: str
    word: str


class Quick(NamedTuple):
    """A quick filter with how many it would show."""

    code: str
    word: str
    n: int


def read_chosen(query: QueryDict) -> Chosen:
    """The choices in an address; what makes no sense there is left out."""
    given = {name: query.get(name, "").replace("\x00", "").strip()[:100] for name in FIELDS}
    sound = {
        "vems": given["vems"] in WHOSE,
        "lage": given["lage"] in STATES,
        "organ": _is_number(given["organ"]),
        "organisation": _is_number(given["organisation"]),
        "ordning": given["ordning"] in ORDERS,
    }
    return Chosen({name: value for name, value in given.items() if value and sound.get(name, True)})


def wanted(chosen: Chosen, own: Own, *, sees: Sight, hidden: Hidden) -> ActionFilter:
    """The choices as a question, of what somebody sees."""
    whose = chosen["vems"]
    organisations = (int(chosen["organisation"]),) if chosen["organisation"] else None
    return ActionFilter(
        people=own.people if whose == "mina" else None,
        organisations=own.organisations if whose == "organisation" else organisations,
        bodies=own.bodies if whose == "organ" else None,
        meeting_bodies=(int(chosen["organ"]),) if chosen["organ"] else None,
        state=STATES[chosen["lage"]],
        late=chosen["lage"] == "sena",
        has_owner=False if chosen["lage"] == "utan-agare" else None,
        has_due=False if chosen["lage"] == "utan-datum" else None,
        recurring=True if chosen["lage"] == "aterkommande" else None,
        words=chosen["ord"],
        order=ORDERS[chosen["ordning"]],
        sees=sees,
        hidden=hidden,
    )


def tabs(own: Own) -> list[Tab]:
    """The views that somebody has: what is nobody's own is not offered."""
    offered = (
        (bool(own.people), "mina", _("Mina")),
        (bool(own.organisations), "organisation", _("Min organisations")),
        (bool(own.bodies), "organ", _("Mina organs")),
    )
    return [Tab("", _("Alla")), *(Tab(code, word) for is_there, code, word in offered if is_there)]


def quick_filters(counts: ActionCounts) -> list[Quick]:
    """Each choice of how they stand, with how many it leaves."""
    return [
        Quick("sena", _("Sena"), counts.late),
        Quick("hjalp", _("Behöver hjälp"), counts.needs_help),
        Quick("utan-agare", _("Ägare saknas"), counts.without_owner),
        Quick("utan-datum", _("Datum saknas"), counts.without_due),
        Quick("aterkommande", _("Återkommande"), counts.recurring),
        Quick("klara", _("Klara"), counts.done),
        Quick("avslutade", _("Avslutade"), counts.ended),
        Quick("alla", _("Alla, också klara"), counts.all),
    ]


def n_shown(chosen: Chosen, counts: ActionCounts) -> int | None:
    """How many rows the choices leave, where the counts tell; None where it must be asked."""
    told = {"": counts.open, **{quick.code: quick.n for quick in quick_filters(counts)}}
    return told.get(chosen["lage"])


def select_options() -> dict[str, Sequence[Option]]:
    """What the select boxes offer."""
    states = (
        ("alla", _("Alla, också klara")), ("sena", _("Sena")), ("ohort", _("Inget hört")),
        ("pagar", _("På gång")), ("hjalp", _("Behöver hjälp")), ("utan-agare", _("Ägare saknas")),
        ("utan-datum", _("Datum saknas")), ("aterkommande", _("Återkommande")), ("klara", _("Klara")),
        ("avslutade", _("Avslutade")),
    )  # fmt: skip
    return {
        "lage": [Option(code, word) for code, word in states],
        "organ": _names(Body.objects.all()),
        "organisation": _names(Organisation.objects.all()),
        "ordning": [
            Option("klart-sist", _("Klart senast, sista först")),
            Option("senast", _("Senaste mötet först")),
            Option("agare", _("Ägare")),
        ],
    }


def _is_number(word: str) -> bool:
    return word.isdecimal() and len(word) < 16


def _names(rows: QuerySet[Body] | QuerySet[Organisation]) -> list[Option]:
    return [Option(str(pk), name) for pk, name in alphabetical(rows).values_list("pk", "name")]

"""What goes from one body to another: the list, and one hand-over with all that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.accounts.permissions import may
from samsyn.history.models import Event
from samsyn.matters.models import HandOver, HandOverState
from samsyn.matters.queries.hand_overs import (
    HandOverFilter,
    bodies_of_hand_overs,
    hand_over_counts,
    with_all,
)
from samsyn.matters.queries.hand_overs import hand_overs as find_hand_overs
from samsyn.matters.queries.receiving import meetings_to_choose, next_to_take_up
from samsyn.matters.queries.recurring import turns_by_hand_over
from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Body, Organisation
from samsyn.register.sight import sight_of
from samsyn.web.kept_pages import kept_page
from samsyn.web.pages import read_numbers, show
from samsyn.web.theirs import own_bodies
from samsyn.web.words import HAND_OVER_STATES

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict

ON_A_PAGE = 50
MINE = "mina"  # those whose notes somebody writes, and in which they sit
STATES = {
    "pa-vag": HandOverState.SENT,
    "inte-upptaget": HandOverState.MISSED,
    "upptaget": HandOverState.TAKEN_UP,
    "besvarat": HandOverState.ANSWERED,
    "atertaget": HandOverState.WITHDRAWN,
}


class Choice(NamedTuple):
    """Something to choose among."""

    code: str
    word: str


class Chip(NamedTuple):
    """A quick filter.

    Attributes:
        n: How many rows it would leave.
        address: What the list's address is with it, or without it where it is chosen.
    """

    word: str
    n: int
    address: str
    is_on: bool


@kept_page(beside=own_bodies)
def hand_overs(request: HttpRequest, *, beside: tuple[int, ...]) -> HttpResponse:
    """The list; `?fran=`, `?till=` (also `mina`), `?lage=` narrow it, `?inga=1` shows those that are none."""
    asked = _wanted(request, beside)
    counts = hand_over_counts(asked)
    page = Paginator(find_hand_overs(asked), ON_A_PAGE).get_page(request.GET.get("sida"))
    bodies = bodies_of_hand_overs(sees=asked.sees)
    return show(
        request,
        "web/hand_overs/list.html",
        current="hand_overs",
        page=page,
        turns=turns_by_hand_over(page, on=timezone.localdate(), sees=asked.sees),
        counts=counts,
        chips=_chips(request.GET, counts),
        bodies=[Choice(str(body.pk), body.name) for body in bodies],
        receivers=[Choice(MINE, _("Mina organ"))] if beside else [],
        chosen={name: request.GET.get(name, "") for name in ("fran", "till", "lage", "inga")},
        is_narrowed=any(request.GET.get(name) for name in ("fran", "till", "lage", "inga")),
        goes_on=_address(request.GET, sida=""),
        may_change=may(request.user, "matters.settle_hand_over"),
        today=timezone.localdate(),
    )


@kept_page()
def hand_over(request: HttpRequest, hand_over_id: int) -> HttpResponse:
    """One hand-over: its words, why it is held to be one, what became of it, and what can be said."""
    row = find_hand_over(request, hand_over_id)
    may_change = may(request.user, "matters.settle_hand_over", row)
    return show(
        request,
        "web/hand_overs/hand_over.html",
        current="hand_overs",
        row=row,
        turns=turns_by_hand_over([row], on=timezone.localdate(), sees=sight_of(request.user)),
        may_change=may_change,
        coming=next_to_take_up(row, on=timezone.localdate(), sees=sight_of(request.user)),
        meetings=meetings_to_choose(row, sees=sight_of(request.user)) if may_change else (),
        bodies=alphabetical(Body.objects.all()) if may_change else (),
        organisations=alphabetical(Organisation.objects.all()) if may_change else (),
        events=Event.objects.about(row).select_related("by"),
        today=timezone.localdate(),
    )


def find_hand_over(request: HttpRequest, hand_over_id: int) -> HandOver:
    """A hand-over of notes that somebody sees.

    Raises:
        Http404: There is none with that id among them.
    """
    seen = HandOver.objects.filter(sight_of(request.user).seen(), pk=hand_over_id)
    found = with_all(seen).first()
    if found is None:
        raise Http404
    return found


def _wanted(request: HttpRequest, own: tuple[int, ...]) -> HandOverFilter:
    state = STATES.get(request.GET.get("lage", ""))
    sees, till = sight_of(request.user), request.GET.get("till", "")
    sender = next(iter(read_numbers([request.GET.get("fran", "")])), None)
    receivers = own if till == MINE else read_numbers([till])
    return HandOverFilter(
        states=(state,) if state else (),
        sender=sender,
        receivers=tuple(receivers),
        refused=request.GET.get("inga") == "1",
        sees=sees,
    )


def _chips(query: QueryDict, counts: dict[str, int]) -> list[Chip]:
    """A quick filter for each state that there is something in."""
    chosen = query.get("lage", "")
    return [
        Chip(
            HAND_OVER_STATES[state],
            counts.get(state, 0),
            _address(query, lage="" if code == chosen else code),
            code == chosen,
        )
        for code, state in STATES.items()
        if counts.get(state) or code == chosen
    ]


def _address(query: QueryDict, **changes: str) -> str:
    """The list's address with some choices changed."""
    kept = {name: query.get(name, "") for name in ("fran", "till", "lage", "inga")} | changes
    return urlencode({name: value for name, value in kept.items() if value})

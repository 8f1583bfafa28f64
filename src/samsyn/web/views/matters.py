"""The list of matters, and the threads that are proposed to become matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.matters import service
from samsyn.matters.queries.listing import MatterFilter, list_matters, matter_counts, write_rows
from samsyn.matters.queries.threads import proposed_threads, thread_of
from samsyn.register.models import Body
from samsyn.register.service import INVERSES, RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.pages import next_address, read_numbers, show, signed_in
from samsyn.web.reasons import reasons_of
from samsyn.web.words import MATTER_STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse, QueryDict

    from samsyn.history.models import Event
    from samsyn.matters.queries.threads import Thread

ON_A_PAGE = 50
THREADS = 10
LONGEST = 100


class Chosen(NamedTuple):
    """What is chosen in the list, as it stands in the address."""

    words: str
    body: int | None
    state: str

    def query(self, **changes: object) -> dict[str, object]:
        """What stands after the question mark, with some choices changed."""
        state = "" if self.state == "open" else self.state
        return {"ord": self.words, "organ": self.body, "lage": state} | changes


class Shown(NamedTuple):
    """A proposed thread and why it hangs together."""

    thread: Thread
    reasons: Sequence[str]


def matters(request: HttpRequest) -> HttpResponse:
    """The open ones, or those that are asked for; below them what is proposed."""
    sees, today, chosen = sight_of(request.user), timezone.localdate(), _read_chosen(request.GET)
    wanted = MatterFilter(body=chosen.body, state=chosen.state, words=chosen.words, sees=sees)
    page = Paginator(list_matters(wanted), ON_A_PAGE).get_page(request.GET.get("sida"))
    threads, n_threads = proposed_threads(sees=sees, most=THREADS)
    counts = matter_counts(wanted)
    return show(
        request,
        "web/matters/list.html",
        current="matters",
        page=page,
        rows=write_rows(list(page), sees=sees),
        chosen=chosen,
        counts=counts,
        bodies=Body.objects.filter(pk__in=counts.bodies).order_by("name"),
        threads=[Shown(thread, reasons_of(thread.links)) for thread in threads],
        n_threads=n_threads,
        may_open=may(request.user, "matters.open_matter"),
        today=today,
    )


@require_POST
def answer_thread(request: HttpRequest, link_id: int) -> HttpResponse:
    """Take a proposed thread, as far as its items are ticked, or refuse it."""
    thread = thread_of(link_id, sees=sight_of(request.user))
    if thread is None:
        messages.error(request, _("Någon har redan svarat på det förslaget, eller så har det ändrats."))
        return redirect(next_address(request, reverse("matters")))
    by, verb = signed_in(request), request.POST.get("svar", "")
    if verb not in {"ta", "nej"}:
        raise Http404
    try:
        event = _take(request, thread) if verb == "ta" else service.refuse_links(thread.links, by=by)
    except RegisterError as error:
        messages.error(request, error.message)
        return redirect(next_address(request, reverse("matters")))
    tell_done(request, event, _("Ärendet är öppnat.") if verb == "ta" else _("Punkterna hålls isär."))
    if verb == "ta":
        return redirect("matters")
    return redirect(next_address(request, reverse("matters")))


def tell_done(request: HttpRequest, event: Event, told: str) -> None:
    """Say what was done, with a way to undo it."""
    messages.success(request, told, extra_tags=str(event.pk) if event.what in INVERSES else "")


def _take(request: HttpRequest, thread: Thread) -> Event:
    """Open a matter of the ticked items; proposals about the others are refused.

    Raises:
        RegisterError: It cannot be done.
    """
    ticked = set(read_numbers(request.POST.getlist("punkt")))
    places = [place for at, place in enumerate(thread.places) if at in ticked]
    if len(places) < 2:
        raise service.MatterUnusable(_("Välj minst två punkter, eller säg att de inte hör ihop."))
    chosen = set(places)
    sides = [(link, service.places_of_link(link)) for link in thread.links]
    return service.open_matter(
        request.POST.get("namn", ""),
        places,
        by=signed_in(request),
        links=[link for link, pair in sides if chosen.issuperset(pair)],
        left_out=[link for link, pair in sides if len(chosen.intersection(pair)) == 1],
    )


def _read_chosen(query: QueryDict) -> Chosen:
    state = query.get("lage", "")
    return Chosen(
        query.get("ord", "").replace("\x00", "").strip()[:LONGEST],
        next(iter(read_numbers([query.get("organ", "")])), None),
        state if state in MATTER_STATES else "open",
    )

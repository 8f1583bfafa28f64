"""What is changed of a matter: its name, where it stands, whether it is open, what it is split or joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.matters import service
from samsyn.matters.queries.finding import find_matters
from samsyn.matters.queries.page import where_it_went
from samsyn.matters.queries.sight import visible_knots, visible_matters
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.pages import read_numbers, show, signed_in
from samsyn.web.views.matter import get_matter
from samsyn.web.views.matters import tell_done

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event
    from samsyn.matters.models import Matter

    Act = Callable[[HttpRequest, Matter], Event]

LONGEST = 200


@require_POST
def new_matter(request: HttpRequest) -> HttpResponse:
    """Open a matter with nothing in it yet."""
    try:
        event = service.open_matter(request.POST.get("namn", ""), by=signed_in(request))
    except RegisterError as error:
        messages.error(request, error.message)
        return redirect("matters")
    tell_done(request, event, _("Ärendet är öppnat. Lägg till punkter från mötenas sidor."))
    return redirect("matter", event.subject_id)


def change_matter(request: HttpRequest, matter_id: int) -> HttpResponse:
    """All that can be changed of a matter; `?sok=` looks for another one to join it with."""
    matter = where_it_went(get_matter(request, matter_id))
    if request.method == "POST":
        return _change(request, matter)
    sees, words = sight_of(request.user), request.GET.get("sok", "").replace("\x00", "").strip()[:LONGEST]
    other = next(iter(read_numbers([request.GET.get("med", "")])), 0)
    named = visible_matters(sees).filter(pk=other).exclude(pk=matter.pk)
    found = list(named) if other else find_matters(words, sees=sees, but=matter.pk)
    knots = visible_knots(sees).filter(matter=matter).select_related("meeting", "item", "statement")
    return show(
        request,
        "web/matters/change.html",
        current="matters",
        matter=matter,
        stamp=service.stamp_of_matter(matter),
        knots=knots.prefetch_related("meeting__bodies").order_by("meeting__start_on", "pk"),
        sought=words,
        found=found,
        may_close=may(request.user, "matters.close_matter"),
        may_merge=may(request.user, "matters.merge_matters"),
        today=timezone.localdate(),
    )


def _change(request: HttpRequest, matter: Matter) -> HttpResponse:
    act = request.POST.get("gor", "")
    if act not in ACTS:
        raise Http404
    do, told, stays = ACTS[act]
    try:
        event = do(request, matter)
    except RegisterError as error:
        messages.error(request, error.message)
        return redirect("change_matter", matter.pk)
    tell_done(request, event, _(told))
    return redirect("matter", matter.pk if stays else event.after["made"])


def _rename(request: HttpRequest, matter: Matter) -> Event:
    return service.rename_matter(matter, _line(request, "namn"), by=signed_in(request), seen=_seen(request))


def _tell(request: HttpRequest, matter: Matter) -> Event:
    return service.tell_standing(matter, _line(request, "lage"), by=signed_in(request), seen=_seen(request))


def _close(request: HttpRequest, matter: Matter) -> Event:
    return service.close_matter(
        matter,
        on=timezone.localdate(),
        why=_line(request, "varfor"),
        by=signed_in(request),
        seen=_seen(request),
    )


def _reopen(request: HttpRequest, matter: Matter) -> Event:
    return service.reopen_matter(
        matter, by=signed_in(request), seen=_seen(request), why=_line(request, "varfor")
    )


def _split(request: HttpRequest, matter: Matter) -> Event:
    chosen = read_numbers(request.POST.getlist("punkt"))
    knots = visible_knots(sight_of(request.user)).filter(matter=matter, pk__in=chosen)
    return service.split_matter(
        matter, list(knots.select_related("meeting")), _line(request, "namn"), by=signed_in(request)
    )


def _merge(request: HttpRequest, matter: Matter) -> Event:
    return service.merge_matters(matter, _other(request), by=signed_in(request), why=_line(request, "varfor"))


def _relate(request: HttpRequest, matter: Matter) -> Event:
    return service.relate_matters(
        matter, _other(request), by=signed_in(request), why=_line(request, "varfor")
    )


def _other(request: HttpRequest) -> Matter:
    asked = next(iter(read_numbers([request.POST.get("vilket", "")])), 0)
    found: Matter = get_object_or_404(visible_matters(sight_of(request.user)), pk=asked)
    return found


def _line(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "").replace("\x00", "")


def _seen(request: HttpRequest) -> str:
    return request.POST.get("sedd", "")


# What a button says: what it does, what is told then, and whether the matter's own page is shown.
ACTS: dict[str, tuple[Act, str, bool]] = {
    "namn": (_rename, "Ärendet har fått ett nytt namn.", True),
    "lage": (_tell, "Läget är sparat.", True),
    "avsluta": (_close, "Ärendet är avslutat.", True),
    "oppna": (_reopen, "Ärendet är öppet igen.", True),
    "dela": (_split, "Punkterna är nu ett eget ärende.", False),
    "ihop": (_merge, "De två ärendena är nu ett.", True),
    "nara": (_relate, "De två ärendena är nu närliggande.", True),
}

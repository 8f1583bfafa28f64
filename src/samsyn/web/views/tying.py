"""From a meeting's page: tie an item or a statement to a matter, and answer what is proposed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.matters import service
from samsyn.matters.queries.finding import find_matters
from samsyn.matters.queries.sight import visible_matters
from samsyn.matters.queries.threads import any_links
from samsyn.register.models import Meeting, Statement
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.pages import next_address, read_numbers, show, signed_in
from samsyn.web.views.matters import tell_done

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse, QueryDict

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.matters.models import Matter, MatterLink
    from samsyn.register.models import AgendaItem

LONGEST = 200
ANSWERS: dict[str, tuple[Callable[[MatterLink, User], Event], str]] = {
    "ta": (lambda link, by: service.take_link(link, by=by), "Punkterna hör till samma ärende."),
    "nej": (lambda link, by: service.refuse_links([link], by=by), "Punkterna hålls isär."),
    "nara": (lambda link, by: service.relate_link(link, by=by), "Punkterna är närliggande."),
}


def tie_item(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Choose a matter for an item (`?punkt=`), or open one; `?sok=` looks for one by name."""
    sees = sight_of(request.user)
    meeting = get_object_or_404(Meeting.objects.prefetch_related("bodies"), pk=meeting_id)
    if not sees.sees(meeting):
        raise Http404
    sent = request.POST if request.method == "POST" else request.GET
    item = _item(meeting, sent)
    if request.method == "POST":
        return _tie(request, service.Place(meeting, item, _statement(meeting, sent)))
    words = sent.get("sok", "").replace("\x00", "").strip()[:LONGEST]
    said = meeting.statements.filter(removed=False)
    return show(
        request,
        "web/matters/tie.html",
        current="matters",
        meeting=meeting,
        item=item,
        chosen=sent.get("rad", ""),
        statements=said.filter(item=item).order_by("position") if item else said.none(),
        sought=words,
        found=find_matters(words, sees=sees) if words else latest_matters(request),
        may_open=may(request.user, "matters.open_matter"),
        today=timezone.localdate(),
    )


@require_POST
def answer_link(request: HttpRequest, link_id: int) -> HttpResponse:
    """Answer whether two items are of one matter."""
    rows = any_links(sight_of(request.user))
    link = get_object_or_404(
        rows.select_related("left_meeting", "right_meeting", "left_item", "right_item"), pk=link_id
    )
    if request.POST.get("svar") not in ANSWERS:
        raise Http404
    act, told = ANSWERS[request.POST["svar"]]
    try:
        tell_done(request, act(link, signed_in(request)), _(told))
    except service.TwoMatters as two:
        messages.error(request, two.message)
        address = reverse("change_matter", args=[two.one.pk], query={"med": two.other.pk})
        return redirect(f"{address}#ihop")
    except RegisterError as error:
        messages.error(request, error.message)
    return redirect(next_address(request, reverse("matters")))


def latest_matters(request: HttpRequest) -> list[Matter]:
    """The matters opened last, to choose among before anything is looked for."""
    rows = visible_matters(sight_of(request.user)).filter(state="open")
    return list(rows.order_by("-pk")[:5])


def _tie(request: HttpRequest, place: service.Place) -> HttpResponse:
    try:
        matter, event = _chosen(request, place)
    except RegisterError as error:
        messages.error(request, error.message)
        query = {"punkt": place.item.pk} if place.item else None
        return redirect(reverse("tie_item", args=[place.meeting.pk], query=query))
    tell_done(request, event, _("Punkten hör till ärendet."))
    return redirect("matter", matter)


def _chosen(request: HttpRequest, place: service.Place) -> tuple[int, Event]:
    """Tie to the chosen matter, or open one by the name that is written.

    Raises:
        RegisterError: It cannot be done.
    """
    by = signed_in(request)
    asked = next(iter(read_numbers([request.POST.get("arende", "")])), None)
    if asked is None:
        event = service.open_matter(request.POST.get("namn", ""), [place], by=by)
        return event.subject_id, event
    matter = get_object_or_404(visible_matters(sight_of(request.user)), pk=asked)
    return matter.pk, service.tie_knot(matter, place, by=by)


def _item(meeting: Meeting, sent: QueryDict) -> AgendaItem | None:
    asked = next(iter(read_numbers([sent.get("punkt", "")])), None)
    return get_object_or_404(meeting.items, pk=asked) if asked is not None else None


def _statement(meeting: Meeting, sent: QueryDict) -> Statement | None:
    asked = next(iter(read_numbers([sent.get("rad", "")])), None)
    rows = Statement.objects.filter(meeting=meeting, removed=False).select_related("item")
    return get_object_or_404(rows, pk=asked) if asked is not None else None

"""What each party does with a decision or a matter: who the parties are, and what is told of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.matters import service
from samsyn.matters.queries.party_proposals import party_proposals
from samsyn.register.models import Organisation, Statement
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.pages import next_address, read_numbers, signed_in
from samsyn.web.views.matter import get_matter

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event
    from samsyn.matters.models import Matter


@require_POST
def parties(request: HttpRequest, statement_id: int) -> HttpResponse:
    """Do what a form about a decision's parties asks, and go back to the decision."""
    seen = Statement.objects.filter(sight_of(request.user).seen(), removed=False)
    statement = get_object_or_404(seen.select_related("meeting", "item"), pk=statement_id)
    _answer(request, statement)
    return redirect(next_address(request, f"/beslut/{statement_id}/#parter"))


@require_POST
def matter_parties(request: HttpRequest, matter_id: int) -> HttpResponse:
    """The same of a matter in which nothing is decided yet."""
    matter = get_matter(request, matter_id)
    _answer(request, matter)
    return redirect(next_address(request, f"/arenden/{matter_id}/#parter"))


def _answer(request: HttpRequest, subject: Statement | Matter) -> None:
    verb, _space, key = request.POST.get("gor", "").partition(" ")
    try:
        events = _do(request, subject, verb, key)
    except RegisterError as error:
        messages.error(request, error.message)
        return
    tags = str(events[0].pk) if len(events) == 1 else ""
    messages.success(request, _told(verb, len(events)), extra_tags=tags)


def _do(request: HttpRequest, subject: Statement | Matter, verb: str, key: str) -> list[Event]:
    by = signed_in(request)
    if verb == "oppna":
        wanted = Organisation.objects.filter(pk__in=read_numbers(request.POST.getlist("part")))
        return service.open_parties(subject, wanted, by=by)
    if verb == "stammer":
        return service.take_party_proposals(subject, _keys(request, subject, key), by=by)
    if verb == "inte":
        return service.refuse_party_proposals(subject, [key], by=by)
    organisation = get_object_or_404(Organisation, pk=next(iter(read_numbers([key])), 0))
    return [service.tell_party(service.Party(subject, organisation), _said(request), by=by)]


def _keys(request: HttpRequest, subject: Statement | Matter, key: str) -> list[str]:
    """The proposal that is meant, or all that are shown."""
    if key != "alla":
        return [key]
    open_ones = {one.key for one in party_proposals(subject, sees=sight_of(request.user))}
    return [one for one in request.POST.getlist("visat") if one in open_ones]


def _said(request: HttpRequest) -> service.PartySaid:
    sent = {name: request.POST.get(name, "") for name in ("lage", "nar", "dnr", "rad")}
    seen = next(iter(read_numbers([request.POST.get("sett", "")])), None)
    return service.PartySaid(sent["lage"], sent["nar"], sent["dnr"], sent["rad"], seen)


def _told(verb: str, n: int) -> str:
    if verb == "oppna":
        return _("Nu tas det var för sig, med en rad för varje part.")
    if verb == "inte":
        return _("Förslaget är avvisat och kommer inte tillbaka.")
    return _("Nu syns vad parten har gjort.") if n == 1 else _("Nu syns vad parterna har gjort.")

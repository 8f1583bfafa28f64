"""Seats: opened, changed, ended, and taken or not where somebody comes so often that they may have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samsyn.accounts.permissions import require
from samsyn.register import service
from samsyn.register.models import Body, Person, Seat
from samsyn.register.protection import hidden_from
from samsyn.register.queries.seats import comers
from samsyn.register.sight import sight_of
from samsyn.web.forms.seats import NewSeatForm, SeatForm
from samsyn.web.pages import next_address, posted, read_numbers, show, signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event
    from samsyn.register.queries.seats import Comer

YES, NO = "ja", "nej"
FIELDS = ("organisation", "role", "on_behalf_of", "substitute_for", "start_on", "end_on")


def new_seat(request: HttpRequest, body_id: int) -> HttpResponse:
    """Give somebody a seat; `?person=` says whom the link was about."""
    body = get_object_or_404(Body, pk=body_id)
    require(request.user, "register.open_seat", body)
    asked = read_numbers([request.GET.get("person", "")])
    hidden = hidden_from(request.user).people
    seen = Person.objects.exclude(pk__in=hidden)
    known = seen.filter(pk__in=asked).first()
    initial = {"person": known.name} if known else {}
    form = NewSeatForm(posted(request), body=body, known=known, hidden=hidden, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            events = _open(request, body, form)
        except service.RegisterError as error:
            form.add_error(None, error.message)
        else:
            _tell(request, _("Platsen är tillagd."), events)
            return redirect("body", body_id)
    return show(
        request,
        "web/network/seat.html",
        current="bodies",
        body=body,
        title=_("Ny plats i %(body)s") % {"body": body.name},
        form=form,
        names=sorted(
            {one.person.name for one in comers(body, on=timezone.localdate(), sight=sight_of(request.user))}
        ),
    )


@require_safe
def choose_body(request: HttpRequest, person_id: int) -> HttpResponse:
    """Go on to a seat for one person, in the body that `?organ=` says; back where it says none."""
    asked = read_numbers([request.GET.get("organ", "")])
    body = Body.objects.filter(pk__in=asked).first()
    if body is None:
        return redirect("person", person_id)
    return redirect(reverse("new_seat", args=[body.pk], query={"person": person_id}))


def change_seat(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Change a seat's days, role, organisation, or whom it is for."""
    seat = get_object_or_404(Seat.objects.select_related("body", "person"), pk=seat_id)
    require(request.user, "register.change_seat", seat)
    initial = {name: getattr(seat, name) for name in FIELDS}
    form = SeatForm(posted(request), body=seat.body, seat=seat, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            event = service.change_seat(seat, form.wanted(seat.person, seat.body), by=signed_in(request))
        except service.RegisterError as error:
            form.add_error(None, error.message)
        else:
            _tell(request, _("Platsen är ändrad."), [event])
            return redirect("body", seat.body_id)
    return show(
        request,
        "web/network/seat.html",
        current="bodies",
        body=seat.body,
        title=_("Plats för %(person)s") % {"person": seat.person.name},
        form=form,
        names=(),
    )


@require_POST
def end_seat(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Let a seat end today."""
    seat = get_object_or_404(Seat.objects.select_related("person"), pk=seat_id)
    try:
        event = service.end_seat(seat, on=timezone.localdate(), by=signed_in(request))
    except service.RegisterError as error:
        messages.error(request, error.message)
    else:
        _tell(request, _("Platsen för %(person)s är avslutad.") % {"person": seat.person.name}, [event])
    return redirect(next_address(request, reverse("body", args=[seat.body_id])))


@require_POST
def answer_proposal(request: HttpRequest, body_id: int) -> HttpResponse:
    """Give seats to those who come often, or say that somebody has none: "ja 7 12", "nej 7"."""
    body = get_object_or_404(Body, pk=body_id)
    verb, *ids = [*request.POST.get("svar", "").split(), ""]
    if verb not in {YES, NO}:
        raise Http404
    asked = set(read_numbers(ids))
    proposed = [
        one
        for one in comers(body, on=timezone.localdate(), sight=sight_of(request.user))
        if one.person.pk in asked
    ]
    try:
        with transaction.atomic():
            events = [_answer(request, body, one, verb) for one in proposed]
    except service.RegisterError as error:
        messages.error(request, error.message)
    else:
        _tell(request, _said(verb, len(events)), events)
    return redirect("body", body_id)


def _answer(request: HttpRequest, body: Body, one: Comer, verb: str) -> Event:
    if verb == NO:
        return service.decline_seat(body, one.person, by=signed_in(request))
    wanted = service.SeatWanted(
        person=one.person,
        body=body,
        organisation=one.organisation,
        role=one.role,
        on_behalf_of=one.on_behalf_of,
    )
    return service.open_seat(wanted, by=signed_in(request))


def _said(verb: str, n: int) -> str:
    if verb == NO:
        return _("Förslaget är avvisat och kommer inte tillbaka.")
    return ngettext("En plats tillagd.", "%(n)d platser tillagda.", n) % {"n": n}


def _open(request: HttpRequest, body: Body, form: NewSeatForm) -> list[Event]:
    """Open the seat, and put in the person first where they are new; both or neither."""
    by, events = signed_in(request), []
    person = form.cleaned_data.get("found")
    with transaction.atomic():
        if person is None:
            person, event = service.add_person(form.cleaned_data["person"], by=by)
            events.append(event)
        events.append(service.open_seat(form.wanted(person, body), by=by))
    return events


def _tell(request: HttpRequest, text: str, events: list[Event]) -> None:
    """Say what was done; the message carries the events, so that it can be undone from there."""
    messages.success(request, text, extra_tags=" ".join(str(event.pk) for event in events))

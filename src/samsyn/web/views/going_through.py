"""Actions without owner or date, gone through with the chair: one at a time, or as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samsyn.mail.service import MailRefused
from samsyn.matters import service
from samsyn.matters.queries.actions import Action, ActionFilter
from samsyn.matters.queries.actions import actions as find_actions
from samsyn.matters.queries.going_through import lacking, lacking_ids, lacks, settled, waiting_bodies
from samsyn.register.models import Body, Meeting, Statement
from samsyn.register.protection import hidden_from
from samsyn.register.roles import bodies_written
from samsyn.register.service import RegisterError
from samsyn.register.sight import FINISHED, sight_of
from samsyn.web import swedish
from samsyn.web.pages import read_numbers, show, signed_in

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event
    from samsyn.matters.queries.going_through import Waiting
    from samsyn.register.sight import Sight


class Place(NamedTuple):
    """Where somebody is: which body's actions, and which of them."""

    body: Body | None
    number: int

    def address(self, number: int, *, view: str = "") -> str:
        """The page at another action."""
        query = {"organ": self.body.pk if self.body else None, "nr": number or None, "visa": view or None}
        return reverse("going_through", query={name: value for name, value in query.items() if value})


@require_safe
def going_through(request: HttpRequest) -> HttpResponse:
    """One action, big; `?visa=lista` all of them on paper, `?visa=klart` what was settled today."""
    today, place = timezone.localdate(), _place(request)
    asked = _asked(request, place, sight_of(request.user))
    view = request.GET.get("visa", "")
    ids = lacking_ids(asked, on=today)
    context: dict[str, Any] = {
        "place": place,
        "n_all": len(ids),
        "today": today,
        "bodies": _bodies(request, today),
    }
    if view == "lista":
        rows = [Action(said) for said in lacking(asked, on=today).filter(pk__in=ids)]
        return show(request, "web/going_through/list.html", current="actions", entries=rows, **context)
    if view == "klart" or place.number >= len(ids):
        done = settled(asked, by=signed_in(request), on=today)
        chair = _chair_of(place.body) if place.body else ""
        return show(
            request, "web/going_through/settled.html", current="actions", entries=done, chair=chair, **context
        )
    said = find_actions(ActionFilter(sees=asked.sees), on=today).get(pk=ids[place.number])
    entry = Action(said)
    seen = service.stamp_of(said, entry.follow_up)
    return show(request, "web/going_through/one.html", current="actions", entry=entry, seen=seen, **context)


@require_POST
def settle(request: HttpRequest, statement_id: int) -> HttpResponse:
    """Keep what was settled, and go on to the next."""
    today, place, sees = timezone.localdate(), _place(request), sight_of(request.user)
    said = get_object_or_404(find_actions(ActionFilter(sees=sees), on=today), pk=statement_id)
    try:
        events = _settle(request, said)
    except RegisterError as error:
        messages.error(request, error.message)
        return redirect(place.address(place.number))
    tags = str(events[0].pk) if len(events) == 1 else ""
    messages.success(request, _("Sparat. Anteckningarna står som de stod."), extra_tags=tags)
    now = Action(find_actions(ActionFilter(sees=sees), on=today).get(pk=statement_id))
    # What lacks nothing any more is out of the list: the next one has its number.
    return redirect(place.address(place.number + 1 if lacks(now) else place.number))


@require_POST
def send_settled(request: HttpRequest) -> HttpResponse:
    """Send what was settled today of a body's actions by mail."""
    today, place = timezone.localdate(), _place(request)
    if place.body is None:
        return redirect("going_through")
    done = settled(_asked(request, place, FINISHED), by=signed_in(request), on=today)
    heading = _("Genomgång av åtgärder, %(body)s %(day)s") % {
        "body": place.body.name,
        "day": swedish.day(today),
    }
    to = request.POST.get("till", "").strip()
    try:
        service.send_settled(
            place.body, [_line(one) for one in done], to=to, heading=heading, by=signed_in(request)
        )
    except (RegisterError, MailRefused) as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Brevet ligger i utkorgen till %(address)s.") % {"address": to})
    return redirect(place.address(0, view="klart"))


def _settle(request: HttpRequest, said: Statement) -> list[Event]:
    sent, by, today = request.POST, signed_in(request), timezone.localdate()
    if sent.get("gor") == "behovs-inte":
        why, seen = sent.get("varfor", ""), sent.get("sett", "")
        return [service.end_action(said, why=why, on=today, seen=seen, by=by)]
    written = service.Settled(*(sent.get(name, "") for name in ("agare", "vald", "tid", "sett")))
    return service.settle_action(said, written, on=today, by=by)


def _place(request: HttpRequest) -> Place:
    sent = request.GET if request.method == "GET" else request.POST
    body = next(iter(read_numbers([sent.get("organ", "")])), None)
    number = next(iter(read_numbers([sent.get("nr", "")])), 0)
    return Place(Body.objects.filter(pk=body).first() if body else None, number)


def _asked(request: HttpRequest, place: Place, sees: Sight) -> ActionFilter:
    """The actions of the body, or of all whose notes somebody writes."""
    written = bodies_written(request.user)
    own = None if written is None else tuple(sorted(written))
    if place.body is not None:
        own = (place.body.pk,) if written is None or place.body.pk in written else ()
    return ActionFilter(meeting_bodies=own, sees=sees, hidden=hidden_from(request.user))


def _bodies(request: HttpRequest, today: date) -> list[Waiting]:
    asked = _asked(request, Place(None, 0), sight_of(request.user))
    return waiting_bodies(asked, on=today)


def _chair_of(body: Body) -> str:
    """The address of whoever led the body's latest meeting, where it is known."""
    led = Meeting.objects.filter(bodies=body, chair__isnull=False, chair__is_protected=False)
    latest = led.select_related("chair").order_by("-start_on", "-pk").first()
    return latest.chair.email if latest and latest.chair else ""


def _line(one: Action) -> str:
    """An action with what was settled, as a letter has it."""
    due, said = one.due, one.statement
    when = swedish.period(due.due_start, due.due_end, due.due_precision, due.due_words)
    ended = one.follow_up.ended_because if one.follow_up and one.follow_up.ended_on else ""
    parts = [
        said.text,
        _("Behövs inte: %(why)s") % {"why": ended} if ended else "",
        _("Ägare: %(name)s") % {"name": one.owner.full_owner or _("saknas")},
        _("Klart senast: %(when)s") % {"when": when or _("saknas")},
    ]
    return "\n   ".join(part for part in parts if part)

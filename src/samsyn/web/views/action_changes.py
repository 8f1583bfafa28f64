"""What somebody says of an action in its row: whose it is now, by when, that it is over, where it is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samsyn.matters import service
from samsyn.matters.queries.carried import followed_at
from samsyn.minutes.by_hand import read_period
from samsyn.register.models import Meeting, Statement
from samsyn.register.service import ChangedMeanwhile, RegisterError
from samsyn.register.sight import sight_of
from samsyn.web import swedish
from samsyn.web.pages import htmx_of, next_address, read_numbers, show, signed_in
from samsyn.web.views.actions import show_row
from samsyn.web.views.draft import own_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse, QueryDict

    from samsyn.accounts.models import User

    Change = Callable[[Statement, QueryDict, User], object]

CHANGED, UNUSABLE = 409, 422
CHANGES: dict[str, Change] = {
    "agare": lambda said, sent, by: service.change_owner(
        said, sent.get("varde", ""), chosen=sent.get("vald", ""), seen=sent.get("sett", ""), by=by
    ),
    "tid": lambda said, sent, by: service.change_due(
        said, sent.get("varde", ""), on=timezone.localdate(), seen=sent.get("sett", ""), by=by
    ),
    "avsluta": lambda said, sent, by: service.end_action(
        said, why=sent.get("varde", ""), on=timezone.localdate(), seen=sent.get("sett", ""), by=by
    ),
    "tur": lambda said, sent, by: service.tell_turn(
        said, _meeting(sent.get("mote", "")), state=sent.get("varde", ""), by=by
    ),
    "oppna": lambda said, sent, by: service.reopen_action(said, why=sent.get("varde", ""), by=by),
}


@require_POST
def change_action(request: HttpRequest, statement_id: int) -> HttpResponse:
    """Do what a row's form says; a refusal stands at the field that it is about."""
    said, wanted = _action(request, statement_id), request.POST.get("gor", "")
    change = CHANGES.get(wanted)
    if change is None:
        return redirect(_row(statement_id))
    try:
        change(said, request.POST, signed_in(request))
    except RegisterError as error:
        return _refuse(request, statement_id, wanted, error)
    if htmx_of(request):
        return show_row(request, statement_id, is_open=True)
    messages.success(request, _("Åtgärden är ändrad. Anteckningarna står som de stod."))
    return redirect(_row(statement_id))


def _refuse(request: HttpRequest, statement_id: int, wanted: str, error: RegisterError) -> HttpResponse:
    status = CHANGED if isinstance(error, ChangedMeanwhile) else UNUSABLE
    if not htmx_of(request):
        messages.error(request, error.message)
        return redirect(_row(statement_id))
    return show_row(
        request, statement_id, is_open=True, status=status,
        refused={"gor": wanted, "message": error.message, "written": request.POST.get("varde", "")},
    )  # fmt: skip


@require_safe
def action_time(request: HttpRequest) -> HttpResponse:
    """What the words written so far are taken for, counted from today."""
    asked = request.GET.get("varde", "").strip()
    return show(request, "web/review/time.html", told=_told(asked) if asked else "")


def _told(asked: str) -> str:
    found = read_period(asked, met_on=timezone.localdate())
    if found.start is None and found.precision == "recurring":
        return _("Gång på gång, tills någon avslutar.")
    if found.start is None:
        return _("Ingen dag: orden sparas som de står.")
    whole = swedish.interval(found.start, found.end)
    return _("Tas för %(day)s.") % {"day": swedish.period(found.start, found.end, found.precision, whole)}


@require_POST
def carry(request: HttpRequest) -> HttpResponse:
    """Carry the chosen actions to a meeting, or back from one."""
    seen = Statement.objects.filter(sight_of(request.user).seen(), is_action=True, removed=False)
    chosen = list(seen.select_related("meeting").filter(pk__in=read_numbers(request.POST.getlist("atgard"))))
    back = next_address(request, reverse("actions"))
    numbers = read_numbers([request.POST.get("mote", "")])
    to = get_object_or_404(Meeting, pk=numbers[0]) if numbers else None
    try:
        events = service.carry_actions(chosen, to=to, by=signed_in(request))
    except RegisterError as error:
        messages.error(request, error.message)
        return redirect(back)
    messages.success(request, _told_carried(to, len(events)))
    return redirect(back)


@require_POST
def put_on_agenda(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Give each of what is followed up at a meeting an item in the notes that are being written."""
    draft = own_draft(request, draft_id)
    if draft.meeting is None:
        return redirect("draft", draft_id)
    followed = followed_at(draft.meeting, on=timezone.localdate(), sees=sight_of(request.user))
    try:
        n = service.put_on_agenda(draft, followed.actions, by=signed_in(request))
    except RegisterError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Punkter för uppföljning: %(n)s. De står sist.") % {"n": n})
    return redirect("draft", draft_id)


def _told_carried(to: Meeting | None, n: int) -> str:
    if to is None:
        return _("Tagna från mötet igen: %(n)s.") % {"n": n}
    day = swedish.day(to.start_on) if to.start_on else _("mötet")
    return _("Förda till %(day)s: %(n)s. De står på mötets sida under Följs upp.") % {"day": day, "n": n}


def _meeting(number: str) -> Meeting:
    return get_object_or_404(Meeting, pk__in=read_numbers([number]))


def _action(request: HttpRequest, statement_id: int) -> Statement:
    seen = Statement.objects.filter(sight_of(request.user).seen(), is_action=True, removed=False)
    return get_object_or_404(seen.select_related("meeting"), pk=statement_id)


def _row(statement_id: int) -> str:
    return f"{reverse('actions')}?lage=alla&oppen={statement_id}#statement-{statement_id}"

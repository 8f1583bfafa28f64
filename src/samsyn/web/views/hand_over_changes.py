"""What people say of hand-overs: that they are some, to whom, what became of them; and new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import require
from samsyn.matters import service
from samsyn.register.models import AgendaItem, Body, Meeting, Organisation, Statement
from samsyn.register.service import INVERSES, RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.forms.hand_overs import HandOverForm
from samsyn.web.pages import next_address, posted, read_numbers, show, signed_in
from samsyn.web.views.hand_overs import find_hand_over

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event
    from samsyn.matters.models import HandOver


@require_POST
def decide(request: HttpRequest, hand_over_id: int) -> HttpResponse:
    """It is a hand-over ("ja"), or it is none ("nej")."""
    row, by = find_hand_over(request, hand_over_id), signed_in(request)
    said = request.POST.get("svar", "")
    if said == "ja":
        return _told(
            request, row, lambda: service.confirm_hand_over(row, by=by), _("Medskicket är bekräftat.")
        )
    if said == "nej":
        told = _("Det är inget medskick, och föreslås inte igen.")
        return _told(request, row, lambda: service.refuse_hand_over(row, by=by), told)
    raise Http404


@require_POST
def readdress(request: HttpRequest, hand_over_id: int) -> HttpResponse:
    """Say who is meant: bodies, or an organisation outside."""
    row, by = find_hand_over(request, hand_over_id), signed_in(request)
    bodies = list(Body.objects.filter(pk__in=read_numbers(request.POST.getlist("organ"))))
    outside = Organisation.objects.filter(pk__in=read_numbers([request.POST.get("organisation", "")])).first()
    act = lambda: service.readdress_hand_over(row, bodies, None if bodies else outside, by=by)  # noqa: E731
    return _told(request, row, act, _("Mottagaren är vald."))


@require_POST
def take_up(request: HttpRequest, hand_over_id: int) -> HttpResponse:
    """It was taken up at a meeting: "motet:12" for the whole of it, "punkt:34" for an item."""
    row, by = find_hand_over(request, hand_over_id), signed_in(request)
    kind, _colon, number = request.POST.get("plats", "").partition(":")
    ids = read_numbers([number])
    seen = Meeting.objects.filter(sight_of(request.user).seen("pk"))
    item = AgendaItem.objects.filter(pk__in=ids).first() if kind == "punkt" else None
    meeting = seen.filter(pk__in=[item.meeting_id] if item else ids if kind == "motet" else []).first()
    if meeting is None:
        messages.error(request, _("Välj en punkt."))
        return redirect("hand_over", hand_over_id)
    return _told(
        request,
        row,
        lambda: service.take_up_hand_over(row, meeting, item, by=by),
        _("Nu syns det var det togs upp."),
    )


@require_POST
def answer(request: HttpRequest, hand_over_id: int) -> HttpResponse:
    """The answer in words."""
    row, by = find_hand_over(request, hand_over_id), signed_in(request)
    text = request.POST.get("svar", "")
    return _told(
        request, row, lambda: service.answer_hand_over(row, text, by=by), _("Svaret syns nu för båda.")
    )


@require_POST
def wait(request: HttpRequest, hand_over_id: int) -> HttpResponse:
    """Nobody waits for it any more ("nej"), or the notes tell again what becomes of it ("ja")."""
    row, by = find_hand_over(request, hand_over_id), signed_in(request)
    if request.POST.get("svar") == "ja":
        told = _("Anteckningarna avgör igen vad det blev.")
        return _told(request, row, lambda: service.follow_hand_over(row, by=by), told)
    told = _("Medskicket är återtaget: ingen väntar på det längre.")
    return _told(request, row, lambda: service.withdraw_hand_over(row, by=by), told)


def new_hand_over(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Write one by hand; `?punkt=` and `?rad=` say out of which item or statement."""
    seen = Meeting.objects.filter(sight_of(request.user).seen("pk")).prefetch_related("bodies")
    meeting = get_object_or_404(seen, pk=meeting_id)
    require(request.user, "matters.send_hand_over", meeting)
    lines = Statement.objects.filter(meeting=meeting, removed=False)
    said = lines.filter(pk__in=read_numbers([request.GET.get("rad", "")])).first()
    item = (
        said.item
        if said
        else meeting.items.filter(pk__in=read_numbers([request.GET.get("punkt", "")])).first()
    )
    form = HandOverForm(
        posted(request), meeting=meeting, initial={"asked": said.text if said else "", "item": item}
    )
    if request.method == "POST" and form.is_valid():
        try:
            event = service.send_hand_over(form.wanted(said), by=signed_in(request))
        except RegisterError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("Medskicket är skickat."), extra_tags=str(event.pk))
            return redirect("hand_over", event.subject_id)
    return show(
        request, "web/hand_overs/new.html", current="hand_overs", meeting=meeting, said=said, form=form
    )


def _told(request: HttpRequest, row: HandOver, act: Callable[[], Event], told: str) -> HttpResponse:
    """Do something, say so with a way back, and go back to the hand-over."""
    try:
        event = act()
    except RegisterError as error:
        messages.error(request, error.message)
    else:
        undo = str(event.pk) if event.what in INVERSES else ""
        messages.success(request, told, extra_tags=undo)
    return redirect(next_address(request, row_address(row)))


def row_address(row: HandOver) -> str:
    """The page of a hand-over."""
    return reverse("hand_over", args=[row.pk])

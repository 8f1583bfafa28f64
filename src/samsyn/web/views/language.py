"""Språk: what is said of a text's wording, on a page of its own and beside fields."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.plan import service
from samsyn.plan.queries.wording import LONGEST, Looked, contested_words, look_at, rules_shown
from samsyn.register.alphabet import alphabetical_key
from samsyn.register.service import RegisterError
from samsyn.web.pages import frame_context, htmx_of, next_address, read_numbers, show, signed_in
from samsyn.web.remarked import pieces_of
from samsyn.web.views.matters import tell_done
from samsyn.wording import Beside, Kind

if TYPE_CHECKING:
    from django.http import HttpRequest

    from samsyn.history.models import Event


BESIDE = {"tid": Beside.TIME, "agare": Beside.OWNER}


def language(request: HttpRequest) -> HttpResponse:
    """Paste a text; the rules and how they have fared."""
    return _page(request, None)


def check_wording(request: HttpRequest) -> HttpResponse:
    """The same page with what is said of a text that was sent; nothing of it is kept."""
    if request.method != "POST":
        return redirect("language")
    return _page(request, _looked(request))


@require_POST
def remarks(request: HttpRequest) -> HttpResponse:
    """What is said of the words in a field, to stand beside it."""
    return _beside(request)


@require_POST
def answer_remark(request: HttpRequest) -> HttpResponse:
    """Take a remark, or dismiss it with a reason; then what is left, or the page it came from."""
    try:
        event = _answer(request)
    except RegisterError as error:
        if htmx_of(request):
            return _beside(request, refused=error.message)
        messages.error(request, error.message)
        return redirect(next_address(request, reverse("language")))
    if htmx_of(request):
        return _beside(request)
    tell_done(request, event, _("Svaret är sparat."))
    return redirect(next_address(request, reverse("language")))


def _answer(request: HttpRequest) -> Event:
    sent = request.POST
    said = service.RemarkSaid(
        sent.get("regel", ""),
        sent.get("ord", "").replace("\x00", ""),
        sent.get("mening", "").replace("\x00", ""),
        sent.get("om", ""),
        next(iter(read_numbers([sent.get("om-id", "")])), None),
    )
    if sent.get("svar") == "ta":
        return service.take_remark(said, by=signed_in(request))
    if sent.get("svar") == "avfarda":
        why = sent.get("anm-varfor", "").replace("\x00", "")
        return service.dismiss_remark(said, why=why, by=signed_in(request))
    raise Http404


def _looked(request: HttpRequest) -> Looked:
    """What is said of the text that was sent."""
    text = request.POST.get("text", "").replace("\x00", "").replace("\r\n", "\n")
    kind = request.POST.get("sort", "")
    if kind not in set(Kind):
        raise Http404
    said = [what for name, what in BESIDE.items() if request.POST.get(name) == "1"]
    return look_at(text, kind=Kind(kind), beside=reduce(or_, said, Beside.NOTHING))


def _beside(request: HttpRequest, *, refused: str = "") -> HttpResponse:
    """The remarks as they stand beside a field."""
    looked = _looked(request)
    own = {
        "looked": looked,
        "refused": refused,
        "may_answer": may(request.user, "plan.answer_remark"),
    }
    return HttpResponse(render_to_string("web/language/beside.html", own | frame_context(request)))


def _page(request: HttpRequest, looked: Looked | None) -> HttpResponse:
    return show(
        request,
        "web/language/language.html",
        current="language",
        looked=looked,
        pieces=list(pieces_of(looked)) if looked else [],
        longest=LONGEST,
        rules=rules_shown(),
        contested=sorted(contested_words().items(), key=lambda row: alphabetical_key(row[0])),
        may_answer=may(request.user, "plan.answer_remark"),
        may_change=may(request.user, "plan.change_words"),
    )

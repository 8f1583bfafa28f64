"""The county's contested words, with the better ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.plan import service
from samsyn.plan.models import ContestedWord
from samsyn.plan.queries.comments import words_to_see
from samsyn.plan.queries.plans import all_plans
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.pages import read_numbers, show, signed_in
from samsyn.web.views.matters import tell_done

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event

PARTED = re.compile(r"[,;\n]")


def contested_words(request: HttpRequest) -> HttpResponse:
    """The words: those that notes contest and nobody has answered first."""
    sees = sight_of(request.user)
    rows = [row for row in words_to_see() if row.source is None or sees.sees(row.source.meeting)]
    return show(
        request,
        "web/plan/contested.html",
        current="plan",
        rows=rows,
        plans=all_plans(),
        may_change=may(request.user, "plan.change_words"),
        today=timezone.localdate(),
    )


@require_POST
def change_contested_word(request: HttpRequest) -> HttpResponse:
    """Mark one by hand ("lagg-till"), or say of one that was read that it is one ("ja") or none ("nej")."""
    act = request.POST.get("gor", "")
    if act not in {"ja", "nej", "lagg-till"}:
        raise Http404
    try:
        event = _change(request, act)
    except RegisterError as error:
        messages.error(request, error.message)
    else:
        told = _("Ordet föreslås inte igen.") if act == "nej" else _("Ordet är sparat.")
        tell_done(request, event, told)
    return redirect("contested_words")


def _change(request: HttpRequest, act: str) -> Event:
    by, sent = signed_in(request), request.POST
    if act == "lagg-till":
        plain = {name: sent.get(name, "").replace("\x00", "") for name in ("ord", "hellre", "varfor")}
        return service.mark_word(plain["ord"], PARTED.split(plain["hellre"]), why=plain["varfor"], by=by)
    asked = next(iter(read_numbers([sent.get("rad", "")])), 0)
    word = get_object_or_404(ContestedWord, pk=asked)
    return service.decide_word(word, is_contested=act == "ja", by=by)

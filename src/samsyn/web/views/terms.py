"""The county's word list: words that mean the same here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.matters import service
from samsyn.matters.queries.terms import all_terms
from samsyn.register.service import RegisterError
from samsyn.web.pages import show, signed_in
from samsyn.web.views.matters import tell_done

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event

LONGEST = 5000


def terms(request: HttpRequest) -> HttpResponse:
    """All groups: the county's own first, then those that came with Samsyn, then those it has removed."""
    groups = all_terms()
    return show(
        request,
        "web/matters/terms.html",
        current="matters",
        own=[group for group in groups if not group.code and not group.removed],
        shipped=[group for group in groups if group.code and not group.removed],
        removed=[group for group in groups if group.code and group.removed],
        may_change=may(request.user, "matters.change_terms"),
    )


@require_POST
def new_terms(request: HttpRequest) -> HttpResponse:
    """Add a group."""
    return _do(request, lambda: service.add_terms(_words(request), by=signed_in(request), why=_why(request)),
               _("Orden står i listan."))  # fmt: skip


@require_POST
def change_terms(request: HttpRequest, which: str) -> HttpResponse:
    """Change a group's words, remove it, or use it again; `which` is its number or its code."""
    group = next((one for one in all_terms() if which in {one.code, one.which}), None)
    if group is None:
        raise Http404
    act, by, seen = request.POST.get("gor", ""), signed_in(request), request.POST.get("sedd", "")
    if act == "ta-bort":
        return _do(request, lambda: service.remove_terms(group, by=by, seen=seen), _("Orden är borttagna."))
    if act == "anvand":
        return _do(request, lambda: service.restore_terms(group, by=by), _("Orden används igen."))
    return _do(
        request,
        lambda: service.change_terms(group, _words(request), by=by, why=_why(request), seen=seen),
        _("Orden är ändrade."),
    )


def _do(request: HttpRequest, act: Callable[[], Event], told: str) -> HttpResponse:
    try:
        event = act()
    except RegisterError as error:
        messages.error(request, error.message)
    else:
        tell_done(request, event, told)
    return redirect("terms")


def _words(request: HttpRequest) -> list[str]:
    return request.POST.get("ord", "").replace("\x00", "")[:LONGEST].splitlines()


def _why(request: HttpRequest) -> str:
    return request.POST.get("varfor", "").replace("\x00", "")

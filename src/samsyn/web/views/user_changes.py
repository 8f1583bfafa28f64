"""What is done to accounts by one button: a role ended, an account closed, an administrator appointed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from samsyn.accounts import service as accounts
from samsyn.accounts.models import User
from samsyn.register import service
from samsyn.register.models import Role
from samsyn.web.pages import signed_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise

    from samsyn.history.models import Event

    Act = tuple[Callable[..., Event], _StrPromise]

ACCOUNT: dict[str, Act] = {
    "stang": (accounts.close_user, gettext_lazy("Kontot är stängt. %(user)s är utloggad överallt.")),
    "oppna": (accounts.reopen_user, gettext_lazy("Kontot är öppet igen.")),
}
ADMINISTRATOR: dict[str, Act] = {
    "ge": (accounts.appoint_administrator, gettext_lazy("%(user)s är nu administratör.")),
    "ta-bort": (accounts.dismiss_administrator, gettext_lazy("%(user)s är inte längre administratör.")),
}


@require_POST
def end_role(request: HttpRequest, role_id: int) -> HttpResponse:
    """Let a role end today."""
    role = get_object_or_404(Role, pk=role_id)
    try:
        service.end_role(role, on=timezone.localdate(), by=signed_in(request))
    except service.RegisterError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Rollen är avslutad."))
    return redirect("user", role.user_id)


@require_POST
def remove_second_step(request: HttpRequest, user_id: int) -> HttpResponse:
    """Let the password be enough for somebody who has lost phone, key and codes."""
    found = get_object_or_404(User, pk=user_id)
    accounts.remove_second_step(found, by=signed_in(request))
    messages.success(request, _("%(user)s loggar nu in med bara lösenordet.") % {"user": found})
    return redirect("user", user_id)


@require_POST
def change_user(request: HttpRequest, user_id: int) -> HttpResponse:
    """Close an account, or open it again."""
    return _do(request, user_id, ACCOUNT)


@require_POST
def change_administrator(request: HttpRequest, user_id: int) -> HttpResponse:
    """Make somebody an administrator, or no longer one."""
    return _do(request, user_id, ADMINISTRATOR)


def _do(request: HttpRequest, user_id: int, acts: dict[str, Act]) -> HttpResponse:
    """What the pressed button says."""
    found = get_object_or_404(User, pk=user_id)
    if request.POST.get("svar", "") not in acts:
        raise Http404
    act, told = acts[request.POST["svar"]]
    try:
        act(found, by=signed_in(request))
    except accounts.AccountError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, str(told) % {"user": found})
    return redirect("user", user_id)

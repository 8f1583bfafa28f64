"""One's own account: password, second step of sign-in, where one is signed in, and the log of sign-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.signals import password_changed
from allauth.mfa.models import Authenticator
from allauth.usersessions.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts import service as accounts
from samsyn.accounts.models import SignIn, User
from samsyn.register.roles import roles_of
from samsyn.web.browsers import browser_name
from samsyn.web.forms.account import ChangePasswordForm
from samsyn.web.pages import show, signed_in
from samsyn.web.second_step import lacks_second_step

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

LATEST, ON_A_PAGE = 10, 100


def my_account(request: HttpRequest) -> HttpResponse:
    """All of it on one page."""
    user = signed_in(request)
    steps: dict[str, list[Authenticator]] = {kind.value: [] for kind in Authenticator.Type}
    for step in Authenticator.objects.filter(user=user).order_by("created_at"):
        steps[step.type].append(step)
    return show(
        request,
        "web/account/account.html",
        current="account",
        roles=roles_of(user),
        steps=steps,
        is_needed=lacks_second_step(request),
        sessions=[(row, browser_name(row.user_agent)) for row in UserSession.objects.purge_and_list(user)],
        sign_ins=[(row, browser_name(row.browser)) for row in user.sign_ins.all()[:LATEST]],
        today=timezone.localdate(),
    )


def change_password(request: HttpRequest) -> HttpResponse:
    """A new password for oneself; other sessions end, this one goes on."""
    user = signed_in(request)
    form = ChangePasswordForm(user, request.POST or None)
    if form.is_valid():
        accounts.change_password(user, form.cleaned_data["new_password1"], by=user)
        update_session_auth_hash(request, user)
        password_changed.send(sender=User, request=request, user=user)
        messages.success(request, _("Lösenordet är bytt. Du är utloggad på andra ställen."))
        return redirect("mfa_index")
    return show(request, "web/account/change_password.html", current="account", form=form)


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    all_of_mine = UserSession.objects.filter(user=signed_in(request))
    get_adapter().end_sessions([row for row in all_of_mine if not row.is_current()])
    messages.success(request, _("Du är utloggad överallt utom här."))
    return redirect("mfa_index")


def sign_ins(request: HttpRequest) -> HttpResponse:
    """The log of all, for administrators."""
    rows = SignIn.objects.select_related("user").order_by("-at", "-id")
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("sida"))
    return show(
        request,
        "web/account/sign_ins.html",
        current="sign_ins",
        page=page,
        sign_ins=[(row, browser_name(row.browser)) for row in page],
        today=timezone.localdate(),
    )

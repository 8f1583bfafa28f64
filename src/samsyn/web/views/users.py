"""The users: who has an account, and one person's roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts import service as accounts
from samsyn.accounts.models import User
from samsyn.register import service
from samsyn.web.forms.users import RoleForm
from samsyn.web.pages import show, signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def users(request: HttpRequest) -> HttpResponse:
    """All accounts with the roles that are in force or to come; closed ones last."""
    today = timezone.localdate()
    everybody = User.objects.order_by("-is_active", "name", "email")
    found = everybody.prefetch_related("roles__body", "roles__organisation")
    listed = [(user, [role for role in user.roles.all() if not role.is_over(today)]) for user in found]
    return show(request, "web/users/users.html", current="users", listed=listed, today=today)


def user(request: HttpRequest, user_id: int) -> HttpResponse:
    """One account: its roles, and what can be done with it."""
    return _show_user(request, get_object_or_404(User, pk=user_id), RoleForm())


@require_POST
def give_role(request: HttpRequest, user_id: int) -> HttpResponse:
    """Give somebody a role."""
    found = get_object_or_404(User, pk=user_id)
    form = RoleForm(request.POST)
    if form.is_valid():
        try:
            service.grant_role(found, form.wanted(), by=signed_in(request))
        except service.RegisterError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("%(user)s har fått rollen.") % {"user": found})
            return redirect("user", user_id)
    return _show_user(request, found, form)


@require_POST
def new_password(request: HttpRequest, user_id: int) -> HttpResponse:
    """Give somebody a new password, and show it this once."""
    found = get_object_or_404(User, pk=user_id)
    return _show_password(request, found, accounts.reset_password(found, by=signed_in(request)))


def _show_user(request: HttpRequest, found: User, form: RoleForm) -> HttpResponse:
    roles = found.roles.select_related("body", "organisation", "granted_by").order_by("-start_on", "-id")
    return show(
        request,
        "web/users/user.html",
        current="users",
        person=found,
        roles=list(roles),
        has_second_step=accounts.has_second_step(found),
        form=form,
        today=timezone.localdate(),
    )


def _show_password(request: HttpRequest, found: User, password: str) -> HttpResponse:
    return show(request, "web/users/password.html", current="users", person=found, password=password)

"""An address with its rule of who may open it."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_safe

from samsyn.accounts.permissions import require
from samsyn.web.second_step import lacks_second_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase
    from django.urls import URLPattern

    View = Callable[..., HttpResponseBase]

PERMISSIONS: dict[str, str] = {}


def page(route: str, view: View, name: str, rule: str) -> URLPattern:
    """An address with its rule; pages are closed to those not signed in unless the rule is "open".

    Args:
        route: As Django's `path` takes it.
        view: What answers.
        name: What `reverse` knows it by.
        rule: "open"; "signed_in" for what everybody with an account may; or a permission
            ("register.read"), asked without a subject: whether somebody may at all. What is done to one
            thing is asked once more, of that thing, by the action. What may be seen ("register.read",
            "accounts.see_users") is only opened, never sent to.
    """
    PERMISSIONS[name] = rule
    if rule == "open":
        return path(route, login_not_required(view), name=name)
    if rule == "signed_in":
        return path(route, view, name=name)
    return path(route, _guarded(require_safe(view) if _only_shows(rule) else view, rule), name=name)


def _only_shows(rule: str) -> bool:
    """Whether a permission is to look at something: nothing is ever sent to such a page."""
    verb = rule.partition(".")[2]
    return verb == "read" or verb.startswith("see_")


def _guarded(view: View, permission: str) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        # Those not signed in never come here: the middleware sends them to the sign-in page.
        require(request.user, permission)
        if lacks_second_step(request):
            return redirect("mfa_index")
        return view(request, *args, **kwargs)

    return guarded

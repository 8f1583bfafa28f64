"""An address with its rule of who may open it."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.urls import path

from samsyn.accounts.permissions import is_administrator

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
        rule: "open", "signed_in" or "administrator".
    """
    PERMISSIONS[name] = rule
    guards: dict[str, Callable[[View], View]] = {
        "open": login_not_required,
        "signed_in": lambda guarded: guarded,
        "administrator": _administrators_only,
    }
    return path(route, guards[rule](view), name=name)


def _administrators_only(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        # Those not signed in never come here: the middleware sends them to the sign-in page.
        if not is_administrator(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded

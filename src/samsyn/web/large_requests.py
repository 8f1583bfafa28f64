"""Requests with files: who may send them, and the answer to what was not taken in."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.handlers.wsgi import WSGIRequest
from django.db import close_old_connections
from django.http import HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone

from samsyn.accounts.permissions import may
from samsyn.conf.door import REFUSED
from samsyn.mail.service import LinkUnusable, find_link, purpose_of
from samsyn.web.routes.routing import PERMISSIONS
from samsyn.web.views.errors import not_taken_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from django.contrib.auth.models import AnonymousUser
    from django.http import HttpRequest, HttpResponseBase

    from samsyn.accounts.models import User

    View = Callable[..., HttpResponseBase]


def takes_files(view: View) -> View:
    """Say of a view that files are sent to it; to all others no more than the words of a form."""
    return _marked(view, "takes_files")


def takes_files_by_link(view: View) -> View:
    """Say of the view that signed links lead to that it takes files where the link's purpose does."""
    return _marked(view, "takes_files_by_link")


def _marked(view: View, mark: str) -> View:
    """A view with a mark that decorators hand on."""
    setattr(view, mark, True)
    return view


def may_send_files(environ: Mapping[str, Any]) -> bool:
    """Whether a request, by its heads alone, comes from somebody who may send files to where it goes.

    Args:
        environ: As Django takes it; what the request brings is not looked at.
    """
    request = WSGIRequest({**environ, "CONTENT_LENGTH": "0", "wsgi.input": BytesIO()})
    try:
        found = resolve(request.path_info)
    except Resolver404:
        return False
    by_link = getattr(found.func, "takes_files_by_link", False)
    if not (by_link or getattr(found.func, "takes_files", False)):
        return False
    close_old_connections()
    try:
        SessionMiddleware(_no_answer).process_request(request)
        user = get_user(request)
        if by_link:
            return request.method == "POST" and _link_takes_files(found.kwargs["token"], user)
        return user.is_authenticated and may(user, PERMISSIONS[found.url_name or ""])
    finally:
        close_old_connections()


def _link_takes_files(token: str, user: User | AnonymousUser) -> bool:
    """Whether a link works, for whoever is signed in if anybody, and is for something that takes files."""
    try:
        link = find_link(token, user=user, on=timezone.localdate())
    except LinkUnusable:
        return False
    return purpose_of(link.purpose).takes_files


def answer_what_was_refused(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: a request whose body was not taken in reaches no page."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        status = request.META.get(REFUSED)
        if status is None:
            return get_response(request)
        return not_taken_in(status, most=settings.SAMSYN_MAX_REQUEST_BYTES // 1_000_000)

    return answer


def _no_answer(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()

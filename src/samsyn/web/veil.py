"""The veil over every answer: whoever is hidden from the reader is in none of them, whatever page made it.

Pages leave out what would tell of somebody without a name; this takes the names. Files that are not text
cannot be looked through, and go out only where their page has said that it has seen to them.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseForbidden

from samsyn.register.masking import MASKED
from samsyn.register.protection import hidden_from

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    from samsyn.register.protection import Hidden

WITHHELD = "withheld"  # why a file is refused: it names somebody who is hidden
READABLE = ("text/", "application/json", "application/xml", "application/javascript", "image/svg+xml")
CHANGING = ("POST", "PUT", "PATCH", "DELETE")
LOG = logging.getLogger("django.request")


class Veil:
    """Middleware: hides whom the reader is not to see, in the body and the headers of every answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, veiled."""
        response = self.get_response(request)
        if _is_about_nobody(response):
            return response
        hidden = hidden_from(request.user)
        # A page that is kept was veiled when it was made, for those from whom the same people are hidden.
        return _veil(response, hidden) if hidden and hidden is not _veiled_from(response) else response

    def process_view(self, request: HttpRequest, _view: object, _args: object, given: dict[str, Any]) -> None:
        """Refuse pages about somebody hidden, and forms that would write the veil over their name.

        Raises:
            Http404: The page is about somebody who is hidden.
            PermissionDenied: The form holds what stands in place of a name.
        """
        people = [given[name] for name in ("person_id", "pk") if name in given]
        is_about_people = "person_id" in given or given.get("kind") == "person"
        if is_about_people and not hidden_from(request.user).people.isdisjoint(people):
            raise Http404
        if request.method in CHANGING and any(MASKED in text for text in _sent(request)):
            raise PermissionDenied(WITHHELD)


def cleared(response: HttpResponse) -> HttpResponse:
    """Say of an answer that is not text that its page has seen to it that it names nobody hidden."""
    response.is_cleared = True  # type: ignore[attr-defined]
    return response


def _is_about_nobody(response: HttpResponseBase) -> bool:
    """An answer without body to a stranger, as most that send on."""
    return not response.streaming and not response.content and "Location" not in response  # type: ignore[attr-defined]


def _veiled_from(response: HttpResponseBase) -> Hidden | None:
    return getattr(response, "veiled_from", None)


def _sent(request: HttpRequest) -> list[str]:
    """The words of a form, or of what a script sends instead of one."""
    if request.content_type == "application/json":
        return [request.body.decode(errors="replace").replace("\\u00a0", "\u00a0")]
    return [text for _, texts in request.POST.lists() for text in texts]


def _veil(response: HttpResponse, hidden: Hidden) -> HttpResponse:
    for name, value in list(response.items()):
        if hidden.mask.is_in(value):
            response[name] = hidden.mask.hide(value).replace(MASKED, "skyddad")
    if getattr(response, "is_cleared", False):
        return response
    kind = response.get("Content-Type", "")
    if response.streaming or (response.content and not kind.startswith(READABLE)):
        LOG.warning("a file was withheld: its page has not said that it names nobody who is protected")
        return HttpResponseForbidden()
    text = response.content.decode(response.charset)
    response.content = hidden.mask.hide(text).encode(response.charset)
    return response

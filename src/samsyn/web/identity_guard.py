"""No identity number comes in by a form: it is cut out of what was typed, and nothing is done or kept.

This stands before every view, so that no field can be forgotten. Actions that take words from elsewhere (a
file, a letter) look for themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.reading import find_identity_numbers, hide_identity_numbers
from samsyn.web.pages import htmx_of, show_plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    View = Callable[..., HttpResponseBase]

REFUSED = 422
SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}
FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}
# Never shown again, and never kept as they are: a password is hashed, a code is compared.
SECRET = {
    "csrfmiddlewaretoken",
    "code",
    "credential",
    "new_password1",
    "new_password2",
    "old_password",
    "password",
}
NOT_KEPT = {*SECRET, "next", "username"}
WORDS = {"email": "E-postadress", "name": "Namn"}


@dataclass(frozen=True, slots=True)
class Typed:
    """What stood in a field.

    Attributes:
        text: Without its identity numbers.
        is_refused: Whether there were any.
    """

    name: str
    text: str
    is_refused: bool

    @property
    def label(self) -> str:
        """What the field is called when its page is not at hand."""
        return WORDS.get(self.name, self.name.replace("_", " ").capitalize())


class StopIdentityNumbers:
    """Middleware; the last one, so that strangers and forged forms are refused before."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Everything happens when the view is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, *_arguments: object) -> HttpResponse | None:
        """Answer instead of the view where an identity number was sent.

        A view that takes data from a script may say by itself in which field it stood (`says_where`).
        """
        if request.method in SAFE:
            return None
        if request.content_type not in FORMS:
            return None if getattr(view, "says_where", False) else _refuse_words(request)
        typed = [_read(name, value) for name, values in request.POST.lists() for value in values]
        named = [file.name or "" for _name, files in request.FILES.lists() for file in files]
        files = [name for name in named if holds_number(name)]
        refused = [one for one in typed if one.is_refused]
        return _refuse_form(request, typed, refused, files) if refused or files else None


def holds_number(text: str) -> bool:
    """Whether an identity number stands in a text, or in what it says when it is part of an address."""
    return bool(find_identity_numbers(text) or ("%" in text and find_identity_numbers(unquote_plus(text))))


def without_numbers(text: str) -> str:
    """The text without its identity numbers; nothing of it where cutting does not help."""
    for span in reversed(find_identity_numbers(text)):
        text = text[: span.start] + text[span.end :]
    return "" if holds_number(text) else text


def _read(name: str, value: str) -> Typed:
    if name in NOT_KEPT or not holds_number(value):
        return Typed(name, value, is_refused=False)
    return Typed(name, without_numbers(value), is_refused=True)


def _refuse_words(request: HttpRequest) -> HttpResponse | None:
    """What is no form is data that a script sends, and the script is told."""
    if not holds_number(request.body.decode("utf-8", "replace")):
        return None
    return JsonResponse({"besked": _sentence()}, status=REFUSED)


def _refuse_form(
    request: HttpRequest, typed: list[Typed], refused: list[Typed], files: list[str]
) -> HttpResponse:
    """With script the message in its place, else a page where the form can be sent again."""
    if htmx_of(request):
        response = render(
            request, "web/identity_numbers/message.html", {"sentence": _sentence()}, status=REFUSED
        )
        response["HX-Retarget"], response["HX-Reswap"] = "#besked", "innerHTML"
        return response
    if request.accepts("application/json") and not request.accepts("text/html"):
        return JsonResponse({"besked": _sentence(), "falt": [one.name for one in refused]}, status=REFUSED)
    return show_plain(
        request,
        "web/identity_numbers/again.html",
        status=REFUSED,
        refused=refused,
        kept=[one for one in typed if not one.is_refused and one.name not in SECRET],
        files=[hide_identity_numbers(name) for name in files],
        chosen=list(request.FILES),
        address=request.path,
    )


def _sentence() -> str:
    return _("Här står något som ser ut som ett personnummer. Ta bort det och försök igen. Inget är sparat.")

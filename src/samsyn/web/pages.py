"""What every page gets: the menu, who is signed in, the chosen look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from samsyn.web.menu import menu
from samsyn.web.sealing import EMAIL, NAME, THEME_COOKIE, TOKEN, is_sealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.contrib.auth.models import AnonymousUser
    from django.http import HttpRequest, QueryDict
    from django_htmx.middleware import HtmxDetails

    from samsyn.accounts.models import User
    from samsyn.web.menu import Entry

THEMES = ("light", "dark")
DIGITS = 16
FIRST_DAY, LAST_DAY = date(1901, 1, 1), date(8999, 12, 31)
"""Days that people can mean: before and after them there is room to count in."""


@dataclass(frozen=True)
class Frame:
    """What surrounds a page's content.

    Attributes:
        current: Name of the menu row that the page belongs to.
        path: The page's own address, to come back to; for a part of a page, that of the whole page.
        theme: "light", "dark", or empty where the computer decides.
    """

    request: HttpRequest
    user: User | AnonymousUser
    current: str
    path: str
    theme: str

    @cached_property
    def menu(self) -> Sequence[Entry]:
        """The rows that the user may open; a page without menu asks nothing."""
        return menu(self.user)

    @property
    def name(self) -> str:
        """Whom the page is shown to."""
        return NAME if is_sealed(self.request) else str(self.user)

    @property
    def email(self) -> str:
        """Where letters to them go."""
        return EMAIL if is_sealed(self.request) else getattr(self.user, "email", "")


def show(
    request: HttpRequest, template: str, *, current: str = "", status: int = 200, **context: Any
) -> HttpResponse:
    """Render a page with its frame."""
    # Without the request, which would put another token in each place where the token is asked for.
    return HttpResponse(render_to_string(template, context | frame_context(request, current)), status=status)


def frame_context(request: HttpRequest, current: str = "") -> dict[str, Any]:
    """What a page within the frame needs besides its own."""
    token = TOKEN if is_sealed(request) else get_token(request)
    return {"frame": _frame(request, current), "csrf_token": token}


def plain_context(request: HttpRequest) -> dict[str, Any]:
    """What a bare page needs besides its own."""
    return {"theme": chosen_theme(request), "csrf_token": get_token(request), "today": timezone.localdate()}


def show_plain(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """Render a page without menu, for those who may not be signed in."""
    return render(request, template, context | plain_context(request), status=status)


def chosen_theme(request: HttpRequest) -> str:
    """The look that somebody has chosen: light, dark, or empty where the computer decides."""
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return theme if theme in THEMES else ""


def next_address(request: HttpRequest, otherwise: str) -> str:
    """The page to go on to, as the form says, if it is one of our own."""
    wanted = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if own and wanted.startswith("/") else otherwise


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form has sent, also where it sent nothing; None where the page was only asked for."""
    return request.POST if request.method == "POST" else None


def read_numbers(words: Iterable[str]) -> list[int]:
    """The words that can be numbers of rows; no database holds longer ones."""
    return [int(word) for word in words if word.isdecimal() and len(word) < DIGITS]


def asked_day(text: str) -> date | None:
    """A day in an address; None where it is none, or one that nobody can mean."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if FIRST_DAY <= found <= LAST_DAY else None


def signed_in(request: HttpRequest) -> User:
    """The user behind a request; pages that change something are never open to others.

    Raises:
        PermissionDenied: Nobody is signed in.
    """
    if not request.user.is_authenticated:
        raise PermissionDenied
    return request.user


def _frame(request: HttpRequest, current: str) -> Frame:
    return Frame(
        request=request,
        user=request.user,
        current=current,
        path=_path(request),
        theme=chosen_theme(request),
    )


def htmx_of(request: HttpRequest) -> HtmxDetails:
    """What a script asks of a part of a page; false where a whole page is asked for."""
    found: HtmxDetails = request.htmx  # type: ignore[attr-defined]  # put there by django-htmx
    return found


def _path(request: HttpRequest) -> str:
    htmx = htmx_of(request)
    try:
        shown = htmx.current_url_abs_path if htmx else None
    except ValueError:  # the browser's word for where it is; anybody may send another
        shown = None
    return shown or request.get_full_path()

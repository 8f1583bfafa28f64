"""A request with nobody in it: what a page can be made of that many will see.

It has the address, the viewer, the look and nothing else: no session, no cookies, no user. A page that asks
for more of whoever looks fails at once, instead of being shown to the next. Where the name, the address and
the token of a form belong stand marks, which are filled in for each who looks.
"""

from __future__ import annotations

from html import escape
from secrets import token_hex
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.middleware.csrf import get_token

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.viewers import Viewer

# Letters and digits only, so that they stand in a page as they are; nobody can know them beforehand.
NAME, EMAIL, TOKEN = (f"{word}{token_hex(16)}" for word in ("name", "email", "token"))
PERSONAL = (NAME, EMAIL, TOKEN)
THEME_COOKIE = "utseende"


class SealedRequest(HttpRequest):
    """What is left of a request when whoever sent it has been taken out.

    Attributes:
        user: The viewer.
        htmx: Never: parts of pages are not kept.
    """

    def __init__(self, request: HttpRequest, viewer: Viewer) -> None:
        """Take over what pages may hang on."""
        super().__init__()
        self.method, self.path, self.path_info = "GET", request.path, request.path_info
        self.META = {"QUERY_STRING": request.META.get("QUERY_STRING", "")}
        self.GET = request.GET
        self.COOKIES = {THEME_COOKIE: request.COOKIES.get(THEME_COOKIE, "")}
        self.resolver_match = request.resolver_match
        self.user = viewer  # type: ignore[assignment]  # stands for a user wherever rules are asked
        self.htmx = False


def is_sealed(request: HttpRequest) -> bool:
    """Whether a page is made for more than one to see."""
    return isinstance(request, SealedRequest)


def fill(content: bytes, request: HttpRequest, user: User, viewer: Viewer) -> bytes:
    """A page with what is the reader's own in its places.

    Args:
        content: As it was made of a sealed request.
        request: The reader's own.
        user: The reader.
        viewer: The reader too; whoever is hidden is not named here either.
    """
    own = {NAME: str(user), EMAIL: user.email, TOKEN: get_token(request)}
    for mark, word in own.items():
        shown = viewer.hidden.mask.hide(word)
        content = content.replace(mark.encode(), escape(shown).encode())
    return content

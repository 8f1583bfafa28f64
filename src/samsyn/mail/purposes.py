"""What links can be for: each purpose is registered by the room that knows what it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

    from samsyn.mail.models import Link


class PurposeTaken(Exception):
    """Two purposes have one name."""


class PurposeUnknown(LookupError):
    """No purpose has that name."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """One thing that a link can do.

    Attributes:
        name: As `Link.purpose` keeps it; never used again for something else.
        does: What it does, in Swedish, after "Länken" ("bekräftar att brevet kom fram").
        word: What it does, as it stands on the link in a letter ("Öppna anteckningarna").
        once: Whether it can be used once only; else as often as wanted until its last day.
        view: Where the view lies that answers ("samsyn.web.views.links.open_notes"): loaded when a link is
            followed, not with every command. It shows what the link does on GET, does it on POST, and is
            called with links that work.
        used: Where the view lies that answers to a link that was used; empty where the sentence is enough. It
            is called with the link and that sentence.
        takes_files: Whether files may be sent by the link, beside the words of a form.
    """

    name: str
    does: str
    word: str
    once: bool
    view: str
    used: str = ""
    takes_files: bool = False

    def answer(self, request: HttpRequest, link: Link) -> HttpResponseBase:
        """The view's answer to a link."""
        view: Callable[[HttpRequest, Link], HttpResponseBase] = import_string(self.view)
        return view(request, link)

    def answer_used(self, request: HttpRequest, link: Link, told: str) -> HttpResponseBase | None:
        """The view's answer to a link that was used; None where there is no such view."""
        if not self.used:
            return None
        view: Callable[[HttpRequest, Link, str], HttpResponseBase] = import_string(self.used)
        return view(request, link, told)


_PURPOSES: dict[str, Purpose] = {}


def register_purpose(purpose: Purpose) -> None:
    """Make a purpose known, when its app is loaded.

    Raises:
        PurposeTaken: There is another with that name.
    """
    if _PURPOSES.setdefault(purpose.name, purpose) is not purpose:
        raise PurposeTaken(purpose.name)


def purpose_of(name: str) -> Purpose:
    """The purpose with a name.

    Raises:
        PurposeUnknown: Nobody has registered it.
    """
    if name not in _PURPOSES:
        raise PurposeUnknown(name)
    return _PURPOSES[name]

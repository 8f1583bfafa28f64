"""Pages that are made once and shown to all who see the same, until anything in the register changes.

A page is made of its key alone: the address, the day, the language, the look, what else its view names, and
the viewer (`samsyn.register.viewers`), all that decides what somebody may see and do. The request that it is
made of holds nothing more (`sealing`), so that nothing of one reader can come into the page of another. Who
may open a page, with a second step of sign-in where that is asked for, has been asked before, of the reader.

Every change writes an event, and the state of the log is asked for every page: what was kept before a change
is let go by the first page after it, whichever process wrote the change.
"""

from __future__ import annotations

import zlib
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.db import connection
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from samsyn.history.keeping import stamp
from samsyn.register.viewing import viewer_of
from samsyn.web.pages import chosen_theme, htmx_of, signed_in
from samsyn.web.sealing import SealedRequest, fill

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from django.http import HttpRequest

    from samsyn.history.keeping import Stamp
    from samsyn.register.viewers import Viewer

    View = Callable[..., HttpResponse]

FAST = 1  # of zlib's levels: a tenth of the size, in the time that a few queries take
AROUND = 1000  # bytes that a page takes beside its words: the key, and its place


@dataclass(slots=True)
class Shelf:
    """The pages of this process, all made at one state of the log; those not looked at longest go first."""

    turn: Lock = field(default_factory=Lock)
    at: Stamp = ()
    pages: OrderedDict[Hashable, bytes] = field(default_factory=OrderedDict)
    size: int = 0

    def find(self, key: Hashable, at: Stamp) -> bytes | None:
        """A page as it was made when the log stood so."""
        with self.turn:
            self._turn_to(at)
            page = self.pages.get(key)
            if page is not None:
                self.pages.move_to_end(key)
        return page and zlib.decompress(page)

    def put(self, key: Hashable, at: Stamp, content: bytes, *, most: int) -> None:
        """Keep a page, if the log still stands as when it was begun; within so many bytes for all pages."""
        page = zlib.compress(content, FAST)
        with self.turn:
            if at != self.at or key in self.pages:
                return
            self.pages[key] = page
            self.size += len(page) + AROUND
            while self.size > most:
                _key, oldest = self.pages.popitem(last=False)
                self.size -= len(oldest) + AROUND

    def _turn_to(self, at: Stamp) -> None:
        if at != self.at:
            self.pages.clear()
            self.at, self.size = at, 0


SHELF = Shelf()


def kept_page(*, beside: Callable[[HttpRequest], Hashable] | None = None) -> Callable[[View], View]:
    """A view whose page is kept for all who see the same.

    Args:
        beside: What the page shows besides the register, asked anew for each reader and given to the view
            by this name; the page is another for each answer.
    """

    def keeping(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, **given: Any) -> HttpResponse:
            if beside is not None:
                given["beside"] = beside(request)
            return _answer(view, request, given) if _is_plain(request) else view(request, **given)

        answer.is_kept = True  # type: ignore[attr-defined]  # so that a test finds them all
        return answer

    return keeping


def _is_plain(request: HttpRequest) -> bool:
    """A whole page that is only looked at, and that has nothing to tell this reader alone."""
    return request.method == "GET" and not htmx_of(request) and not len(get_messages(request))


def _answer(view: View, request: HttpRequest, given: dict[str, Any]) -> HttpResponse:
    user = signed_in(request)
    viewer = viewer_of(user)
    made = _find_or_make(view, request, given, viewer)
    if isinstance(made, HttpResponse):
        return made
    response = HttpResponse(fill(made, request, user, viewer))
    response.veiled_from = viewer.hidden  # type: ignore[attr-defined]
    return response


def _find_or_make(
    view: View, request: HttpRequest, given: dict[str, Any], viewer: Viewer
) -> bytes | HttpResponse:
    """The page's words; an answer that is no page is not kept."""
    key = (view.__module__, view.__name__, *sorted(given.items()), *_look(request), viewer)
    # Within a transaction nothing is kept: what was written there is seen by nobody else.
    at = stamp() if settings.SAMSYN_KEEP_BYTES and not _in_transaction() else None
    kept = SHELF.find(key, at) if at is not None else None
    if kept is not None:
        return kept
    response = view(SealedRequest(request, viewer), **given)
    if response.status_code != 200 or list(response.headers) != ["Content-Type"]:
        return response
    content = viewer.hidden.mask.hide(response.content.decode()).encode()
    if at is not None:
        SHELF.put(key, at, content, most=settings.SAMSYN_KEEP_BYTES)
    return content


def _in_transaction() -> bool:
    return connection.in_atomic_block


def _look(request: HttpRequest) -> tuple[Hashable, ...]:
    return request.get_full_path(), chosen_theme(request), get_language(), timezone.localdate()

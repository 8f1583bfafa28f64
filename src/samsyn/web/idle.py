"""Sign-out of a session that nobody has used for a while, and of any that has lasted a working day."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from django.http import HttpRequest, HttpResponseBase

SEEN, BEGAN = "seen_at", "began_at"
STEP = 60  # seconds: the session is written that often and not at each request


@receiver(user_logged_in)
def note_sign_in(*, request: HttpRequest, **_: Any) -> None:
    """A session begins to be used."""
    request.session[SEEN] = request.session[BEGAN] = int(time.time())


def sign_out_when_idle(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: end a session that has not been used, or has lasted, for so long as the settings say.

    Use puts off the day on which the cookie is forgotten, so that it alone would end no session that is used.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        seen, now = request.session.get(SEEN), int(time.time())
        lasted = now - request.session.get(BEGAN, now)
        if seen is not None and (
            now - seen > settings.SAMSYN_IDLE_MINUTES * 60 or lasted > settings.SESSION_COOKIE_AGE
        ):
            logout(request)
        elif seen is not None and now - seen >= STEP:
            request.session[SEEN] = now
        return get_response(request)

    return answer

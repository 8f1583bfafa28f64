"""Pages about people are kept by nobody on the way, and ask the browser for nothing of the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

NO_USE_OF = ("camera", "microphone", "geolocation", "display-capture", "payment", "usb", "serial", "midi")
PERMISSIONS_POLICY = ", ".join(f"{feature}=()" for feature in NO_USE_OF)


def keep_nothing(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware that forbids keeping an answer, and the use of camera, place and the like.

    Static files never come this far.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        response.headers["Permissions-Policy"] = PERMISSIONS_POLICY
        return response

    return answer

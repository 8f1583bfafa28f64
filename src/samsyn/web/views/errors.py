"""Pages that say what went wrong and what to do."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from samsyn.accounts.models import User
from samsyn.accounts.permissions import may
from samsyn.web.veil import WITHHELD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in, but not allowed; without any role, whom to ask for one."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated and not may(user, "register.read"):
        return _without_role(request)
    if str(exception) == WITHHELD:
        return _page(
            403,
            title=_("Skyddade uppgifter"),
            lead=_("Här finns en person med skyddade uppgifter. Be organets sekreterare om hjälp."),
        )
    return _page(
        403,
        title=_("Det här får du inte göra"),
        lead=_("Ditt konto har inte den rättigheten. Den som sköter Samsyn hos er kan ge dig den."),
    )


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 where a form's token does not fit: mostly a page that has been open for too long."""
    return _page(
        403,
        title=_("Sidan har varit öppen för länge"),
        lead=_("Ladda om sidan och gör om det du gjorde. Inget har ändrats."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page."""
    return _page(
        404,
        title=_("Sidan finns inte"),
        lead=_("Adressen kan vara felskriven, eller så har mötet slagits ihop med ett annat."),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request cannot be understood."""
    return _page(
        400,
        title=_("Frågan gick inte att förstå"),
        lead=_("Gå tillbaka och försök igen."),
    )


def too_many(request: HttpRequest) -> HttpResponse:
    """429: somebody guesses."""
    return _page(
        429,
        title=_("Det har blivit fel för många gånger"),
        lead=_("Vänta en kvart och försök igen."),
    )


def not_taken_in(status: int, *, most: int) -> HttpResponse:
    """What was sent was too much, came too slowly, or broke off.

    Args:
        status: 413, 408 or 400.
        most: Megabytes that may be sent at once.
    """
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        lead = _("Skicka högst %(most)s MB åt gången, och bara där filer läses in.") % {"most": most}
        return _page(status, title=_("Det är för mycket på en gång"), lead=lead)
    return _page(
        status,
        title=_("Allt kom inte fram"),
        lead=_("Kontrollera nätet och försök igen. Inget är sparat."),
    )


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. Asks nothing of the database, which may be what is broken."""
    return _page(
        500,
        title=_("Något gick fel hos oss"),
        lead=_("Försök igen om en stund. Säg till den som sköter Samsyn om det händer igen."),
    )


def _without_role(request: HttpRequest) -> HttpResponse:
    """Somebody has an account and no role yet, or no longer."""
    administrators = User.objects.filter(is_administrator=True, is_active=True)
    context = {
        "user": request.user,
        "administrators": administrators.order_by("name", "email"),
        "csrf_token": get_token(request),
        "theme": "",
    }
    return HttpResponse(render_to_string("web/without_role.html", context), status=403)


def _page(status: int, **context: str) -> HttpResponse:
    filled: Mapping[str, object] = {**context, "status": status, "theme": ""}
    return HttpResponse(render_to_string("web/error.html", dict(filled)), status=status)

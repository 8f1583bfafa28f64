"""Where signed links lead: one address for all of them, and a view for each purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.mail.service import LinkUnusable, find_link, purpose_of, use_link
from samsyn.web.pages import show_plain

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    from samsyn.mail.service import Link

GONE = 410


def follow(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show what the link does, do it when asked to, or say why it cannot be used."""
    try:
        link = find_link(token, user=request.user, on=timezone.localdate())
        return purpose_of(link.purpose).view(request, link)
    except LinkUnusable as error:
        return show_plain(
            request,
            "web/links/unusable.html",
            title=_("Länken går inte att använda"),
            lead=error.message,
            status=GONE,
        )


def confirm_trial(request: HttpRequest, link: Link) -> HttpResponse:
    """A letter on trial came through."""
    if request.method != "POST":
        return show_plain(
            request,
            "web/links/act.html",
            link=link,
            title=_("Kom provbrevet fram?"),
            act=_("Ja, det kom fram"),
        )
    with transaction.atomic():
        use_link(link, on=timezone.localdate())
    return show_plain(
        request, "web/links/done.html", title=_("Tack"), lead=_("Nu syns det i utkorgen att brevet kom fram.")
    )

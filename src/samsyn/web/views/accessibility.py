"""The accessibility statement that the law on digital public service asks for (2018:1937)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings

from samsyn.web.pages import show_plain

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

REVIEWED_ON = date(2026, 11, 22)
UPDATED_ON = date(2026, 11, 22)
COMPLAINTS = "https://www.digg.se/tdosanmalan"


def statement(request: HttpRequest) -> HttpResponse:
    """What works and what does not, how it was looked at, and where one turns."""
    return show_plain(
        request,
        "web/accessibility.html",
        organisation=settings.SAMSYN_ORGANISATION,
        contact=settings.SAMSYN_CONTACT,
        way=_way(settings.SAMSYN_CONTACT),
        site=settings.SAMSYN_ADDRESS,
        complaints=COMPLAINTS,
        reviewed=REVIEWED_ON,
        updated=UPDATED_ON,
    )


def _way(contact: str) -> str:
    """Where a click on the contact leads: a letter, a page, a call."""
    if contact.startswith(("https://", "http://")):
        return contact
    if "@" in contact:
        return f"mailto:{contact}"
    figures = "".join(sign for sign in contact if sign in "+0123456789")
    return f"tel:{figures}" if figures else ""

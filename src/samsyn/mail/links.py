"""From a token to the link it opens, if it still does."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format

from samsyn.mail.errors import LinkForAnother, LinkTooLate, LinkUnknown, LinkUsed, LinkWithdrawn
from samsyn.mail.models import Link
from samsyn.mail.purposes import purpose_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.contrib.auth.models import AnonymousUser

    from samsyn.accounts.models import User

TOKEN_BYTES = 32
DAY = "j F Y"


def renew_token(link: Link) -> str:
    """Give a link a new token, and give it back: it is kept nowhere but by its hash."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    link.token_hash = _hash(token)
    link.save(update_fields=["token_hash"])
    return token


def find_link(token: str, *, user: User | AnonymousUser, on: date) -> Link:
    """The link that a token opens.

    Args:
        token: As it stood in the letter.
        user: Who is signed in, if anybody.
        on: Today.

    Raises:
        LinkUnusable: It opens nothing, or not for them, or no more.
    """
    link = Link.objects.select_related("user", "made_by").filter(token_hash=_hash(token)).first()
    if link is None:
        raise LinkUnknown(
            "Länken är inte hel, eller så har en nyare skickats. Öppna den som står i det senaste brevet."
        )
    # Whether it works is nothing that somebody else is told.
    _require_own(link, user)
    require_usable(link, on=on)
    return link


def require_usable(link: Link, *, on: date) -> None:
    """Go on only if a link still does what it is for.

    Raises:
        LinkUnusable: It is withdrawn, used, or late.
    """
    ask = (
        f"Be {link.made_by} om en ny om du behöver den." if link.made_by else "Begär en ny om du behöver den."
    )
    if link.withdrawn_at is not None:
        raise LinkWithdrawn(f"Länken drogs tillbaka {_moment(link.withdrawn_at)}. {ask}", link)
    if link.used_at is not None and purpose_of(link.purpose).once:
        raise LinkUsed(f"Länken gick att använda en gång, och det gjordes {_moment(link.used_at)}.", link)
    if on > link.last_on:
        raise LinkTooLate(f"Länken gällde till och med {date_format(link.last_on, DAY)}. {ask}", link)


def _require_own(link: Link, user: User | AnonymousUser) -> None:
    """A link is for one person: whoever is signed in as somebody else is told so."""
    if user.is_authenticated and user.email != link.address.lower():
        raise LinkForAnother(
            f"Länken är till {link.address}, men du är inloggad som {user.email}. "
            "Logga ut om den är till dig.",
            link,
        )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), f"{DAY} \\k\\l. H.i")

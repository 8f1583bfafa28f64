"""A letter as it leaves: its links written out, and last what they are for."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import make_msgid
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils.formats import date_format

from samsyn.mail.enclosures import find_content
from samsyn.mail.html import write_html
from samsyn.mail.links import DAY, renew_token
from samsyn.mail.purposes import purpose_of
from samsyn.mail.veils import veiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.mail.models import Link, OutgoingMail

LINK = "[[länken]]"


@dataclass(frozen=True, slots=True)
class Written:
    """A link as it stands in a letter that leaves.

    Attributes:
        mark: What stands in the letter's words where it is to be.
        address: Where it leads, by a new token.
    """

    mark: str
    address: str
    link: Link

    @property
    def word(self) -> str:
        """What it does, as it stands on it."""
        return purpose_of(self.link.purpose).word


def mark_of(number: int) -> str:
    """What stands in a letter's words where one of several links is to be; counted from 1."""
    return f"[[länk {number}]]"


def write_text(mail: OutgoingMail) -> str:
    """The words of a letter with its links, which get new tokens: earlier ones open nothing any more."""
    return _text(mail, _new_links(mail))


def write_letter(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The letter as a mail server takes it: plain text, and the same as HTML."""
    sender: str = settings.DEFAULT_FROM_EMAIL
    headers = {
        "Message-ID": make_msgid(domain=sender.rpartition("@")[2].rstrip(">")),
        "Auto-Submitted": "auto-generated",
    }
    links = _new_links(mail)
    letter = EmailMultiAlternatives(
        veiled(mail.subject), _text(mail, links), sender, [mail.address], headers=headers
    )
    html = write_html(veiled(mail.subject), veiled(mail.text), links=links, terms=_terms(links))
    letter.attach_alternative(html, "text/html")
    for name, sha256 in mail.enclosed:
        content = find_content(sha256)
        if content is not None:
            letter.attach(veiled(name), content, "application/octet-stream")
    return letter


def _new_links(mail: OutgoingMail) -> list[Written]:
    """The letter's links, each with a new token."""
    own = [(LINK, mail.link)] if mail.link is not None else []
    own += [(mark_of(row.number), row.link) for row in mail.links.select_related("link")]
    return [Written(mark, _new_address(link), link) for mark, link in own]


def _new_address(link: Link) -> str:
    return str(settings.SAMSYN_ADDRESS) + reverse("link", args=[renew_token(link)])


def _text(mail: OutgoingMail, links: Sequence[Written]) -> str:
    text = veiled(mail.text)
    for one in links:
        text = text.replace(one.mark, one.address)
    return f"{text}\n\n-- \n{_terms(links)}\n" if links else text


def _terms(links: Sequence[Written]) -> str:
    """What the links do, for whom and how long: once for those that do the same."""
    said = dict.fromkeys(_terms_of(one.link, alone=len(links) == 1) for one in links)
    return " ".join([*said, "Skicka brevet inte vidare."] if len(links) > 1 else said)


def _terms_of(link: Link, *, alone: bool) -> str:
    purpose = purpose_of(link.purpose)
    often = "en gång, " if purpose.once else ""
    until = f"till och med {date_format(link.last_on, DAY)}"
    if not alone:
        return f"En länk som {purpose.does} är till {link.address} och går att använda {often}{until}."
    return (
        f"Länken är till {link.address} och gör en enda sak: den {purpose.does}. "
        f"Den går att använda {often}{until}. Skicka den inte vidare."
    )

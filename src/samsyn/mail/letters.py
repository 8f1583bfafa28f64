"""A letter as it leaves: its link written out, and last what the link is for."""

from __future__ import annotations

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
    from samsyn.mail.models import Link, OutgoingMail

LINK = "[[länken]]"


def write_text(mail: OutgoingMail) -> str:
    """The words of a letter with its link, which gets a new token: earlier ones open nothing any more."""
    return _text(mail, _new_address(mail))


def write_letter(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The letter as a mail server takes it: plain text, and the same as HTML."""
    sender: str = settings.DEFAULT_FROM_EMAIL
    headers = {
        "Message-ID": make_msgid(domain=sender.rpartition("@")[2].rstrip(">")),
        "Auto-Submitted": "auto-generated",
    }
    address = _new_address(mail)
    letter = EmailMultiAlternatives(
        veiled(mail.subject), _text(mail, address), sender, [mail.address], headers=headers
    )
    letter.attach_alternative(_html(mail, address), "text/html")
    for name, sha256 in mail.enclosed:
        content = find_content(sha256)
        if content is not None:
            letter.attach(veiled(name), content, "application/octet-stream")
    return letter


def _new_address(mail: OutgoingMail) -> str:
    """Where the letter's link leads, by a new token; empty where it has none."""
    if mail.link is None:
        return ""
    return str(settings.SAMSYN_ADDRESS) + reverse("link", args=[renew_token(mail.link)])


def _text(mail: OutgoingMail, address: str) -> str:
    if mail.link is None:
        return veiled(mail.text)
    return f"{veiled(mail.text).replace(LINK, address)}\n\n-- \n{_terms(mail.link)}\n"


def _html(mail: OutgoingMail, address: str) -> str:
    if mail.link is None:
        return write_html(veiled(mail.subject), veiled(mail.text))
    word, terms = purpose_of(mail.link.purpose).word, _terms(mail.link)
    return write_html(
        veiled(mail.subject), veiled(mail.text), mark=LINK, address=address, word=word, terms=terms
    )


def _terms(link: Link) -> str:
    """What the link does, for whom and how long."""
    purpose = purpose_of(link.purpose)
    often = "en gång, " if purpose.once else ""
    return (
        f"Länken är till {link.address} och gör en enda sak: den {purpose.does}. "
        f"Den går att använda {often}till och med {date_format(link.last_on, DAY)}. Skicka den inte vidare."
    )

"""A letter as it leaves: its link written out, and last what the link is for."""

from __future__ import annotations

from email.utils import make_msgid
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.formats import date_format

from samsyn.mail.enclosures import find_content
from samsyn.mail.links import DAY, renew_token
from samsyn.mail.purposes import purpose_of
from samsyn.mail.veils import veiled

if TYPE_CHECKING:
    from samsyn.mail.models import Link, OutgoingMail

LINK = "[[länken]]"


def write_text(mail: OutgoingMail) -> str:
    """The words of a letter with its link, which gets a new token: earlier ones open nothing any more."""
    if mail.link is None:
        return veiled(mail.text)
    address = settings.SAMSYN_ADDRESS + reverse("link", args=[renew_token(mail.link)])
    return f"{veiled(mail.text).replace(LINK, address)}\n\n-- \n{_terms(mail.link)}\n"


def write_letter(mail: OutgoingMail) -> EmailMessage:
    """The letter as a mail server takes it."""
    sender: str = settings.DEFAULT_FROM_EMAIL
    headers = {
        "Message-ID": make_msgid(domain=sender.rpartition("@")[2].rstrip(">")),
        "Auto-Submitted": "auto-generated",
    }
    letter = EmailMessage(veiled(mail.subject), write_text(mail), sender, [mail.address], headers=headers)
    for name, sha256 in mail.enclosed:
        content = find_content(sha256)
        if content is not None:
            letter.attach(veiled(name), content, "application/octet-stream")
    return letter


def _terms(link: Link) -> str:
    """What the link does, for whom and how long."""
    purpose = purpose_of(link.purpose)
    often = "en gång, " if purpose.once else ""
    return (
        f"Länken är till {link.address} och gör en enda sak: den {purpose.does}. "
        f"Den går att använda {often}till och med {date_format(link.last_on, DAY)}. Skicka den inte vidare."
    )

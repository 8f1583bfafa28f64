"""Put a letter in the outbox; it leaves when the transaction that it belongs to is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from samsyn.mail.errors import MailRefused
from samsyn.mail.letters import LINK, mark_of
from samsyn.mail.models import LetterLink, OutgoingMail
from samsyn.reading import find_identity_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.accounts.models import User
    from samsyn.mail.models import Link

LONGEST_SUBJECT = 300


def queue_mail(
    *,
    to: str,
    subject: str,
    text: str,
    link: Link | None = None,
    enclosed: Sequence[tuple[str, str]] = (),
    by: User | None = None,
) -> OutgoingMail:
    """Put a letter to one person in the outbox.

    Whoever calls has asked whether `by` may do what the letter is about.

    Args:
        to: One e-mail address.
        subject: One line.
        text: Plain text; `LINK` stands where the link's address is to be.
        link: The link that the letter carries; made for the same address.
        enclosed: Files that go with it: name and SHA-256 of a file that a registered room keeps.
        by: On whose behalf; None where the machine does it by itself.

    Raises:
        MailRefused: The address is none, or an identity number stands in the words.
    """
    _require_address(to)
    if find_identity_numbers(f"{subject}\n{text}"):
        raise MailRefused(
            "Brevet innehåller något som ser ut som ett personnummer och skickas inte: "
            "ta bort det och försök igen."
        )
    if (link is not None) != (LINK in text):
        raise ValueError("a letter carries a link if and only if its words have a place for it")
    line = " ".join(subject.split())[:LONGEST_SUBJECT]
    return OutgoingMail.objects.create(
        address=to, subject=line, text=text, link=link, enclosed=list(enclosed), made_by=by
    )


def queue_mail_of_links(
    *, to: str, subject: str, text: str, links: Sequence[Link], by: User | None = None
) -> OutgoingMail:
    """Put a letter with several links in the outbox.

    Args:
        to: One e-mail address.
        subject: One line.
        text: Plain text; `mark_of(1)` stands where the first link's address is to be, and so on.
        links: Made for the same address.
        by: On whose behalf; None where the machine does it by itself.

    Raises:
        MailRefused: The address is none, or an identity number stands in the words.
    """
    marks = [mark_of(number) for number in range(1, len(links) + 1)]
    if any(mark not in text for mark in marks) or mark_of(len(links) + 1) in text:
        raise ValueError("a letter carries a link if and only if its words have a place for it")
    mail = queue_mail(to=to, subject=subject, text=text, by=by)
    LetterLink.objects.bulk_create(
        LetterLink(mail=mail, link=link, number=number) for number, link in enumerate(links, 1)
    )
    return mail


def _require_address(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError as error:
        raise MailRefused(f"”{address}” är ingen e-postadress: rätta den och försök igen.") from error

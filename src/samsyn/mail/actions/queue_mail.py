"""Put a letter in the outbox; it leaves when the transaction that it belongs to is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from samsyn.mail.errors import MailRefused
from samsyn.mail.letters import LINK
from samsyn.mail.models import OutgoingMail
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


def _require_address(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError as error:
        raise MailRefused(f"”{address}” är ingen e-postadress: rätta den och försök igen.") from error

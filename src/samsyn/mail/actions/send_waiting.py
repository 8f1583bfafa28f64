"""Send what waits in the outbox."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.mail.letters import write_letter
from samsyn.mail.models import OutgoingMail
from samsyn.mail.states import MailState
from samsyn.mail.transport import PERMANENT, is_server_set, server_connection
from samsyn.reading import hide_identity_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Any

ROUND = 100
# Minutes until the next attempt; after the last one somebody must look.
WAITS = (1, 5, 15, 60, 240, 480, 720, 1440)
LONGEST_ERROR = 500


@dataclass(slots=True)
class Sent:
    """What became of a round.

    Attributes:
        n_sent: Taken by the server.
        n_waiting: Not taken; tried again later.
        n_undelivered: Refused for good, or tried so often that somebody must look.
    """

    n_sent: int = 0
    n_waiting: int = 0
    n_undelivered: int = 0


def send_waiting(*, at: datetime | None = None) -> Sent:
    """Send all letters whose time has come, one round after the other.

    Several may do so at once: each letter is claimed before it is sent. What is claimed by somebody who
    dies is tried again after a while, so that a letter may come twice but never not at all.

    Args:
        at: Now.
    """
    counts, now = Sent(), at or timezone.now()
    while is_server_set() and (due := _due(now)):
        _send(due, counts, now)
    return counts


def _due(now: datetime) -> list[OutgoingMail]:
    """Letters whose time has come."""
    found = OutgoingMail.objects.filter(state=MailState.WAITING, next_try_at__lte=now)
    return list(found.select_related("link").order_by("next_try_at", "pk")[:ROUND])


def _claim(mail: OutgoingMail, now: datetime) -> bool:
    """Take a letter for ourselves until its next try, unless somebody else has it."""
    wait = WAITS[min(mail.attempts, len(WAITS) - 1)]
    seen, mail.attempts = mail.attempts, mail.attempts + 1
    mail.next_try_at = now + timedelta(minutes=wait)
    own = OutgoingMail.objects.filter(pk=mail.pk, state=MailState.WAITING, attempts=seen)
    return bool(own.update(attempts=mail.attempts, next_try_at=mail.next_try_at))


def _send(mails: Sequence[OutgoingMail], counts: Sent, now: datetime) -> None:
    """Send letters over one connection; where it cannot be opened, all wait for their next try."""
    connection = server_connection()
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        for mail in mails:
            if _claim(mail, now):
                _note_failure(mail, error, counts, is_about_mail=False)
        _close(connection)
        return
    for mail in mails:
        if _claim(mail, now):
            _send_one(mail, connection, counts, now)
    _close(connection)


def _close(connection: Any) -> None:
    """Close what may be half open; a server that has gone need not be told."""
    with suppress(SMTPException, OSError):
        connection.close()


def _send_one(mail: OutgoingMail, connection: Any, counts: Sent, now: datetime) -> None:
    try:
        connection.send_messages([write_letter(mail)])
    except (SMTPException, OSError) as error:
        _close(connection)  # the next letter opens it anew
        _note_failure(mail, error, counts, is_about_mail=True)
        return
    mail.state, mail.sent_at, mail.error = MailState.SENT, now, ""
    mail.save(update_fields=["state", "sent_at", "error"])
    counts.n_sent += 1


def _note_failure(mail: OutgoingMail, error: Exception, counts: Sent, *, is_about_mail: bool) -> None:
    """Keep the cause; give up where the answer will not change."""
    if (is_about_mail and _is_permanent(error)) or mail.attempts > len(WAITS):
        mail.state = MailState.UNDELIVERED
        counts.n_undelivered += 1
    else:
        counts.n_waiting += 1
    mail.error = hide_identity_numbers(f"{type(error).__name__}: {error}"[:LONGEST_ERROR])
    mail.save(update_fields=["state", "error"])


def _is_permanent(error: Exception) -> bool:
    """Whether the server has said no to this very letter, and will again."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= PERMANENT for code, _ in error.recipients.values())
    return isinstance(error, SMTPResponseException) and error.smtp_code >= PERMANENT

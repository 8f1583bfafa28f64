"""Send what was settled to whoever led the meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.mail.service import queue_mail
from samsyn.matters.actions.following import FOLLOWED
from samsyn.matters.errors import FollowUpUnusable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.accounts.models import User
    from samsyn.mail.service import OutgoingMail
    from samsyn.register.models import Body


@transaction.atomic
def send_settled(body: Body, lines: Sequence[str], *, to: str, heading: str, by: User) -> OutgoingMail:
    """Put a letter in the outbox that tells what was settled, a line for each action.

    Args:
        body: The body whose actions were gone through.
        lines: What was settled, of finished notes alone.
        to: One e-mail address.
        heading: Of the letter.
        by: Who sends it.

    Raises:
        PermissionDenied: They do not write for the body.
        FollowUpUnusable: Nothing is settled.
        MailRefused: The address is none.
    """
    require(by, FOLLOWED, body)
    if not lines:
        raise FollowUpUnusable("Inget är bestämt än som kan skickas.")
    numbered = "\n\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))
    return queue_mail(to=to, subject=heading, text=f"{heading}\n\n{numbered}\n", by=by)

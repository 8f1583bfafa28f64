"""A letter on trial: whether mail comes through, and whether its links lead here."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.mail.actions.make_link import make_link
from samsyn.mail.actions.queue_mail import queue_mail
from samsyn.mail.letters import LINK

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.mail.models import OutgoingMail

PURPOSE = "confirm_trial"
DAYS = 7
TEXT = f"""Hej!

Det här är ett provbrev från Samsyn. Öppna länken och svara att det kom fram:

{LINK}
"""


@transaction.atomic
def send_trial(*, to: str, by: User, on: date) -> OutgoingMail:
    """Queue a letter whose link tells that it came through.

    Raises:
        PermissionDenied: They may not.
        MailRefused: The address is none.
    """
    require(by, "mail.send_trial")
    link = make_link(PURPOSE, address=to, last_on=on + timedelta(days=DAYS), by=by)
    return queue_mail(to=to, subject="Provbrev från Samsyn", text=TEXT, link=link, by=by)

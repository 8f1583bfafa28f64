"""Put a letter in the outbox that reminds somebody of their actions, with a link to answer each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from samsyn.history.models import Event
from samsyn.mail.service import make_link, queue_mail_of_links
from samsyn.matters.actions.answer_action import ANSWERING
from samsyn.matters.actions.choose_pace import STEERING
from samsyn.matters.models import Reminder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.register.models import Statement

ANSWERED_WITHIN = timedelta(days=30)
STEERED_WITHIN = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class ReminderWanted:
    """A letter that is to go.

    Attributes:
        text: With a mark for the link of each action, in order, and one more for how often letters come.
    """

    address: str
    subject: str
    text: str
    statements: Sequence[Statement]


def remind_owner(wanted: ReminderWanted, *, on: date) -> Reminder | None:
    """Write the letter, with its links; None where one was written that day already.

    Raises:
        MailRefused: The address is none, or an identity number stands in the words.
    """
    try:
        with transaction.atomic():
            return _remind(wanted, on)
    except IntegrityError:  # another who did the same at once was first
        return None


def _remind(wanted: ReminderWanted, on: date) -> Reminder | None:
    address = wanted.address.lower()
    if Reminder.objects.filter(address=address, on=on).exists():
        return None
    reminder = Reminder.objects.create(address=address, on=on)
    links = [
        make_link(ANSWERING, address=address, last_on=on + ANSWERED_WITHIN, subject=statement)
        for statement in wanted.statements
    ]
    links.append(make_link(STEERING, address=address, last_on=on + STEERED_WITHIN))
    reminder.mail = queue_mail_of_links(to=address, subject=wanted.subject, text=wanted.text, links=links)
    reminder.save(update_fields=["mail"])
    reminder.statements.set(wanted.statements)
    Event.objects.create(
        what="reminder.written",
        subject_type="reminder",
        subject_id=reminder.pk,
        after={"address": address, "n_actions": len(wanted.statements)},
    )
    return reminder

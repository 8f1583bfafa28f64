"""What somebody does with a letter in the outbox: take it out to send by hand, or try once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.mail.errors import AlreadyLeft
from samsyn.mail.letters import write_text
from samsyn.mail.models import OutgoingMail
from samsyn.mail.states import MailState

if TYPE_CHECKING:
    from samsyn.accounts.models import User

LEAVES = (MailState.WAITING, MailState.UNDELIVERED)
LEFT = "Brevet har redan lämnat utkorgen: ladda om sidan."


@transaction.atomic
def hand_over_mail(mail: OutgoingMail, *, by: User) -> str:
    """Take a letter out to send it by hand; gives its words, link and all, to be shown once.

    Raises:
        PermissionDenied: They may not.
        AlreadyLeft: It was sent meanwhile.
    """
    require(by, "mail.hand_over_mail", mail)
    _change(mail, by=by, what="mail.handed_over", state=MailState.HANDED_OVER, sent_at=timezone.now())
    return write_text(mail)


@transaction.atomic
def send_again(mail: OutgoingMail, *, by: User) -> None:
    """Let a letter that did not come through be tried from the beginning.

    Raises:
        PermissionDenied: They may not.
        AlreadyLeft: It was sent meanwhile.
    """
    require(by, "mail.send_again", mail)
    _change(
        mail, by=by, what="mail.tried_again", state=MailState.WAITING, attempts=0, next_try_at=timezone.now()
    )


def _change(mail: OutgoingMail, *, by: User, what: str, state: MailState, **fields: object) -> None:
    """Change a letter that is still here, and record it."""
    before = mail.state
    changed = OutgoingMail.objects.filter(pk=mail.pk, state__in=LEAVES).update(state=state, **fields)
    if not changed:
        raise AlreadyLeft(LEFT)
    Event.objects.create(
        by=by,
        what=what,
        subject_type="outgoingmail",
        subject_id=mail.pk,
        before={"state": before},
        after={"state": state},
    )

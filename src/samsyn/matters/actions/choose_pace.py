"""Choose how often one is reminded by mail. It is one's own, so the log does not tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.mail.service import use_link
from samsyn.matters.errors import FollowUpUnusable
from samsyn.matters.models import ReminderChoice, ReminderPace

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.mail.service import Link

STEERING = "steer_reminders"  # the purpose of the links


def choose_pace(pace: str, *, by: User) -> ReminderChoice:
    """Choose for oneself.

    Raises:
        PermissionDenied: They are not signed in.
        FollowUpUnusable: There is no such pace.
    """
    require(by, "accounts.change_own", by)
    return _keep(by.email, pace)


@transaction.atomic
def choose_pace_by_link(link: Link, pace: str, *, on: date) -> ReminderChoice:
    """Choose for the one to whom a letter went.

    Raises:
        LinkUnusable: It works no more.
        FollowUpUnusable: There is no such pace.
    """
    use_link(link, on=on)
    return _keep(link.address, pace)


def pace_of(address: str) -> ReminderPace:
    """How often somebody is reminded."""
    known = ReminderChoice.objects.filter(address=address.lower()).first()
    return ReminderPace(known.pace) if known else ReminderPace.WEEKLY


def _keep(address: str, pace: str) -> ReminderChoice:
    if pace not in ReminderPace.values:
        raise FollowUpUnusable("Välj hur ofta.")
    return ReminderChoice.objects.update_or_create(address=address.lower(), defaults={"pace": pace})[0]

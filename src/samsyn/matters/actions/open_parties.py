"""Say that each party decides for itself, and which the parties are."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.matters.actions.tell_party import Party, keep_line, of
from samsyn.matters.models import Matter, PartyLine, PartyState
from samsyn.register.service import ReportUnusable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.register.models import Organisation, Statement


@transaction.atomic
def open_parties(
    subject: Statement | Matter, organisations: Iterable[Organisation], *, by: User
) -> list[Event]:
    """Give each organisation a line that waits; those that have one keep it.

    Args:
        subject: A decision, or a matter in which nothing is decided yet.
        organisations: The parties.
        by: Who says so.

    Raises:
        PermissionDenied: They may not.
        ReportUnusable: No party is chosen.
    """
    require(by, "matters.open_parties", subject)
    known = set(PartyLine.objects.filter(**of(subject), refused=False).values_list("organisation", flat=True))
    new = [one for one in organisations if one.pk not in known]
    if not new and not known:
        raise ReportUnusable("Välj minst en part.")
    batch, since = uuid4(), _day_of(subject)
    waits = {"state": PartyState.PENDING.value, "told_on": since}
    return [keep_line(Party(subject, one), waits, by=by, batch=batch) for one in new]


def _day_of(subject: Statement | Matter) -> date:
    """The day from which notes may tell something: what they tell later holds before the bare line."""
    if isinstance(subject, Matter):
        first = subject.knots.aggregate(first=Min("meeting__start_on"))["first"]
        return first or timezone.localdate()
    return subject.meeting.start_on or timezone.localdate()

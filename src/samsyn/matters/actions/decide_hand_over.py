"""Say whether what was read as a hand-over is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.matters.actions.changing_hand_over import change
from samsyn.matters.models import Standing

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.matters.models import HandOver


@transaction.atomic
def confirm_hand_over(hand_over: HandOver, *, by: User) -> Event:
    """Say that it is one, as it was read.

    Raises:
        PermissionDenied: They write for neither side.
        ChangedMeanwhile: It is said already.
    """
    return _decide(hand_over, Standing.CONFIRMED, "handover.confirmed", by=by)


@transaction.atomic
def refuse_hand_over(hand_over: HandOver, *, by: User) -> Event:
    """Say that it is none; it is not proposed again, however often the notes are read.

    Raises:
        PermissionDenied: They write for neither side.
        ChangedMeanwhile: It is said already.
    """
    return _decide(hand_over, Standing.REFUSED, "handover.refused", by=by)


def _decide(hand_over: HandOver, standing: Standing, what: str, *, by: User) -> Event:
    require(by, "matters.decide_hand_over", hand_over)
    if hand_over.standing == standing:
        return change(hand_over, what, {"standing": standing}, by=by)
    columns = {"standing": standing, "decided_by": by, "decided_at": timezone.now()}
    return change(hand_over, what, columns, by=by)

"""Say what became of a hand-over: taken up here, answered, not to be waited for, or let the notes tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.matters.actions.changing_hand_over import change, usable
from samsyn.matters.handing.errors import HandOverUnusable
from samsyn.matters.handing.following import follow
from samsyn.matters.models import HandOverState

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.matters.models import HandOver
    from samsyn.register.models import AgendaItem, Meeting

PERMISSION = "matters.settle_hand_over"


@transaction.atomic
def take_up_hand_over(hand_over: HandOver, meeting: Meeting, item: AgendaItem | None, *, by: User) -> Event:
    """Say that a meeting took it up.

    Args:
        hand_over: Any that has not been withdrawn.
        meeting: One that was held later.
        item: Its item; None for the meeting as a whole.
        by: Who says so.

    Raises:
        PermissionDenied: They write for neither side.
        HandOverUnusable: The meeting came before, or the item is of another.
    """
    require(by, PERMISSION, hand_over)
    if item is not None and item.meeting_id != meeting.pk:
        raise HandOverUnusable("Punkten hör till ett annat möte: välj igen.")
    sent = hand_over.meeting.start_on
    if meeting.pk == hand_over.meeting_id or (sent and meeting.start_on and meeting.start_on < sent):
        raise HandOverUnusable("Välj ett möte efter det som skickade medskicket.")
    said = {"state": HandOverState.TAKEN_UP, "taken_up_in": meeting, "taken_up_item": item}
    return _settle(hand_over, "handover.taken_up", said | {"reasons": [], "score": 1.0}, by=by)


@transaction.atomic
def answer_hand_over(hand_over: HandOver, text: str, *, by: User) -> Event:
    """Give the answer in words; where it was taken up stays.

    Raises:
        PermissionDenied: They write for neither side.
        HandOverUnusable: The text is empty, too long or holds an identity number.
    """
    require(by, PERMISSION, hand_over)
    answer = usable(text, empty="Skriv vad svaret är.")
    return _settle(hand_over, "handover.answered", {"state": HandOverState.ANSWERED, "answer": answer}, by=by)


@transaction.atomic
def withdraw_hand_over(hand_over: HandOver, *, by: User, why: str = "") -> Event:
    """Say that nobody waits for it any more.

    Raises:
        PermissionDenied: They write for neither side.
        ChangedMeanwhile: It is said already.
    """
    require(by, PERMISSION, hand_over)
    said = {"state": HandOverState.WITHDRAWN}
    return _settle(hand_over, "handover.withdrawn", said, by=by, why=why)


@transaction.atomic
def follow_hand_over(hand_over: HandOver, *, by: User) -> Event:
    """Let the notes tell again what became of it.

    Raises:
        PermissionDenied: They write for neither side.
        ChangedMeanwhile: The notes tell already.
    """
    require(by, PERMISSION, hand_over)
    said: dict[str, Any] = {"settled_by": None, "settled_at": None, "answer": "", "state": HandOverState.SENT}
    said |= {"taken_up_in": None, "taken_up_item": None, "answered_by": None, "reasons": [], "score": 0.0}
    event = change(hand_over, "handover.let_go", said, by=by)
    follow([hand_over])
    return event


def _settle(hand_over: HandOver, what: str, said: dict[str, Any], *, by: User, why: str = "") -> Event:
    return change(hand_over, what, said | {"settled_by": by, "settled_at": timezone.now()}, by=by, why=why)

"""Whose hand-over it is: those who write for the bodies that send it or that are to take it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.history.models import Event
from samsyn.matters.models import HandOver
from samsyn.register.roles import bodies_written, writes_everywhere, writes_somewhere

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from samsyn.accounts.models import User


def writes_hand_over(user: User | AnonymousUser, subject: HandOver | Event | None = None) -> bool:
    """Whether somebody writes for the sending or the receiving bodies; without one, for any body at all."""
    if writes_everywhere(user):
        return True
    if subject is None:
        return writes_somewhere(user)
    hand_over = _find(subject)
    written = bodies_written(user)
    return hand_over is not None and bool(written) and bool((written or set()) & _bodies(hand_over))


def _find(subject: HandOver | Event) -> HandOver | None:
    """The hand-over itself, or the one that an event is about."""
    if isinstance(subject, Event):
        return HandOver.objects.filter(pk=subject.subject_id).first()
    return subject


def _bodies(hand_over: HandOver) -> set[int]:
    """Ids of the bodies on both sides, the meeting that took it up among them."""
    found = {row.body_id for row in hand_over.recipients.all()}
    for meeting in (hand_over.meeting, hand_over.taken_up_in):
        found |= {body.pk for body in meeting.bodies.all()} if meeting is not None else set()
    return found

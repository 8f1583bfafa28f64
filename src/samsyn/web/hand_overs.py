"""The hand-overs that a meeting's page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.accounts.permissions import may
from samsyn.matters.queries.hand_overs import is_coming, sent_from, taken_up_at, to_take_up
from samsyn.matters.queries.recurring import turns_by_hand_over
from samsyn.register.sight import sight_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from django.http import HttpRequest

    from samsyn.matters.models import HandOver
    from samsyn.matters.queries.duties import Turn
    from samsyn.register.models import Meeting


@dataclass(frozen=True, slots=True)
class OfMeeting:
    """What a meeting has to do with hand-overs.

    Attributes:
        to_take_up: What waits for it, where it lies ahead.
        taken_up: What it took up, or was to take up and did not.
        sent: What it hands over.
        turns: Of those that recur, each meeting at which they are reported, by their ids.
    """

    to_take_up: Sequence[HandOver]
    taken_up: Sequence[HandOver]
    sent: Sequence[HandOver]
    turns: Mapping[int, Sequence[Turn]]
    may_change: bool
    may_send: bool


def hand_overs_of(request: HttpRequest, meeting: Meeting, *, on: date) -> OfMeeting:
    """The hand-overs of a meeting, for whoever looks at its page; few questions, however many there are."""
    sees = sight_of(request.user)
    writes = may(request.user, "matters.send_hand_over", meeting)
    waiting = list(to_take_up(meeting, sees=sees)) if is_coming(meeting, on=on) else []
    taken, sent = list(taken_up_at(meeting, sees=sees)), list(sent_from(meeting, sees=sees))
    return OfMeeting(
        waiting,
        taken,
        sent,
        turns_by_hand_over([*waiting, *taken, *sent], on=on, sees=sees),
        may_change=writes,
        may_send=writes,
    )

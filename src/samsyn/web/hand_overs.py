"""The hand-overs that a meeting's page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.accounts.permissions import may
from samsyn.matters.models import HandOverState
from samsyn.matters.queries.hand_overs import (
    HandOverFilter,
    hand_over_counts,
    is_coming,
    sent_from,
    taken_up_at,
    to_take_up,
)
from samsyn.matters.queries.hand_overs import hand_overs as find_hand_overs
from samsyn.matters.queries.recurring import turns_by_hand_over
from samsyn.register.sight import sight_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from django.http import HttpRequest

    from samsyn.matters.models import HandOver
    from samsyn.matters.queries.duties import Turn
    from samsyn.register.models import Body, Meeting
    from samsyn.register.sight import Sight


SHOWN = 5


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


@dataclass(frozen=True, slots=True)
class Part:
    """What a body has got, or what it has sent.

    Attributes:
        n: How many.
        n_missed: Of them, those that were not taken up.
        rows: The latest.
    """

    n: int
    n_missed: int
    rows: Sequence[HandOver]


@dataclass(frozen=True, slots=True)
class OfBody:
    """The hand-overs of a body, and each meeting at which those that recur are reported."""

    got: Part
    sent: Part
    turns: Mapping[int, Sequence[Turn]]


def hand_overs_of_body(body: Body, *, on: date, sees: Sight) -> OfBody:
    """What a body has got and sent; few questions, however many there are."""
    got, sent = (
        _part(HandOverFilter(receivers=(body.pk,), sees=sees)),
        _part(HandOverFilter(sender=body.pk, sees=sees)),
    )
    return OfBody(got, sent, turns_by_hand_over([*got.rows, *sent.rows], on=on, sees=sees))


def _part(wanted: HandOverFilter) -> Part:
    counts = hand_over_counts(wanted)
    rows = list(find_hand_overs(wanted)[:SHOWN]) if counts else []
    return Part(sum(counts.values()), counts.get(HandOverState.MISSED, 0), rows)


def hand_overs_of(request: HttpRequest, meeting: Meeting, *, on: date, has_any: bool = True) -> OfMeeting:
    """The hand-overs of a meeting, for whoever looks at its page; few questions, however many there are.

    Args:
        request: Of whoever looks.
        meeting: With its bodies.
        on: Today.
        has_any: False where it is known that none was sent from it, taken up or missed at it.
    """
    sees = sight_of(request.user)
    writes = may(request.user, "matters.send_hand_over", meeting)
    waiting = list(to_take_up(meeting, sees=sees)) if is_coming(meeting, on=on) else []
    taken = list(taken_up_at(meeting, sees=sees)) if has_any else []
    sent = list(sent_from(meeting, sees=sees)) if has_any else []
    return OfMeeting(
        waiting,
        taken,
        sent,
        turns_by_hand_over([*waiting, *taken, *sent], on=on, sees=sees),
        may_change=writes,
        may_send=writes,
    )

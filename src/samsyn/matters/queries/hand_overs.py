"""Questions about hand-overs: what is on its way to whom, what waits to be taken up, what was lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from samsyn.matters.models import HandOver, HandOverBody, HandOverState, Standing
from samsyn.minutes.records import Precision
from samsyn.register.models import Body, Meeting, MeetingState
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from django.db.models import QuerySet

OPEN = (HandOverState.SENT, HandOverState.MISSED)
GOES_ON = (HandOverState.TAKEN_UP, HandOverState.ANSWERED)  # of what recurs: it is asked for at the next too
# A person has ended the duty that it is.
HAS_ENDED = Q(due_precision=Precision.RECURRING, statement__follow_up__ended_on__isnull=False)
WITH_ROWS = (
    "meeting", "item", "statement", "organisation", "target_meeting", "taken_up_in",
    "taken_up_item", "missed_in", "answered_by", "settled_by", "decided_by",
)  # fmt: skip
WITH_MANY = (
    "meeting__bodies", "recipients__body", "taken_up_in__bodies", "missed_in__bodies",
    "target_meeting__bodies",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverFilter:
    """Which hand-overs; a field left out does not narrow them.

    Attributes:
        states: What became of them; those that are no hand-overs only where `refused` is set.
        sender: Id of a body whose meeting sent them.
        receivers: Ids of bodies to any of which they go.
        organisation: Id of an organisation outside that they go to.
        refused: Those that a person has said are none.
        sees: Which unfinished notes somebody sees.
    """

    states: tuple[str, ...] = ()
    sender: int | None = None
    receivers: tuple[int, ...] = ()
    organisation: int | None = None
    refused: bool = False
    sees: Sight = FINISHED


def hand_overs(wanted: HandOverFilter) -> QuerySet[HandOver]:
    """The hand-overs of a filter, those sent latest first, with all that a row shows."""
    rows = _chosen(wanted)
    if wanted.states:
        rows = rows.filter(state__in=wanted.states)
    return with_all(rows).order_by("-meeting__start_on", "pk")


def with_all(rows: QuerySet[HandOver]) -> QuerySet[HandOver]:
    """Hand-overs with all that a row of them shows."""
    return rows.select_related(*WITH_ROWS).prefetch_related(*WITH_MANY)


def hand_over_counts(wanted: HandOverFilter) -> dict[str, int]:
    """How many hand-overs of a filter there are in each state, whatever states it has."""
    counted = _chosen(wanted).order_by().values("state").annotate(n=Count("pk", distinct=True))
    return {row["state"]: row["n"] for row in counted}


def _chosen(wanted: HandOverFilter) -> QuerySet[HandOver]:
    rows = HandOver.objects.filter(wanted.sees.seen())
    refused = Q(standing=Standing.REFUSED)
    rows = rows.filter(refused if wanted.refused else ~refused)
    if wanted.sender is not None:
        rows = rows.filter(
            meeting__in=Meeting.bodies.through.objects.filter(body=wanted.sender).values("meeting")
        )
    if wanted.receivers:
        rows = rows.filter(pk__in=_received(wanted.receivers))
    if wanted.organisation is not None:
        rows = rows.filter(organisation=wanted.organisation)
    return rows


def _received(bodies: Collection[int]) -> QuerySet[HandOverBody]:
    rows: QuerySet[HandOverBody] = HandOverBody.objects.filter(body__in=bodies)
    return rows.values("hand_over")  # type: ignore[return-value]


def lost_hand_overs(*, sees: Sight = FINISHED) -> QuerySet[HandOver]:
    """What the notes of the meeting that was to take it up say nothing of, the oldest first."""
    wanted = HandOverFilter(states=(HandOverState.MISSED,), sees=sees)
    return hand_overs(wanted).filter(lost=False).exclude(HAS_ENDED).order_by("meeting__start_on", "pk")


def waiting_for(bodies: Collection[int], *, sees: Sight = FINISHED) -> QuerySet[HandOver]:
    """What some bodies have got and not taken up, the oldest first."""
    wanted = HandOverFilter(states=OPEN, receivers=tuple(bodies), sees=sees)
    rows = hand_overs(wanted) if bodies else HandOver.objects.none()
    return rows.filter(lost=False).exclude(HAS_ENDED).order_by("meeting__start_on", "pk")


def sent_from(meeting: Meeting, *, sees: Sight = FINISHED) -> QuerySet[HandOver]:
    """What a meeting hands over, in the notes' order."""
    rows = hand_overs(HandOverFilter(sees=sees)).filter(meeting=meeting)
    return rows.order_by("item__position", "statement__position", "pk")


def taken_up_at(meeting: Meeting, *, sees: Sight = FINISHED) -> QuerySet[HandOver]:
    """What a meeting took up, or should have taken up and did not."""
    here = Q(taken_up_in=meeting) | Q(missed_in=meeting)
    return hand_overs(HandOverFilter(sees=sees)).filter(here).order_by("meeting__start_on", "pk")


def to_take_up(meeting: Meeting, *, sees: Sight = FINISHED) -> QuerySet[HandOver]:
    """What a coming meeting has got to take up: sent to just its bodies, and for no later day."""
    bodies = [body.pk for body in meeting.bodies.all()]
    waits = Q(state__in=OPEN) | Q(due_precision=Precision.RECURRING, state__in=GOES_ON)
    rows = hand_overs(HandOverFilter(sees=sees)).filter(waits, lost=False).exclude(HAS_ENDED)
    if not bodies or meeting.start_on is None:
        return rows.none()
    rows = rows.filter(Q(meeting__start_on__lt=meeting.start_on) | Q(meeting__start_on=None))
    to_them = rows.annotate(n_to=Count("recipients__body", distinct=True)).filter(n_to=len(bodies))
    for body in bodies:
        to_them = to_them.filter(pk__in=_received([body]))
    later = Q(target_meeting__start_on__gt=meeting.start_on)
    not_yet = Q(target_meeting=None, due_start__gt=meeting.start_on)
    return to_them.exclude(later).exclude(not_yet).order_by("meeting__start_on", "pk")


def is_coming(meeting: Meeting, *, on: date) -> bool:
    """Whether a meeting lies ahead, or its notes are not in."""
    return meeting.state != MeetingState.HELD or meeting.start_on is None or meeting.start_on >= on


def bodies_of_hand_overs(*, sees: Sight = FINISHED) -> list[Body]:
    """The bodies that have sent or got something, for choosing among."""
    rows = HandOver.objects.filter(sees.seen()).exclude(standing=Standing.REFUSED)
    senders = Meeting.bodies.through.objects.filter(meeting__in=rows.values("meeting")).values("body")
    receivers = rows.values("recipients__body")
    return list(Body.objects.filter(Q(pk__in=senders) | Q(pk__in=receivers)))

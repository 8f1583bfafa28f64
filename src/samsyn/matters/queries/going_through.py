"""Actions without owner or time, to be gone through one by one, and what has been settled of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.timezone import make_aware

from samsyn.history.models import Event
from samsyn.matters.queries.actions import (
    LATEST,
    Action,
    ActionFilter,
    ActionState,
    actions,
    kept_for,
)
from samsyn.matters.queries.conditions import (
    is_due,
    is_owned,
)
from samsyn.register.models import Body, Meeting

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from samsyn.accounts.models import User
    from samsyn.register.models import Statement

OPEN = (ActionState.OPEN, ActionState.UNDER_WAY, ActionState.NEEDS_HELP)
SETTLING = ("followup.owner_changed", "followup.due_changed", "followup.ended")
MOST = 500  # gone through at one sitting


@dataclass(frozen=True, slots=True)
class Waiting:
    """A body with how many of its meetings' actions lack something."""

    body: Body
    n: int


def lacking(wanted: ActionFilter, *, on: date) -> QuerySet[Statement]:
    """Open actions that lack an owner or a time, the latest meeting first, in the notes' order.

    Args:
        wanted: Of which meetings; how they stand is ours.
        on: Today.
    """
    plain = ActionFilter(
        meeting_bodies=wanted.meeting_bodies, state=OPEN, sees=wanted.sees, hidden=wanted.hidden
    )
    return actions(plain, on=on).filter(~is_owned() | ~is_due()).order_by(*LATEST)


def lacking_ids(wanted: ActionFilter, *, on: date) -> list[int]:
    """Their ids in that order, as many as are gone through at one sitting; kept until something changes."""
    rows = lacking(wanted, on=on).select_related(None).prefetch_related(None)
    return kept_for(wanted, ("lacking", on), lambda: list(rows.values_list("pk", flat=True)[:MOST]))


def waiting_bodies(wanted: ActionFilter, *, on: date) -> list[Waiting]:
    """The bodies at whose meetings they were said, most first."""
    ids = lacking_ids(wanted, on=on)
    pairs = Meeting.bodies.through.objects.filter(meeting__statements__in=ids)
    if wanted.meeting_bodies is not None:
        pairs = pairs.filter(body__in=wanted.meeting_bodies)
    counts = Counter(pairs.order_by().values_list("body", flat=True))
    bodies = Body.objects.in_bulk(list(counts))
    return sorted(
        (Waiting(bodies[pk], n) for pk, n in counts.items()), key=lambda one: (-one.n, one.body.name)
    )


def settled(wanted: ActionFilter, *, by: User, on: date) -> list[Action]:
    """What somebody has settled on a day and is settled still, in the order of the notes.

    Args:
        wanted: Of which meetings, and what is seen.
        by: Who settled it.
        on: The day.
    """
    since = make_aware(datetime.combine(on, time.min))
    events = Event.objects.filter(what__in=SETTLING, by=by, at__gte=since)
    plain = ActionFilter(meeting_bodies=wanted.meeting_bodies, sees=wanted.sees, hidden=wanted.hidden)
    rows = actions(plain, on=on).filter(follow_up__in=list(events.values_list("subject_id", flat=True)))
    still = Q(follow_up__owner_changed=True) | Q(follow_up__due_changed=True) | Q(follow_up__ended_on=on)
    return [Action(said) for said in rows.filter(still).order_by(*LATEST)]


def lacks(action: Action) -> bool:
    """Whether an action still lacks something."""
    return not (action.owner.owner_name and action.due.due_words) and not action.is_closed

"""How a thing comes to belong to a matter: one row, whether it was proposed, refused or never thought of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from samsyn.matters.handing.later import follow_later
from samsyn.matters.models import Knot, KnotState
from samsyn.register.actions.deciding import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.accounts.models import User
    from samsyn.matters.models import Matter
    from samsyn.matters.places import Place

DECIDED = ["state", "decided_by", "decided_at"]


def tie(matter: Matter, place: Place, *, by: User) -> tuple[Knot, dict[str, Any]]:
    """Let a place belong to a matter.

    Returns:
        The knot, and its columns as they were; none where there was no knot.
    """
    item = None if place.statement is not None else place.item
    rows = Knot.objects.select_for_update(of=("self",)).filter(
        matter=matter, meeting=place.meeting, item=item, statement=place.statement, lost=False
    )
    follow_later([place.meeting.pk])
    knot = rows.first()
    if knot is None:
        knot = Knot.objects.create(
            matter=matter, meeting=place.meeting, item=item, statement=place.statement, heading=place.heading,
            state=KnotState.TAKEN, decided_by=by, decided_at=timezone.now(),
        )  # fmt: skip
        return knot, {}
    before = columns_of(knot, DECIDED)
    decide(knot, KnotState.TAKEN, by=by)
    return knot, before


def tie_all(matter: Matter, places: Iterable[Place], *, by: User) -> list[Knot]:
    """Let several places belong to a new matter."""
    return [tie(matter, place, by=by)[0] for place in dict.fromkeys(places)]


def decide(row: Any, state: str, *, by: User) -> dict[str, Any]:
    """Answer a proposal; gives what it was.

    Args:
        row: A knot, link or relation, locked.
        state: The answer.
        by: Whose.
    """
    before = columns_of(row, DECIDED)
    row.state, row.decided_by, row.decided_at = state, by, timezone.now()
    row.save(update_fields=DECIDED)
    follow_later(meetings_of(row))
    return before


def meetings_of(row: Any) -> list[int]:
    """Ids of the meetings that a knot or a link is about; a relation is about none."""
    columns = ("meeting_id", "left_meeting_id", "right_meeting_id")
    return [getattr(row, name) for name in columns if hasattr(row, name)]

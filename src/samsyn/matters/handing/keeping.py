"""Keep hand-overs in step with the notes: called when notes come or change, and when matters do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.matters.handing.county import County
from samsyn.matters.handing.following import all_open, concerned, follow
from samsyn.matters.handing.recording import record_hand_overs
from samsyn.register.models import Meeting

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_and_follow(meetings: Sequence[int]) -> None:
    """Read the notes of some meetings for hand-overs, then work out what became of those that they concern.

    Args:
        meetings: Ids; those that are gone are passed over.
    """
    county = County.load()
    rows = Meeting.objects.filter(pk__in=meetings).prefetch_related("bodies")
    for meeting in rows.order_by("start_on", "pk"):
        record_hand_overs(meeting, county)
    follow_hand_overs(meetings, county)


def follow_hand_overs(meetings: Sequence[int] | None = None, county: County | None = None) -> int:
    """Work out anew what became of hand-overs, after links or knots were written, taken or refused.

    Args:
        meetings: Ids of the meetings whose items they are of; None for all hand-overs.
        county: As `County.load` gives it.

    Returns:
        How many changed.
    """
    return follow(all_open() if meetings is None else concerned(meetings), county)

"""Keep hand-overs in step with the notes: called when notes come or change, and when matters do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.matters.handing.county import County
from samsyn.matters.handing.following import all_open, concerned, follow
from samsyn.matters.handing.marking import (
    begin,
    changes_of,
    mark_followed,
    mark_read,
    waiting_to_be_followed,
    waiting_to_be_read,
)
from samsyn.matters.handing.recording import record_hand_overs
from samsyn.matters.mending import mend_knots
from samsyn.register.models import Meeting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MANY = 200  # meetings; of more, all hand-overs are looked at


def read_and_follow(meetings: Sequence[int]) -> None:
    """Read the notes of some meetings for hand-overs, then work out what became of those that they concern.

    Args:
        meetings: Ids; those that are gone are passed over.
    """
    county = County.load()
    begun = begin(list(Meeting.objects.filter(pk__in=meetings).values_list("pk", flat=True)))
    _read(begun, county)
    follow_hand_overs(meetings, county)


def catch_up_hand_overs(*, at_most: int | None = None) -> int:
    """Read and follow what waits for it: a process may have died before it did, or the rules are new.

    Args:
        at_most: So many meetings are read.

    Returns:
        How many are left.
    """
    unread = waiting_to_be_read()
    chosen = unread[:at_most]
    mend_knots(chosen)
    begun = begin(chosen)
    waiting = [*chosen, *waiting_to_be_followed()]
    if waiting:
        county = County.load()
        _read(begun, county)
        follow_hand_overs(waiting, county)
    return len(unread) - len(chosen)


def follow_hand_overs(meetings: Sequence[int] | None = None, county: County | None = None) -> int:
    """Work out anew what became of hand-overs, after links or knots were written, taken or refused.

    Args:
        meetings: Ids of the meetings whose items they are of; None for all hand-overs.
        county: As `County.load` gives it.

    Returns:
        How many changed.
    """
    if meetings is None:
        return follow(all_open(), county)
    begun = changes_of(meetings)
    county = county or County.load()
    n_changed = follow(concerned(meetings, county) if len(meetings) <= MANY else all_open(), county)
    mark_followed(begun)
    return n_changed


def _read(begun: Mapping[int, int], county: County) -> None:
    """Read meetings, each in a transaction of its own."""
    rows = Meeting.objects.filter(pk__in=list(begun)).prefetch_related("bodies")
    for meeting in rows.order_by("start_on", "pk"):
        with transaction.atomic():
            record_hand_overs(meeting, county)
            mark_read(meeting.pk, begun[meeting.pk])

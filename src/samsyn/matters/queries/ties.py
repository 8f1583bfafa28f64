"""What there is at all that ties a meeting to others: most have nothing of most of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db import connection

from samsyn.matters.models import FollowUp, HandOver, Knot, MatterLink

if TYPE_CHECKING:
    from samsyn.register.models import Meeting


class Ties(NamedTuple):
    """Whether there is anything to ask more of; whether somebody sees it is for the questions themselves.

    Attributes:
        matters: Knots or proposed links.
        hand_overs: Sent from it, or taken up or missed at it.
        carried: Actions that are to be looked at there.
    """

    matters: bool
    hand_overs: bool
    carried: bool


def _any_of(table: str, *columns: str) -> str:
    asked = " OR ".join(f"{column} = %(meeting)s" for column in columns)
    return f"EXISTS(SELECT 1 FROM {table} WHERE {asked})"  # noqa: S608 - nothing in it comes from outside


# By hand: to put the questions together that fetch these takes a tenth of the time of a page.
TIES = "SELECT {} OR {}, {}, {}".format(
    _any_of(Knot._meta.db_table, "meeting_id"),
    _any_of(MatterLink._meta.db_table, "left_meeting_id", "right_meeting_id"),
    _any_of(HandOver._meta.db_table, "meeting_id", "taken_up_in_id", "missed_in_id"),
    _any_of(FollowUp._meta.db_table, "carried_to_id"),
)


def ties_of(meeting: Meeting) -> Ties:
    """What there is of a meeting, in one question."""
    with connection.cursor() as cursor:
        cursor.execute(TIES, {"meeting": meeting.pk})
        return Ties(*map(bool, cursor.fetchone()))

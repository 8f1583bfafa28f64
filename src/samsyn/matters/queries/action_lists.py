"""Lists of actions a page at a time, in order; the first pages' ids are kept until something changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db.models import F, Q

from samsyn.matters.queries.actions import LATEST, ORDERS, actions, kept_for, plain_actions, with_all
from samsyn.matters.queries.conditions import FOLLOWED, ids_of
from samsyn.register.models import Statement
from samsyn.register.queries.listing import Listing

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from samsyn.matters.queries.actions import ActionFilter

KEPT_ROWS = 400  # of each filter's list that ids are kept of: eight pages


class KeptListing(Listing[Statement]):
    """A list whose first ids are known."""

    def __init__(self, rows: QuerySet[Statement], n: int, first: list[int]) -> None:
        """Keep what is asked, and the first ids in its order."""
        super().__init__(rows, n)
        self.first = first

    def between(self, start: int, end: int) -> list[Statement]:
        """The rows in some places."""
        if end > len(self.first) and len(self.first) == KEPT_ROWS:
            return super().between(start, end)
        ids = self.first[start:end]
        # What the filter asks has been asked already.
        found = with_all(Statement.objects.filter(pk__in=ids)).in_bulk()
        return [found[pk] for pk in ids if pk in found]


def list_actions(wanted: ActionFilter, n: int, *, on: date) -> Listing[Statement]:
    """Actions a page at a time; the first pages' ids are kept until something changes.

    Args:
        wanted: Which, and in what order.
        n: How many they are.
        on: Today.
    """
    first = kept_for(wanted, ("actions", on), lambda: _first_ids(wanted, on))
    return KeptListing(actions(wanted, on=on), n, first)


def _first_ids(wanted: ActionFilter, on: date) -> list[int]:
    """Ids in order; by time, of those as read and those with another time since, each in their own order.

    What was read is in the order of an index, so that the first are found without looking at all others.
    """
    rows = plain_actions(wanted, on)
    if not wanted.order.startswith("due"):
        return list(rows.order_by(*ORDERS[wanted.order]).values_list("pk", flat=True)[:KEPT_ROWS])
    way = -1 if wanted.order == "due_last" else 1
    changed = Q(pk__in=ids_of(FOLLOWED.filter(due_changed=True)))
    found: list[_Placed] = []
    for own, column in ((~changed, "due_end"), (changed, "follow_up__due_end")):
        due = F(column).asc(nulls_last=True) if way == 1 else F(column).desc(nulls_last=True)
        keys = (column, "meeting__start_on", "meeting_id", "position", "pk")
        first = rows.filter(own).order_by(due, *LATEST).values_list(*keys)[:KEPT_ROWS]
        found += [_Placed(*row) for row in first]
    return [one.pk for one in sorted(found, key=lambda one: one.place(way))[:KEPT_ROWS]]


class _Placed(NamedTuple):
    """What says where an action stands in a list by time."""

    due: date | None
    held: date | None
    meeting: int
    position: int
    pk: int

    def place(self, way: int) -> tuple[int, ...]:
        """As `ORDERS` has it: by time, forwards or backwards, then the latest meeting first."""
        due = (1, 0) if self.due is None else (0, way * self.due.toordinal())
        held = (1, 0) if self.held is None else (0, -self.held.toordinal())
        return (*due, *held, -self.meeting, self.position, self.pk)

"""Questions about organisations: where they lie in the tree, who comes from them, where they sit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Count, F, Max, Min

from samsyn.register.alphabet import alphabetical, alphabetical_key
from samsyn.register.models import Attendance, Organisation, Person, Seat
from samsyn.register.protection import NOBODY, Hidden
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

MOST_PEOPLE = 60
KINDS = ("municipality", "region", "authority", "association")


@dataclass(slots=True)
class Branch:
    """An organisation with those below it."""

    organisation: Organisation
    branches: list[Branch] = field(default_factory=list)
    n_seats: int = 0


@dataclass(frozen=True, slots=True)
class CameFrom:
    """Somebody who came from an organisation.

    Attributes:
        first_on: Day of the first meeting to which they came from it, and of the last.
    """

    person: Person
    n_meetings: int
    first_on: date | None
    last_on: date | None


def organisation_tree() -> list[Branch]:
    """All organisations as a tree: municipalities and regions first, then by name; two questions."""
    seats = dict(
        Seat.objects.filter(end_on=None).order_by().values_list("organisation").annotate(n=Count("pk"))
    )
    rows = alphabetical(Organisation.objects.all())
    branches = {row.pk: Branch(row, n_seats=seats.get(row.pk, 0)) for row in rows}
    tops: list[Branch] = []
    for branch in branches.values():
        above = branches.get(branch.organisation.parent_id or 0)
        (above.branches if above else tops).append(branch)
    return sorted(tops, key=lambda one: _rank(one.organisation))


def way_up(organisation: Organisation) -> list[Organisation]:
    """The organisations above, the highest first."""
    above: list[Organisation] = []
    parent = organisation.parent
    while parent is not None and parent not in above:
        above.insert(0, parent)
        parent = parent.parent
    return above


def below(organisation: Organisation) -> set[int]:
    """Ids of an organisation and all below it."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for pk, parent in Organisation.objects.order_by().values_list("pk", "parent_id"):
        children[parent].append(pk)
    found, todo = set(), [organisation.pk]
    while todo:
        pk = todo.pop()
        if pk not in found:
            found.add(pk)
            todo += children[pk]
    return found


def came_from(
    organisations: Iterable[int], *, sight: Sight = FINISHED, hidden: Hidden = NOBODY
) -> tuple[list[CameFrom], int]:
    """Those who came from some organisations, latest first as far as a page shows them, and their number."""
    own = Attendance.objects.filter(sight.seen(), organisation__in=list(organisations), removed=False)
    counted = (
        own.filter(person__isnull=False)
        .exclude(person__in=hidden.people)
        .order_by()
        .values("person")
        .annotate(
            n=Count("meeting", distinct=True), first=Min("meeting__start_on"), last=Max("meeting__start_on")
        )
        .order_by(F("last").desc(nulls_last=True), "person__name")
    )
    listed = list(counted[: MOST_PEOPLE + 1])
    n_all = len(listed) if len(listed) <= MOST_PEOPLE else counted.count()
    people = Person.objects.in_bulk([row["person"] for row in listed])
    return [
        CameFrom(people[row["person"]], row["n"], row["first"], row["last"]) for row in listed[:MOST_PEOPLE]
    ], n_all


def _rank(one: Organisation) -> tuple[int, str]:
    return (KINDS.index(one.kind) if one.kind in KINDS else len(KINDS), alphabetical_key(one.name))

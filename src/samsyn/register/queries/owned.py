"""What somebody is to do, or has agreed to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Q

from samsyn.register.models import Statement
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.register.models import Body, Person

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Owned:
    """Statements with an owner: the latest, and how many there are in all."""

    statements: tuple[Statement, ...]
    n_all: int


def owned_by_organisations(organisations: Iterable[int], *, sight: Sight = FINISHED) -> Owned:
    """What some organisations are to do or have agreed to."""
    return _owned(Q(owner_organisation__in=list(organisations)) & sight.seen())


def owned_by_person(person: Person, *, sight: Sight = FINISHED) -> Owned:
    """What a person is to do."""
    return _owned(Q(owner_person=person) & sight.seen())


def owned_by_body(body: Body, *, sight: Sight = FINISHED) -> Owned:
    """What a body is to do."""
    return _owned(Q(owner_body=body) & sight.seen())


def _owned(condition: Q) -> Owned:
    rows = Statement.objects.filter(condition, removed=False)
    latest = rows.order_by(F("meeting__start_on").desc(nulls_last=True), "-meeting_id", "position")
    shown = latest.select_related("meeting", "item").prefetch_related("meeting__bodies")[:SHOWN]
    found = tuple(shown)
    return Owned(found, len(found) if len(found) < SHOWN else rows.count())

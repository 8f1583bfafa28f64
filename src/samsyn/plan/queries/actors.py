"""Whom a plan is for, what they are outside of, and who could be added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from samsyn.plan.models import Actor, Outside
from samsyn.register.queries.organisations import organisation_tree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.plan.models import Plan
    from samsyn.register.models import Organisation
    from samsyn.register.queries.organisations import Branch


@dataclass(frozen=True, slots=True)
class ActorSeen:
    """An actor.

    Attributes:
        above: The organisation that it belongs to.
        outside: What it is not part of on the day, the whole plan first.
    """

    actor: Actor
    above: Organisation | None
    outside: Sequence[Outside]


@dataclass(frozen=True, slots=True)
class Actors:
    """Those whom a plan is for.

    Attributes:
        rows: In the order of lists.
        left: Those that have left, the latest first.
        others: Organisations that it is not for, as a flat tree: each with how deep it lies.
    """

    rows: Sequence[ActorSeen]
    left: Sequence[Actor]
    others: Sequence[tuple[int, Organisation]]


def see_actors(plan: Plan, *, on: date) -> Actors:
    """Whom a plan is for on a day; five questions."""
    outside = (
        Outside.objects.select_related("part", "source__meeting")
        .prefetch_related("source__meeting__bodies")
        .order_by("part__number", "pk")
    )
    found = plan.actors.select_related("organisation__parent").prefetch_related(
        Prefetch("outside", outside, to_attr="is_outside_of")
    )
    actors = list(found.order_by("number", "pk"))
    present = [one for one in actors if one.left_on is None]
    taken = {one.organisation_id for one in present}
    rows = [ActorSeen(one, one.organisation.parent, _holding(one, on)) for one in present]
    left = sorted((one for one in actors if one.left_on), key=lambda one: str(one.left_on), reverse=True)
    return Actors(rows, left, [one for one in _flat(organisation_tree()) if one[1].pk not in taken])


def _holding(actor: Any, on: date) -> list[Outside]:
    """What an actor is not part of on a day or later."""
    rows: list[Outside] = actor.is_outside_of
    return [one for one in rows if one.until is None or one.until > on]


def _flat(branches: Sequence[Branch], depth: int = 0) -> list[tuple[int, Organisation]]:
    found: list[tuple[int, Organisation]] = []
    for branch in branches:
        found.append((depth, branch.organisation))
        found += _flat(branch.branches, depth + 1)
    return found

"""Plans that notes speak of and nobody has made yet, as they are proposed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from samsyn.history.keeping import kept
from samsyn.plan.models import Part, PartKind, RefusedOutline
from samsyn.plan.notes.loading import load_notes, meetings_about_plans
from samsyn.plan.reading.reader import read_plans
from samsyn.plan.reading.spelling import flat, position_of

if TYPE_CHECKING:
    from samsyn.plan.reading.records import PlanRead
    from samsyn.register.sight import Sight

LONGEST_KEY = 500


def proposed_plans(sees: Sight) -> list[PlanRead]:
    """The plans that the notes which somebody sees speak of: none that is made, or was refused, already."""
    return kept(("proposed_plans", sees.key()), lambda: _proposed(sees))


def _proposed(sees: Sight) -> list[PlanRead]:
    made = list(Part.objects.filter(kind=PartKind.AREA).values_list("name", flat=True))
    refused = set(RefusedOutline.objects.values_list("key", flat=True))
    found = read_plans(load_notes(meetings_about_plans(sees)))
    return [plan for plan in found if outline_key(plan) not in refused and not _is_made(plan, made)]


def _is_made(plan: PlanRead, made: list[str]) -> bool:
    """Whether most of its areas are areas of a plan that is there."""
    known = sum(position_of(area.name, made) is not None for area in plan.areas)
    return known * 2 >= len(plan.areas)


def outline_key(plan: PlanRead) -> str:
    """What makes two outlines the same: their areas."""
    return " | ".join(sorted(flat(area.name) for area in plan.areas))[:LONGEST_KEY]


def stamp_of(plan: PlanRead) -> str:
    """A short sign of all that is proposed, for the form that shows it."""
    return hashlib.sha256(repr(plan).encode()).hexdigest()[:16]

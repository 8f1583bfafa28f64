"""Which matters and knots somebody sees: nothing that stands in unfinished notes that they do not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from samsyn.matters.models import Knot, KnotState, Matter

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from samsyn.register.sight import Sight


def visible_knots(sees: Sight, *states: str) -> QuerySet[Knot]:
    """What belongs to matters, and may be seen.

    Args:
        sees: Which unfinished notes somebody sees.
        states: Of the knots; without any, those that are taken.
    """
    return Knot.objects.filter(sees.seen(), state__in=states or (KnotState.TAKEN,))


def visible_matters(sees: Sight) -> QuerySet[Matter]:
    """Matters of which somebody sees something; and those to which nothing belongs yet."""
    own = Knot.objects.filter(matter=OuterRef("pk"), state=KnotState.TAKEN)
    if sees.bodies is None:
        return Matter.objects.all()
    seen = visible_knots(sees).filter(matter=OuterRef("pk"))
    return Matter.objects.filter(Exists(seen) | ~Exists(own))

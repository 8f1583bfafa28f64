"""Matters that have fallen silent: open, not heard of for long, and at no meeting that lies ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Max

from samsyn.matters.models import Matter, MatterState
from samsyn.matters.queries.sight import visible_knots
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Sequence

SILENT_FOR = timedelta(days=150)  # longer than a summer and the meetings around it


@dataclass(frozen=True, slots=True)
class SilentMatter:
    """A matter, and when it was last heard of."""

    matter: Matter
    heard_on: date


def silent_matters(*, on: date, sees: Sight = FINISHED) -> Sequence[SilentMatter]:
    """Matters that have fallen silent by a day, the longest silence first; two questions to the database.

    Args:
        on: The day.
        sees: Which unfinished notes somebody sees; what they do not see breaks no silence.
    """
    knots = visible_knots(sees).filter(matter__state=MatterState.OPEN).order_by()
    heard = knots.values("matter").annotate(last=Max("meeting__start_on")).filter(last__lte=on - SILENT_FOR)
    days = dict(heard.values_list("matter", "last"))
    found = Matter.objects.in_bulk(days)
    return sorted(
        (SilentMatter(found[pk], last) for pk, last in days.items() if pk in found),
        key=lambda one: (one.heard_on, one.matter.pk),
    )

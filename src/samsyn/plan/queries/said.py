"""What actors have said of themselves and what shows it, in one question."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import CharField, DateField, F, IntegerField, Value
from django.db.models.functions import Cast

from samsyn.plan.models import Assessment, Evidence, ProposalState
from samsyn.plan.standing import NOT_BEGUN, Claim, Shown

if TYPE_CHECKING:
    from datetime import date

    from samsyn.plan.models import Plan

Key = tuple[int, int]
"""Ids of an actor and an area."""

CLAIM, SHOWN = 0, 1


@dataclass(slots=True)
class Said:
    """What was said and shown in a plan.

    Attributes:
        claims: By actor and area, in the order in which they hold.
        needs: What each actor last said that it needs, by its id.
    """

    claims: dict[Key, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    shown: dict[Key, list[Shown]] = field(default_factory=lambda: defaultdict(list))
    needs: dict[int, str] = field(default_factory=dict)


def said_in(plan: Plan, on: date) -> Said:
    """All claims of a plan's actors until a day, and all evidence of such a day that somebody has taken."""
    claims = (
        Assessment.objects.filter(actor__plan=plan, on__lte=on)
        .order_by()
        .annotate(
            sort=Value(CLAIM),
            day=F("on"),
            at_step=F("step__number"),
            other_day=F("since_on"),
            version=F("wording__number"),
            words=Cast("needs", CharField()),
        )
    )
    shown = (
        Evidence.objects.filter(
            actor__plan=plan, dated_on__lte=on, state=ProposalState.TAKEN, step__isnull=False
        )
        .order_by()
        .annotate(
            sort=Value(SHOWN),
            day=F("dated_on"),
            at_step=F("step__number"),
            other_day=Cast("withdrawn_on", DateField()),
            version=Value(None, IntegerField()),
            words=Value("", CharField()),
        )
    )
    columns = ("sort", "actor_id", "area_id", "day", "at_step", "other_day", "version", "words", "pk")
    rows = claims.values_list(*columns).union(shown.values_list(*columns), all=True)
    said = Said()
    for sort, actor, area, day, step, other_day, version, words, _pk in rows.order_by("sort", "day", "pk"):
        if sort == SHOWN:
            said.shown[actor, area].append(Shown(day, step, other_day))
            continue
        said.claims[actor, area].append(Claim(day, step or NOT_BEGUN, other_day, version, words))
        said.needs[actor] = words or said.needs.get(actor, "")
    return said

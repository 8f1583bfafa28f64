"""What actors have said of themselves and what shows it, in one question."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, DateField, F, IntegerField, Value
from django.db.models.functions import Cast, Coalesce, NullIf

from samsyn.plan.models import Assessment, Evidence, ProposalState, Review
from samsyn.plan.standing import NOT_BEGUN, Claim, Shown, View

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from samsyn.plan.models import Plan

Key = tuple[int, int]
"""Ids of an actor and an area."""

CLAIM, SHOWN, SEEN = 0, 1, 2


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


COLUMNS = (
    "sort", "actor_id", "area_id", "day", "at_step", "other_day", "version", "words", "who", "of", "pk",
)  # fmt: skip


def said_in(plan: Plan, on: date) -> Said:
    """All claims of a plan's actors until a day, with reviews, and all evidence that was taken until then."""
    rows: Any = _claims(plan, on).union(_shown(plan, on), _seen(plan, on), all=True)
    said = Said()
    places: dict[int, tuple[Key, int]] = {}
    ordered = rows.order_by("sort", "day", "pk")  # a claim before what is said of it
    for sort, actor, area, day, step, other_day, version, words, who, of, _pk in ordered:
        key = (actor, area)
        if sort == SHOWN:
            said.shown[key].append(Shown(day, step, other_day))
        elif sort == SEEN and of in places:
            place, at = places[of]
            claim = said.claims[place][at]
            said.claims[place][at] = claim._replace(seen=(*claim.seen, View(who, step)))
        elif sort == CLAIM:
            places[of] = (key, len(said.claims[key]))
            said.claims[key].append(Claim(day, step or NOT_BEGUN, other_day, version, words, who))
            said.needs[actor] = words or said.needs.get(actor, "")
    return said


def _claims(plan: Plan, on: date) -> QuerySet[Assessment, Any]:
    rows = Assessment.objects.filter(actor__plan=plan, on__lte=on).order_by()
    told = rows.annotate(
        sort=Value(CLAIM),
        day=F("on"),
        at_step=F("step__number"),
        other_day=F("since_on"),
        version=F("wording__number"),
        words=Cast("needs", CharField()),
        who=Coalesce(NullIf(F("said_by"), Value("")), F("by__name"), Value(""), output_field=CharField()),
        of=F("pk"),
    )
    return told.values_list(*COLUMNS)


def _shown(plan: Plan, on: date) -> QuerySet[Evidence, Any]:
    taken = Evidence.objects.filter(state=ProposalState.TAKEN, step__isnull=False)
    rows = taken.filter(actor__plan=plan, dated_on__lte=on).order_by()
    told = rows.annotate(
        sort=Value(SHOWN),
        day=F("dated_on"),
        at_step=F("step__number"),
        other_day=Cast("withdrawn_on", DateField()),
        version=Value(None, IntegerField()),
        words=Value("", CharField()),
        who=Value("", CharField()),
        of=F("pk"),
    )
    return told.values_list(*COLUMNS)


def _seen(plan: Plan, on: date) -> QuerySet[Review, Any]:
    rows = Review.objects.filter(assessment__actor__plan=plan, at__date__lte=on, step__isnull=False)
    told = rows.order_by().annotate(
        sort=Value(SEEN),
        actor_id=F("assessment__actor_id"),
        area_id=F("assessment__area_id"),
        day=F("at__date"),
        at_step=F("step__number"),
        other_day=Value(None, DateField()),
        version=Value(None, IntegerField()),
        words=Value("", CharField()),
        who=Cast("by__name", CharField()),
        of=F("assessment_id"),
    )
    return told.values_list(*COLUMNS)

"""One actor: where it says that it stands in each area, what shows it, and what was said of that."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from samsyn.plan.models import (
    Actor,
    Assessment,
    AssessmentRequest,
    Evidence,
    Outside,
    Part,
    PartKind,
    ProposalState,
    Review,
    Wording,
)
from samsyn.plan.queries.parts import in_force
from samsyn.plan.queries.unseen import hide_words
from samsyn.plan.standing import NOT_BEGUN, Claim, Shown, Standing, View, standing
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date


@dataclass(frozen=True, slots=True)
class StepSeen:
    """A step with the words that hold; None where nobody has written any."""

    part: Part
    wording: Wording | None


@dataclass(frozen=True, slots=True)
class AreaSeen:
    """An actor in an area.

    Attributes:
        claims: All that it has said, the oldest first, each with its reviews.
        evidence: What was taken, the newest first; also what was withdrawn.
        proposed: What was read in notes and nobody has answered.
        outside: Why it is not part of it; None where it is.
    """

    area: Part
    steps: Sequence[StepSeen]
    claims: Sequence[Assessment]
    evidence: Sequence[Evidence]
    proposed: Sequence[Evidence]
    standing: Standing
    outside: Outside | None = None

    @property
    def last(self) -> Assessment | None:
        """What it said last."""
        return self.claims[-1] if self.claims else None

    @property
    def step(self) -> Part | None:
        """The step that it says that it stands on; None for not begun, and where it has said nothing."""
        return self.last.step if self.last else None


@dataclass(frozen=True, slots=True)
class ActorSeen:
    """An actor over all areas of its plan.

    Attributes:
        asked: When it was last asked to assess itself and has not answered; None where nothing waits.
    """

    actor: Actor
    areas: Sequence[AreaSeen]
    asked: AssessmentRequest | None = None

    @property
    def inside(self) -> list[AreaSeen]:
        """The areas that it is part of."""
        return [one for one in self.areas if one.outside is None]

    @property
    def assessed(self) -> list[AreaSeen]:
        """Those in which it has said something."""
        return [one for one in self.inside if one.claims]

    @property
    def claims(self) -> list[Assessment]:
        """All that it has said, the newest first."""
        said = [claim for one in self.areas for claim in one.claims]
        return sorted(said, key=lambda one: (one.on, one.pk), reverse=True)


def see_actor(actor: Actor, *, on: date, since: date | None = None, sees: Sight = FINISHED) -> ActorSeen:
    """An actor as it stands on a day, with as many questions however much it has said.

    Args:
        actor: Which, with its plan.
        on: The day.
        since: The earlier day that moves are told against; None for none.
        sees: Words of notes that somebody does not see are not shown as evidence.
    """
    parts = actor.plan.parts.filter(kind__in=[PartKind.AREA, PartKind.STEP])
    held = list(parts.filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=on)).order_by("number", "pk"))
    steps = _steps(actor, held, on=on)
    said, shown, outside = _said(actor, on), _shown(actor, on, sees), _outside(actor, on, sees)

    def area_seen(area: Part) -> AreaSeen:
        taken = [one for one in shown[area.pk] if one.state == ProposalState.TAKEN]
        found = _standing(actor, said[area.pk], taken, steps[area.pk], on=on, since=since)
        return AreaSeen(
            area,
            steps[area.pk],
            said[area.pk],
            taken,
            [one for one in shown[area.pk] if one.state == ProposalState.PROPOSED],
            found,
            outside.get(area.pk) or outside.get(0),
        )

    areas = [area_seen(part) for part in held if part.kind == PartKind.AREA]
    return ActorSeen(actor, areas, _waiting(actor, areas))


def _standing(
    actor: Actor,
    said: Sequence[Assessment],
    taken: Sequence[Evidence],
    steps: Sequence[StepSeen],
    *,
    on: date,
    since: date | None,
) -> Standing:
    """What the map says in its cell."""
    claims = [
        Claim(
            one.on,
            one.step.number if one.step else NOT_BEGUN,
            one.since_on,
            one.wording.number if one.wording else None,
            one.needs,
            one.said_by or (one.by.name if one.by else ""),
            tuple(View(review.by.name, review.step.number) for review in one.reviews.all() if review.step),
        )
        for one in said
    ]
    return standing(
        claims,
        [Shown(one.dated_on, one.step.number, one.withdrawn_on) for one in taken if one.step],
        on=on,
        since=since,
        old_after=actor.plan.evidence_months,
        wordings={one.part.number: one.wording.number for one in steps if one.wording},
    )


def _steps(actor: Actor, parts: Sequence[Part], *, on: date) -> Mapping[int, Sequence[StepSeen]]:
    """The steps of each area, by its id."""
    wordings: dict[int, list[Wording]] = defaultdict(list)
    rows = Wording.objects.filter(part__plan=actor.plan, part__kind=PartKind.STEP)
    for wording in rows.order_by("number"):
        wordings[wording.part_id].append(wording)
    found: dict[int, list[StepSeen]] = {part.pk: [] for part in parts if part.kind == PartKind.AREA}
    for part in parts:
        if part.parent_id in found:
            found[part.parent_id].append(StepSeen(part, in_force(wordings[part.pk], on=on)))
    return found


def _said(actor: Actor, on: date) -> Mapping[int, list[Assessment]]:
    """All that it has said until a day, by area."""
    reviews = Prefetch("reviews", Review.objects.select_related("by", "replied_by", "step"))
    rows = actor.assessments.filter(on__lte=on).select_related("step", "area", "wording", "by")
    found: dict[int, list[Assessment]] = defaultdict(list)
    for one in rows.prefetch_related(reviews).order_by("on", "pk"):
        found[one.area_id].append(one)
    return found


def _shown(actor: Actor, on: date, sees: Sight) -> Mapping[int, list[Evidence]]:
    """What shows it, by area, the newest first; words of notes that are not seen are left out."""
    rows = actor.evidence.filter(dated_on__lte=on).exclude(state=ProposalState.REFUSED)
    seen = rows.filter(Q(statement=None) | sees.seen("statement__meeting"))
    found: dict[int, list[Evidence]] = defaultdict(list)
    linked = seen.select_related("step", "statement__meeting", "by").defer("source__content")
    for one in linked.prefetch_related("statement__meeting__bodies").order_by("-dated_on", "-pk"):
        found[one.area_id].append(one)
    return found


def _outside(actor: Actor, on: date, sees: Sight) -> Mapping[int, Outside]:
    """What it is not part of, by area; 0 stands for the whole plan."""
    linked = actor.outside.select_related("source__meeting").prefetch_related("source__meeting__bodies")
    rows = linked.filter(Q(until=None) | Q(until__gt=on)).filter(Q(from_on=None) | Q(from_on__lte=on))
    found = {one.part_id or 0: one for one in rows}
    hide_words(found.values(), "source", sees=sees)
    return found


def _waiting(actor: Actor, areas: Sequence[AreaSeen]) -> AssessmentRequest | None:
    """The last question, where nothing was said since."""
    asked = actor.requests.order_by("pk").last()
    said = max((one.last.at for one in areas if one.last), default=None)
    return asked if asked and (said is None or said < asked.at) else None

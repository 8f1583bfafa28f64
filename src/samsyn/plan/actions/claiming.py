"""Keep what an actor says of itself, against the words of the step that hold; nothing is written over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from samsyn.minutes.by_hand import read_period
from samsyn.plan.actions.recording import record
from samsyn.plan.actions.showing import keep_evidence
from samsyn.plan.checks import clean_line, clean_text, lock_plan
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import Actor, Assessment, Part, PartKind
from samsyn.plan.queries.parts import in_force
from samsyn.register.errors import CannotUndo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.actions.showing import EvidenceWanted

LONGEST_SINCE = 100
LONGEST_TELLER = 200
YEAR = timedelta(days=365)
LEADS = ("sedan", "från", "fr.o.m.", "i", "from")


@dataclass(frozen=True, slots=True)
class Claimed:
    """What an actor says of itself in an area.

    Attributes:
        step: The step that it stands on; None for not begun.
        since: Since when, as written; may be empty.
        needs: What it needs for the next step.
        shown: What shows it, where something is given with it.
    """

    area: Part
    step: Part | None
    since: str = ""
    needs: str = ""
    note: str = ""
    shown: EvidenceWanted | None = None


def keep_claims(
    actor: Actor, claims: Sequence[Claimed], *, on: date, by: User | None, said_by: str
) -> list[Event]:
    """Write what is said, and what shows it; whoever calls has asked whether they may.

    Args:
        actor: Who says it.
        claims: One an area.
        on: Today.
        by: Whose account it is written by; None for a link to somebody without account.
        said_by: Who said it, where that is another; may be empty.

    Raises:
        PlanUnusable: Nothing is said, the actor is no part of it, the time has not come, or the words cannot
            be kept.
    """
    lock_plan(actor.plan)
    now = Actor.objects.select_related("plan", "organisation").get(pk=actor.pk)
    if not claims:
        raise PlanUnusable("Välj ett steg i minst ett område.")
    if now.left_on is not None and now.left_on <= on:
        raise PlanUnusable(f"{now} är inte längre med i planen.")
    teller = clean_line(said_by, longest=LONGEST_TELLER)
    events = []
    for one in claims:
        events.append(_keep(now, one, on=on, by=by, said_by=teller))
        if one.shown is not None:
            events.append(keep_evidence(now, one.area, one.step, one.shown, on=on, by=by))
    return events


def _keep(actor: Actor, said: Claimed, *, on: date, by: User | None, said_by: str) -> Event:
    require_place(actor, said.area, said.step, on=on)
    wording = in_force(list(said.step.wordings.order_by("number")), on=on) if said.step else None
    made = Assessment.objects.create(
        actor=actor,
        area=said.area,
        step=said.step,
        needs=clean_line(said.needs),
        note=clean_text(said.note),
        wording=wording,
        by=by,
        said_by=said_by,
        on=on,
        **_since_columns(said.since, on=on),
    )
    before = _steps_before(made)
    after = {
        "actor": actor.pk, "part": said.area.pk, "step": str(said.step or "Inte börjat"),
        "since_words": made.since_words, "needs": made.needs, "said_by": said_by,
    }  # fmt: skip
    return record(made, "assessment.told", by=by, before=before, after=after)


def _steps_before(made: Assessment) -> dict[str, str]:
    earlier = Assessment.objects.filter(actor=made.actor, area=made.area).exclude(pk=made.pk)
    last = earlier.select_related("step").last()
    return {"step": str(last.step or "Inte börjat"), "needs": last.needs} if last else {}


def require_place(actor: Actor, area: Part, step: Part | None, *, on: date) -> None:
    """Go on only if an actor can stand on a step of an area.

    Raises:
        PlanUnusable: The area or the step is no part of the plan, or the actor no part of the area.
    """
    if area.plan_id != actor.plan_id or area.kind != PartKind.AREA or area.withdrawn_on:
        raise PlanUnusable("Området hör inte till planen.")
    if step is not None and (step.parent_id != area.pk or step.withdrawn_on):
        raise PlanUnusable(f"Steget hör inte till {area}: läs sidan igen och välj ett av dem som står där.")
    outside = actor.outside.filter(Q(part=None) | Q(part=area)).filter(Q(until=None) | Q(until__gt=on))
    if outside.filter(Q(from_on=None) | Q(from_on__lte=on)).exists():
        raise PlanUnusable(f"{actor} ingår inte i {area}.")


def _since_columns(words: str, *, on: date) -> dict[str, Any]:
    """Since when, as the columns of an assessment: a time without year lies behind today.

    Raises:
        PlanUnusable: It has not come.
    """
    written = clean_line(words, longest=LONGEST_SINCE)
    if not written:
        return {}
    bare = _without_lead(written)
    found = read_period(bare, met_on=on, ahead=False)
    if found.start is not None and found.start > on:
        found = read_period(bare, met_on=on - YEAR, ahead=False)
    if found.start is not None and found.start > on:
        raise PlanUnusable(f"”{written}” har inte varit än. Skriv sedan när ni står på steget.")
    return {"since_words": written, "since_on": found.start, "since_precision": str(found.precision)}


def _without_lead(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if first.lower() in LEADS and rest else words


def take_back_told(assessment: Assessment, _: Event) -> None:
    """Take away what was said, so that what was said before it holds.

    Raises:
        CannotUndo: It has been reviewed, or something has been said since.
    """
    later = Assessment.objects.filter(actor=assessment.actor_id, area=assessment.area_id)
    if later.filter(on__gte=assessment.on, pk__gt=assessment.pk).exists():
        raise CannotUndo("Något har sagts sedan dess: säg det som gäller nu i stället.")
    if assessment.reviews.exists():
        raise CannotUndo("Bedömningen har en kommentar: säg det som gäller nu i stället.")
    assessment.delete()

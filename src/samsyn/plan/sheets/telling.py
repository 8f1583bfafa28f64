"""What stands in a plan's workbook: parts, times, actors, what actors say, comments."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from samsyn.plan.models import (
    CommentKind,
    CommentState,
    Evidence,
    Period,
    PlanComment,
    ProposalState,
)
from samsyn.plan.queries.actors import see_actors
from samsyn.plan.queries.map import see_map
from samsyn.plan.queries.parts import see_outline
from samsyn.plan.sheets import heads
from samsyn.plan.sheets.writing import Table
from samsyn.plan.standing import NOT_BEGUN
from samsyn.register.service import name_of
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samsyn.plan.models import Part, Plan
    from samsyn.plan.queries.map import Map
    from samsyn.plan.queries.parts import Branch
    from samsyn.plan.sheets.writing import Value

    Row = Sequence[Value]
    Way = tuple[str, str, str]

DAY = timedelta(days=1)


def tell_plan(plan: Plan, *, on: date, sees: Sight = FINISHED) -> list[Table]:
    """All sheets of a plan's workbook.

    Args:
        plan: Which.
        on: The day on which it is told.
        sees: Comments in notes that somebody does not see are left out.
    """
    branches = [(way, branch) for top in see_outline(plan, on=on).branches for way, branch in _walk(top)]
    ways = {branch.part.pk: way for way, branch in branches}
    return [
        Table(heads.PLAN, heads.PLAN_HEAD, [_part_row(way, branch) for way, branch in branches]),
        Table(heads.TIMES, heads.TIMES_HEAD, list(_times(plan, ways))),
        Table(heads.ACTORS, heads.ACTORS_HEAD, list(_actors(plan, on, ways))),
        Table(heads.CLAIMS, heads.CLAIMS_HEAD, list(_claims(plan, see_map(plan, on=on)))),
        Table(heads.COMMENTS, heads.COMMENTS_HEAD, list(_comments(plan, sees))),
    ]


def step_word(part: Part) -> str:
    """A step with its number, as it is written in sheets."""
    return f"{part.number}. {part.name}"


def _walk(branch: Branch, above: Way = ("", "", "")) -> Iterator[tuple[Way, Branch]]:
    """Each part with where it stands: area or target picture, step, milestone."""
    area, step, _milestone = above
    kind, name = branch.part.kind, branch.part.name
    way: Way = (area, step, name)
    if kind in {"target", "area"}:
        way = (name, "", "")
    elif kind == "step":
        way = (area, step_word(branch.part), "")
    yield way, branch
    for below in branch.branches:
        yield from _walk(below, way)


def _part_row(way: Way, branch: Branch) -> Row:
    part, check = branch.part, branch.checking
    return (
        heads.SORTS[part.kind], *way,
        branch.wording.text if branch.wording else "",
        heads.MEANINGS[part.meaning],
        branch.period.words if branch.period else "",
        *((check.how, check.who, check.when_words) if check else ("", "", "")),
        "", "",
        part.pk,
    )  # fmt: skip


def _times(plan: Plan, ways: dict[int, Way]) -> Iterator[Row]:
    rows = Period.objects.filter(part__plan=plan).select_related("actor__organisation")
    order = {pk: at for at, pk in enumerate(ways)}
    for one in sorted(rows, key=lambda row: (order.get(row.part_id, 0), row.actor_id or 0)):
        if one.part_id in ways:
            yield (
                *ways[one.part_id], one.actor.organisation.name if one.actor else "", one.words,
                one.start_on, one.end_on - DAY if one.end_on else None, one.reached_on,
                one.reached_because, one.part_id,
            )  # fmt: skip


def _actors(plan: Plan, on: date, ways: dict[int, Way]) -> Iterator[Row]:
    for row in see_actors(plan, on=on).rows:
        who = (row.actor.organisation.name, row.above.name if row.above else "")
        for one in row.outside:
            of = " / ".join(filter(None, ways.get(one.part_id, ()))) if one.part_id else heads.WHOLE_PLAN
            yield (*who, of, one.why, one.until)
        if not row.outside:
            yield (*who, "", "", None)


def _claims(plan: Plan, seen: Map) -> Iterator[Row]:
    shown: dict[tuple[int, int], Evidence] = {}
    taken = Evidence.objects.filter(actor__plan=plan, state=ProposalState.TAKEN, withdrawn_on=None)
    for one in taken.order_by("dated_on", "pk"):
        shown[one.actor_id, one.area_id] = one
    for row in seen.rows:
        who = (row.actor.organisation.name, row.above.name if row.above else "")
        for cell in row.cells:
            claim, evidence = cell.standing.claim, shown.get((row.actor.pk, cell.area.pk))
            if cell.outside or claim is None:
                said: Row = ("ingår inte" if cell.outside else "ej bedömd", None, None, "", None, "")
            else:
                steps = {step.number: step_word(step) for step in seen.steps[cell.area.pk]}
                step = "inte börjat" if claim.step == NOT_BEGUN else steps.get(claim.step, claim.step)
                changed = "ja" if cell.standing.is_older_wording else ""
                said = (step, claim.since, claim.on, claim.needs, claim.wording, changed)
            yield (*who, cell.area.name, *said, _shown(evidence), evidence.dated_on if evidence else None)


def _shown(evidence: Evidence | None) -> str:
    """What shows it, in words; an address as text."""
    return (evidence.text or evidence.file_name or evidence.address) if evidence else ""


def _comments(plan: Plan, sees: Sight) -> Iterator[Row]:
    rows = PlanComment.objects.filter(plan=plan).exclude(state=CommentState.REFUSED)
    seen = rows.filter(Q(statement=None) | sees.seen("statement__meeting")).select_related(
        "part", "statement__meeting", "by", "answer_wording"
    )
    for one in seen.prefetch_related("statement__meeting__bodies"):
        said = one.statement
        where = name_of(said.meeting) if said else str(one.by or "")
        day = said.meeting.start_on if said else timezone.localdate(one.at)
        answered = timezone.localdate(one.answered_at) if one.answered_at else None
        yield (
            one.part.name if one.part else "", CommentKind(one.kind).label, CommentState(one.state).label,
            one.text or (said.text if said else ""), one.wish, where, day, one.answer, answered,
        )  # fmt: skip

"""Write down what a meeting's notes say of a plan; what a person has said of it outlives new readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samsyn.history.models import Event
from samsyn.plan.models import (
    CommentState,
    ContestedWord,
    Evidence,
    EvidenceKind,
    PlanComment,
    ProposalState,
)
from samsyn.plan.notes.writing import columns_read, part_of, write_word

if TYPE_CHECKING:
    from datetime import date

    from samsyn.plan.models import Part
    from samsyn.plan.notes.knowing import KnownPlan
    from samsyn.plan.reading.records import CommentRead, EvidenceRead, PlanRead, WordRead


def record_reading(read: PlanRead, of: KnownPlan, *, meeting: int, on: date | None) -> int:
    """Bring what is proposed of a meeting's notes in step with a new reading of them.

    Args:
        read: What the notes say.
        of: The plan.
        meeting: Id.
        on: The meeting's day; without one nothing is evidence, which has to be of a day.

    Returns:
        How many proposals are new, changed or gone.
    """
    changed = _record_comments(read, of, meeting)
    changed += _record_words(read.words, meeting)
    changed += _record_evidence(read, of, meeting, on) if on else 0
    if changed:
        Event.objects.create(
            what="meeting.plan_read",
            subject_type="meeting",
            subject_id=meeting,
            after={"n_changed": changed},
        )
    return changed


def _record_comments(read: PlanRead, of: KnownPlan, meeting: int) -> int:
    rows = PlanComment.objects.filter(plan=of.plan, statement__meeting=meeting)
    known = {row.statement_id: row for row in rows}
    times = {time.place.said for time in read.times}
    changed = 0
    for one in read.comments:
        row = known.pop(one.place.said, None)
        columns = _columns(one, of, is_time=one.place.said in times)
        if row is None:
            PlanComment.objects.create(plan=of.plan, state=CommentState.PROPOSED, **columns)
            changed += 1
        elif row.state == CommentState.PROPOSED:
            changed += _set(row, columns)
    gone = [row.pk for row in known.values() if row.state == CommentState.PROPOSED]
    PlanComment.objects.filter(pk__in=gone).delete()
    return changed + len(gone)


def _columns(one: CommentRead, of: KnownPlan, *, is_time: bool) -> dict[str, Any]:
    """What is read of a comment, with the version of the words that it was said of, and the time."""
    part = part_of(one, of.parts)
    columns = columns_read(one) | {"part_id": part.pk if part else None}
    columns["wording_id"] = _wording_of(part) if one.wants_change and part else None
    columns["period_id"] = _period_of(part) if is_time and part else None
    return columns


def _wording_of(part: Part) -> int | None:
    return part.wordings.order_by("-number").values_list("pk", flat=True).first()


def _period_of(part: Part) -> int | None:
    return part.periods.filter(actor=None).values_list("pk", flat=True).first()


def _set(row: PlanComment, columns: dict[str, Any]) -> int:
    """Change what is read anew; whether anything was."""
    new = {name: value for name, value in columns.items() if name not in ("wording_id", "period_id")}
    if all(getattr(row, name) == value for name, value in new.items()):
        return 0
    for name, value in columns.items():
        setattr(row, name, value)
    row.save(update_fields=list(columns))
    return 1


def _record_words(words: tuple[WordRead, ...], meeting: int) -> int:
    """Words that nobody has said anything of; one that the notes no longer contest is gone."""
    changed = 0
    for word in words:
        if not ContestedWord.objects.filter(word=word.word).exists():
            write_word(word, ProposalState.PROPOSED)
            changed += 1
    proposed = ContestedWord.objects.filter(state=ProposalState.PROPOSED, source__meeting=meeting)
    gone, _by_table = proposed.exclude(word__in=[word.word for word in words]).delete()
    return changed + gone


def _record_evidence(read: PlanRead, of: KnownPlan, meeting: int, on: date) -> int:
    rows = Evidence.objects.filter(area__plan=of.plan, statement__meeting=meeting)
    known = {(row.statement_id, row.actor_id, row.area_id): row for row in rows}
    changed = 0
    for one in read.evidence:
        columns = _shown(one, of)
        key = (one.place.said, columns["actor_id"], columns["area_id"])
        row = known.pop(key, None)
        if row is None:
            Evidence.objects.create(dated_on=on, state=ProposalState.PROPOSED, **columns)
            changed += 1
        elif row.state == ProposalState.PROPOSED and (row.step_id, row.dated_on) != (columns["step_id"], on):
            row.step_id, row.dated_on = columns["step_id"], on
            row.save(update_fields=["step", "dated_on"])
            changed += 1
    gone = [row.pk for row in known.values() if row.state == ProposalState.PROPOSED]
    Evidence.objects.filter(pk__in=gone).delete()
    return changed + len(gone)


def _shown(one: EvidenceRead, of: KnownPlan) -> dict[str, Any]:
    step = of.parts.get((one.area, one.step or 0)) if one.step else None
    return {
        "actor_id": of.actors[one.name].pk,
        "area_id": of.parts[one.area, 0].pk,
        "step_id": step.pk if step else None,
        "kind": EvidenceKind.WORDS,
        "text": one.place.words,
        "statement_id": one.place.said,
        "reasons": [{"code": "tells_step", "words": [one.name]}],
    }

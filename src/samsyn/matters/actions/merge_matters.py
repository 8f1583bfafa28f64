"""Make two matters one: the other keeps its address, which leads on, and can be taken apart again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.checks import lock_matter
from samsyn.matters.errors import MatterUnusable
from samsyn.matters.handing.later import follow_later
from samsyn.matters.models import Knot, KnotState, Matter, MatterState
from samsyn.matters.tying import DECIDED, decide
from samsyn.register.actions.deciding import columns_of, set_columns
from samsyn.register.actions.pointers import model_named, pointers_to

if TYPE_CHECKING:
    from samsyn.accounts.models import User

STAYING = {("matterrelation", "one"), ("matterrelation", "other"), ("matter", "merged_into")}


@transaction.atomic
def merge_matters(matter: Matter, other: Matter, *, by: User, why: str = "") -> Event:
    """Let all that belongs to `other` belong to `matter`.

    Raises:
        PermissionDenied: They may not.
        MatterUnusable: They are the same, or one is a part of another already.
    """
    require(by, "matters.merge_matters")
    if matter.pk == other.pk:
        raise MatterUnusable("Välj ett annat ärende att slå ihop med.")
    locked = {row.pk: lock_matter(row) for row in sorted((matter, other), key=lambda row: row.pk)}
    left, right = locked[matter.pk], locked[other.pk]
    before = right.state
    collided = _keep_what_both_have(left, right, by=by)
    moved = _move(left, right, collided)
    follow_later(left.knots.values_list("meeting", flat=True))
    right.state, right.merged_into = MatterState.MERGED, left
    right.save(update_fields=["state", "merged_into"])
    return Event.objects.create(
        by=by,
        what="matter.merged",
        subject_type="matter",
        subject_id=left.pk,
        before={"right": right.name},
        after={
            "left": left.name,
            "made": right.pk,
            "merge": {"state": before, "both": collided},
            "moved": moved,
        },
        why=why,
    )


def part_matters(matter: Matter, event: Event) -> None:
    """Let the two be two again; what has come since, or was moved on, stays where it is."""
    merge = event.after["merge"]
    follow_later(matter.knots.values_list("meeting", flat=True))
    right = Matter.objects.select_for_update(of=("self",)).get(pk=event.after["made"])
    for model, column, ids in event.after["moved"]:
        rows = model_named(model)._default_manager.filter(pk__in=ids, **{column: matter})
        rows.update(**{column: right})
    for _, kept, columns in merge["both"]:
        knot = Knot.objects.filter(pk=kept).first()
        if columns and knot is not None:
            set_columns(knot, columns)
    set_columns(right, {"state": merge["state"], "merged_into": None})


def why_not_part(event: Event) -> str:
    """Why two matters cannot be parted, as a sentence in Swedish; empty where they can."""
    made = event.after["made"]
    right = Matter.objects.select_related("merged_into").filter(pk=made).first()
    left = right.merged_into if right is not None else None
    if left is None or left.pk != event.subject_id:
        return "De är redan isär."
    if Event.objects.about(left).filter(what="matter.merged", after__made=made).last() != event:
        return "De är redan isär."
    if left.state == MatterState.MERGED:
        return "Ärendet ingår i sin tur i ett annat: ångra det först."
    return ""


def _keep_what_both_have(left: Matter, right: Matter, *, by: User) -> list[list[Any]]:
    """Knots of the same thing in both stay where they are; what one of them has taken holds.

    Returns:
        For each pair the other's knot, the one that holds, and its columns as they were, if they changed.
    """
    own = {_key(knot): knot for knot in left.knots.all()}
    pairs = [(knot, own[_key(knot)]) for knot in right.knots.all() if _key(knot) in own]
    return [[theirs.pk, ours.pk, _hold(ours, theirs, by=by)] for theirs, ours in pairs]


def _hold(ours: Knot, theirs: Knot, *, by: User) -> dict[str, Any]:
    if theirs.state != KnotState.TAKEN or ours.state == KnotState.TAKEN:
        return {}
    before = columns_of(ours, DECIDED)
    decide(ours, KnotState.TAKEN, by=by)
    return before


def _key(knot: Knot) -> tuple[int | None, ...]:
    lost = knot.pk if knot.lost else None
    return knot.meeting_id, knot.item_id, knot.statement_id, lost


def _move(left: Matter, right: Matter, collided: list[list[Any]]) -> list[list[Any]]:
    """Let all rows that point to `right` point to `left`; gives them by model and column."""
    stay = [theirs for theirs, _, _ in collided]
    moved = []
    for model, column, rows in pointers_to(right):
        if (model, column) in STAYING:
            continue
        own = rows.exclude(pk__in=stay) if model == "knot" else rows
        ids = list(own.order_by("pk").values_list("pk", flat=True))
        if ids:
            rows.filter(pk__in=ids).update(**{column: left})
            moved.append([model, column, ids])
    return moved

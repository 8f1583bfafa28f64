"""Say that two matters have to do with one another, and why; or that they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.checks import clean_line, lock_matter, require_state
from samsyn.matters.errors import MatterUnusable
from samsyn.matters.models import MatterRelation, RelationState
from samsyn.matters.tying import DECIDED, decide
from samsyn.register.actions.deciding import columns_of, set_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.accounts.models import User
    from samsyn.matters.models import Matter

LONGEST_WHY = 500
KEPT = [*DECIDED, "why"]


@transaction.atomic
def relate_matters(one: Matter, other: Matter, *, by: User, why: str = "") -> Event:
    """Let two matters name one another on their pages.

    Args:
        one: A matter.
        other: Another.
        by: Who says so.
        why: What they have to do with one another, in their words; may be empty.

    Raises:
        PermissionDenied: They may not.
        MatterUnusable: They are the same, are related already, or one is a part of another.
    """
    require(by, "matters.relate_matters")
    if one.pk == other.pk:
        raise MatterUnusable("Ett ärende är inte närliggande till sig självt: välj ett annat.")
    for matter in sorted((one, other), key=lambda row: row.pk):
        lock_matter(matter)
    return keep_relation(one, other, by=by, why=clean_line(why, longest=LONGEST_WHY))


@transaction.atomic
def unrelate_matters(relation: MatterRelation, *, by: User, seen: str = RelationState.TAKEN) -> Event:
    """Say that two matters have nothing to do with one another; it is not proposed again.

    Raises:
        PermissionDenied: They may not.
        ChangedMeanwhile: Somebody has answered since it was shown.
    """
    require(by, "matters.relate_matters")
    rows = MatterRelation.objects.select_for_update(of=("self",)).select_related("decided_by")
    now = rows.get(pk=relation.pk)
    require_state(now, seen)
    before = columns_of(now, KEPT)
    decide(now, RelationState.REFUSED, by=by)
    return _record(now, "matterrelation.refused", by=by, before=before)


def keep_relation(
    one: Matter, other: Matter, *, by: User, why: str = "", reasons: Sequence[dict[str, Any]] = ()
) -> Event:
    """Let a relation hold, whether or not there was a row for the pair.

    Raises:
        MatterUnusable: It holds already.
    """
    require(by, "matters.relate_matters")
    first, second = sorted((one, other), key=lambda row: row.pk)
    rows = MatterRelation.objects.select_for_update(of=("self",))
    row, made = rows.get_or_create(
        one=first, other=second, defaults={"state": RelationState.PROPOSED, "reasons": list(reasons)}
    )
    if row.state == RelationState.TAKEN:
        raise MatterUnusable("De två ärendena är redan närliggande.")
    before = {} if made else columns_of(row, KEPT)
    row.why = why or row.why
    row.save(update_fields=["why"])
    decide(row, RelationState.TAKEN, by=by)
    return _record(row, "matterrelation.taken", by=by, before=before)


def are_related(one: Matter, other: Matter) -> bool:
    """Whether a person has said that two matters have to do with one another."""
    first, second = sorted((one.pk, other.pk))
    rows = MatterRelation.objects.filter(one=first, other=second, state=RelationState.TAKEN)
    return rows.exists()


def take_back_relation(relation: MatterRelation, event: Event) -> None:
    """Set a relation as it was; one that was not there is gone again."""
    if event.before:
        set_columns(relation, event.before)
    else:
        relation.delete()


def _record(row: MatterRelation, what: str, *, by: User, before: dict[str, Any]) -> Event:
    after = columns_of(row, KEPT) | {"matters": [row.one_id, row.other_id]}
    return Event.objects.create(
        by=by, what=what, subject_type="matterrelation", subject_id=row.pk, before=before, after=after
    )

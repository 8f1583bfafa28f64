"""Make two people, organisations or bodies one, whether or not it was proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.naming import MODELS, kind_of
from samsyn.register.actions.uniting import all_columns, unite
from samsyn.register.errors import CannotMerge
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import Suggestion, SuggestionState
from samsyn.register.search.renaming import mark_if_protected

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.actions.naming import Actor


@transaction.atomic
def merge_actors(left: Actor, right: Actor, *, by: User, why: str = "") -> Event:
    """Let two be one: the first stands, and keeps the other's name as another way to write it.

    It can be undone as long as the one that stands is there, however much has happened since.

    Raises:
        PermissionDenied: They may not.
        CannotMerge: One of them is gone, or they cannot be one.
    """
    require(by, "register.merge_actors", left)
    wait_for_turn()
    kind = kind_of(left)
    if kind_of(right) != kind:
        raise CannotMerge("Bara två av samma sort kan bli en.")
    found: dict[int, Any] = MODELS[kind]._default_manager.in_bulk([left.pk, right.pk])
    if left.pk not in found or right.pk not in found:
        raise CannotMerge("En av de två finns inte längre: ladda om sidan.")
    return record_merge(found[left.pk], found[right.pk], by=by, why=why)


def record_merge(left: Actor, right: Actor, *, by: User, why: str = "") -> Event:
    """Make the two one in a transaction that holds them, with the questions that are asked about them."""
    kind, before = kind_of(left), {"left": left.name, "right": right.name, "ids": [left.pk, right.pk]}
    gone = right.pk
    kept = _questions(kind, left.pk, gone)
    after = unite(left, right)
    mark_if_protected(left)
    after["merge"] |= {"suggestions": kept, "taken": _answer_questions(kind, left.pk, gone)}
    return Event.objects.create(
        by=by, what=f"{kind}.merged", subject_type=kind, subject_id=left.pk,
        before=before, after=after, why=why,
    )  # fmt: skip


def _questions(kind: str, *ids: int) -> list[dict[str, Any]]:
    """The open questions about either, as they are."""
    rows = Suggestion.objects.filter(Q(left_id__in=ids) | Q(right_id__in=ids), kind=kind)
    return [all_columns(row) for row in rows.filter(state=SuggestionState.OPEN).order_by("pk")]


def _answer_questions(kind: str, standing: int, gone: int) -> int | None:
    """The question about the two is answered; others about the one that is gone are about the other."""
    opened = Suggestion.objects.filter(kind=kind, state=SuggestionState.OPEN)
    asked = opened.filter(Q(left_id=standing, right_id=gone) | Q(left_id=gone, right_id=standing)).first()
    if asked is not None:
        asked.state = SuggestionState.TAKEN
        asked.save(update_fields=["state"])
    turn_questions(kind, standing, gone)
    return asked.pk if asked else None


def turn_questions(kind: str, standing: int, gone: int) -> None:
    """Open questions about the one that is gone are about the one that stands, asked once."""
    others = Suggestion.objects.filter(kind=kind, state=SuggestionState.OPEN)
    for other in [*others.filter(left_id=gone), *others.filter(right_id=gone)]:
        pair = sorted(standing if id_ == gone else id_ for id_ in (other.left_id, other.right_id))
        known = Suggestion.objects.filter(kind=kind, left_id=pair[0], right_id=pair[1])
        if pair[0] == pair[1] or known.exclude(pk=other.pk).exists():
            other.delete()
        else:
            other.left_id, other.right_id = pair
            other.save(update_fields=["left_id", "right_id"])

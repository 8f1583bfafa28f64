"""Split a matter: some of what belongs to it becomes a matter of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.checks import lock_matter, require_name, require_seen
from samsyn.matters.errors import MatterUnusable
from samsyn.matters.handing.later import follow_later
from samsyn.matters.models import Knot, KnotState, Matter
from samsyn.register.actions.pointers import pointers_to
from samsyn.register.errors import CannotUndo

if TYPE_CHECKING:
    from collections.abc import Collection

    from samsyn.accounts.models import User


@transaction.atomic
def split_matter(matter: Matter, knots: Collection[Knot], name: str, *, by: User) -> Event:
    """Move knots to a new matter.

    Args:
        matter: The one that they belong to.
        knots: Some of its own, not all.
        name: Of the new one.
        by: Who splits it.

    Returns:
        The event; `after["made"]` is the new matter's id.

    Raises:
        PermissionDenied: They may not, or do not see the notes.
        MatterUnusable: The name cannot be used, or none or all of what belongs to the matter is chosen.
    """
    require(by, "matters.split_matter")
    require_seen([knot.meeting for knot in knots], by)
    now, shown = lock_matter(matter), require_name(name)
    own = set(now.knots.filter(state=KnotState.TAKEN).values_list("pk", flat=True))
    chosen = {knot.pk for knot in knots}
    if not chosen or not chosen < own:
        raise MatterUnusable("Välj några av ärendets punkter: minst en ska flytta och minst en vara kvar.")
    made = Matter.objects.create(name=shown, search_text=shown.casefold(), opened_by=by)
    follow_later(now.knots.values_list("meeting", flat=True))
    Knot.objects.filter(pk__in=chosen).update(matter=made)
    return _record(now, made, {"name": shown, "ids": sorted(chosen)}, by=by)


def take_back_split(matter: Matter, event: Event) -> None:
    """Move the knots back, and remove the matter that was made, as long as nothing has happened to it.

    Raises:
        CannotUndo: Something has.
    """
    made = Matter.objects.select_for_update().filter(pk=event.after["made"]).first()
    ids = set(event.after["ids"])
    if made is None or set(made.knots.values_list("pk", flat=True)) != ids or _is_used(made, event):
        raise CannotUndo("Mer har hänt med det nya ärendet: slå ihop de två i stället.")
    moved = Knot.objects.filter(pk__in=ids)
    pairs = list(moved.values_list("item", "statement", "meeting"))
    if any(matter.knots.filter(item=i, statement=s, meeting=m).exists() for i, s, m in pairs):
        raise CannotUndo("En av punkterna hör till båda ärendena nu: slå ihop de två i stället.")
    moved.update(matter=matter)
    follow_later(matter.knots.values_list("meeting", flat=True))
    made.delete()


def _is_used(made: Matter, event: Event) -> bool:
    """Whether something but the split has happened to the matter that it made."""
    later = Event.objects.filter(subject_type="matter", subject_id=made.pk).exclude(batch=event.batch)
    others = [rows for model, _, rows in pointers_to(made) if model != "knot"]
    return later.exists() or any(rows.exists() for rows in others)


def _record(matter: Matter, made: Matter, after: dict[str, object], *, by: User) -> Event:
    batch = uuid4()
    Event.objects.create(
        by=by, what="matter.split_off", subject_type="matter", subject_id=made.pk, batch=batch,
        after={"name": made.name, "split_from": matter.pk},
    )  # fmt: skip
    return Event.objects.create(
        by=by, what="matter.split", subject_type="matter", subject_id=matter.pk, batch=batch,
        after={**after, "made": made.pk},
    )  # fmt: skip

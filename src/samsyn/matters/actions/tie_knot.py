"""Tie something to a matter, and loosen it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.answers import answer_links, open_again
from samsyn.matters.checks import lock_matter, require_seen, require_state
from samsyn.matters.errors import MatterUnusable
from samsyn.matters.handing.later import follow_later
from samsyn.matters.models import Knot, KnotState, LinkState
from samsyn.matters.tying import DECIDED, decide, tie
from samsyn.register.actions.deciding import columns_of, set_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.accounts.models import User
    from samsyn.matters.models import Matter, MatterLink
    from samsyn.matters.places import Place


@transaction.atomic
def tie_knot(matter: Matter, place: Place, *, by: User, links: Sequence[MatterLink] = ()) -> Event:
    """Let an item, a statement or a meeting belong to a matter.

    Args:
        matter: One that is no part of another.
        place: What is to belong to it.
        by: Who says so.
        links: Proposals that are taken by it.

    Raises:
        PermissionDenied: They may not, or do not see the notes.
        MatterUnusable: It belongs there already, or the matter is a part of another.
        ChangedMeanwhile: Somebody has answered a proposal since it was shown.
    """
    require(by, "matters.tie_knot")
    require_seen([place.meeting], by)
    knot, before = tie(lock_matter(matter), place, by=by)
    if before.get("state") == KnotState.TAKEN:
        raise MatterUnusable("Den punkten hör redan till ärendet.")
    taken = answer_links(links, LinkState.TAKEN, by=by)
    after = columns_of(knot, DECIDED) | {"links": taken, "matter": matter.pk}
    return _record(knot, "knot.tied", by=by, before=before, after=after)


@transaction.atomic
def refuse_knot(knot: Knot, *, by: User) -> Event:
    """Say that something does not belong to a matter; it is not proposed for it again.

    Args:
        knot: One that belonged there until now.
        by: Who says so.

    Raises:
        PermissionDenied: They may not, or do not see the notes.
        ChangedMeanwhile: Somebody has answered since it was shown.
    """
    require(by, "matters.tie_knot")
    require_seen([knot.meeting], by)
    lock_matter(knot.matter)
    now = Knot.objects.select_for_update(of=("self",)).select_related("decided_by").get(pk=knot.pk)
    require_state(now, KnotState.TAKEN)
    before = decide(now, KnotState.REFUSED, by=by)
    after = columns_of(now, DECIDED) | {"matter": now.matter_id}
    return _record(now, "knot.refused", by=by, before=before, after=after)


def take_back_tied(knot: Knot, event: Event) -> None:
    """Untie what was tied by hand, and ask the proposals that it answered anew."""
    open_again(event.after.get("links", ()))
    follow_later([knot.meeting_id])
    if event.before:
        set_columns(knot, event.before)
    else:
        knot.delete()


def _record(knot: Knot, what: str, *, by: User, before: dict[str, object], after: dict[str, object]) -> Event:
    return Event.objects.create(
        by=by, what=what, subject_type="knot", subject_id=knot.pk, before=before, after=after
    )

"""Open a matter: give it a name and what belongs to it from the start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.answers import answer_links, open_again
from samsyn.matters.checks import require_name, require_seen
from samsyn.matters.handing.later import follow_later
from samsyn.matters.models import Knot, LinkState, Matter
from samsyn.matters.tying import tie_all
from samsyn.register.actions.pointers import pointers_to
from samsyn.register.errors import CannotUndo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.accounts.models import User
    from samsyn.matters.models import MatterLink
    from samsyn.matters.places import Place


@transaction.atomic
def open_matter(
    name: str,
    places: Sequence[Place] = (),
    *,
    by: User,
    links: Sequence[MatterLink] = (),
    left_out: Sequence[MatterLink] = (),
) -> Event:
    """Open a matter.

    Args:
        name: What it is to be called.
        places: What belongs to it.
        by: Who opens it.
        links: Proposals that are taken by it: both of their items are among the places.
        left_out: Proposals that are refused by it: one of their items was left out.

    Returns:
        The event; its subject is the matter.

    Raises:
        PermissionDenied: They may not, or do not see the notes.
        MatterUnusable: The name cannot be used.
        ChangedMeanwhile: Somebody has answered a proposal since it was shown.
    """
    require(by, "matters.open_matter")
    require_seen([place.meeting for place in places], by)
    shown = require_name(name)
    matter = Matter.objects.create(name=shown, search_text=shown.casefold(), opened_by=by)
    knots = tie_all(matter, places, by=by)
    taken = answer_links(links, LinkState.TAKEN, by=by)
    refused = answer_links(left_out, LinkState.REFUSED, by=by)
    return Event.objects.create(
        by=by,
        what="matter.opened",
        subject_type="matter",
        subject_id=matter.pk,
        after={
            "name": shown,
            "knots": [knot.pk for knot in knots],
            "links": [*taken, *refused],
        },
    )


def take_back_opened(matter: Matter, event: Event) -> None:
    """Remove a matter that nothing has happened to since, and ask the proposals anew.

    Raises:
        CannotUndo: It is in use.
    """
    own = set(event.after["knots"])
    knots = set(matter.knots.values_list("pk", flat=True))
    touched = Event.objects.filter(subject_type="knot", subject_id__in=own).exists()
    others: list[Any] = [rows for model, _, rows in pointers_to(matter) if model != "knot"]
    if knots != own or touched or any(rows.exists() for rows in others):
        raise CannotUndo("Mer har hänt med ärendet sedan dess: avsluta det i stället.")
    open_again(event.after["links"])
    follow_later(matter.knots.values_list("meeting", flat=True))
    Knot.objects.filter(pk__in=own).delete()
    matter.delete()

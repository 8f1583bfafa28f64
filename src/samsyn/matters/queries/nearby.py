"""What may belong to a matter, or be near it, by open proposals between items."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.matters.models import Knot, KnotState, MatterState
from samsyn.matters.places import Place
from samsyn.matters.queries.threads import open_links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.matters.models import Matter, MatterLink
    from samsyn.register.sight import Sight

    Key = tuple[int, int | None]

MOST = 50


@dataclass(slots=True)
class Nearby:
    """An item outside a matter that is proposed to be of it, or near it.

    Attributes:
        links: The proposals, the surest first.
        matter: The matter that it belongs to, if any.
    """

    place: Place
    links: list[MatterLink] = field(default_factory=list)
    matter: Matter | None = None

    @property
    def first(self) -> MatterLink:
        """The surest proposal: the one that is answered."""
        return self.links[0]


def find_nearby(matter: Matter, taken: Sequence[Knot], *, sees: Sight) -> list[Nearby]:
    """Items that are proposed to be of a matter or near it, the surest first; three questions at most.

    Args:
        matter: Which.
        taken: What belongs to it.
        sees: Which unfinished notes somebody sees.
    """
    own = {(knot.meeting_id, knot.item_id) for knot in taken if knot.statement_id is None and not knot.lost}
    if not own:
        return []
    meetings = {meeting for meeting, _ in own}
    rows = open_links(sees).filter(Q(left_meeting__in=meetings) | Q(right_meeting__in=meetings))
    links = rows.select_related("left_meeting", "right_meeting", "left_item", "right_item").prefetch_related(
        "left_meeting__bodies", "right_meeting__bodies"
    )
    refused = Knot.objects.filter(matter=matter, state=KnotState.REFUSED, statement=None)
    passed = set(refused.values_list("meeting", "item"))
    found: dict[Key, Nearby] = {}
    for link in links:
        outer = _outer(link, own)
        if outer is not None and (key := _key(outer)) not in passed and len(found) < MOST:
            found.setdefault(key, Nearby(outer)).links.append(link)
    _find_matters(found)
    return list(found.values())


def _outer(link: MatterLink, own: set[Key]) -> Place | None:
    """The end of a proposal that lies outside; None where both or none do."""
    left, right = Place(link.left_meeting, link.left_item), Place(link.right_meeting, link.right_item)
    inside = [_key(left) in own, _key(right) in own]
    if inside[0] == inside[1]:
        return None
    return right if inside[0] else left


def _find_matters(found: dict[Key, Nearby]) -> None:
    """Fill in which matters the items belong to."""
    if not found:
        return
    knots = Knot.objects.filter(state=KnotState.TAKEN, statement=None, lost=False)
    knots = knots.exclude(matter__state=MatterState.MERGED).select_related("matter").order_by("-pk")
    for knot in knots.filter(meeting__in={meeting for meeting, _ in found}):
        key = (knot.meeting_id, knot.item_id)
        if key in found:
            found[key].matter = knot.matter


def _key(place: Place) -> Key:
    return place.meeting.pk, place.item.pk if place.item else None

"""Which matters a meeting's items belong to, and what they may belong together with."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.matters.models import MatterState
from samsyn.matters.places import Place
from samsyn.matters.queries.sight import visible_knots
from samsyn.matters.queries.threads import open_links

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samsyn.matters.models import Knot, MatterLink
    from samsyn.register.models import Meeting
    from samsyn.register.sight import Sight


@dataclass(slots=True)
class Belonging:
    """What an item has to do with.

    Attributes:
        knots: The item's, or one of its statements', each of a matter.
        link: The surest proposal that nobody has answered, while the item belongs to no matter.
        other: The other end of it.
    """

    knots: list[Knot] = field(default_factory=list)
    link: MatterLink | None = None
    other: Place | None = None


def belongings_of(meeting: Meeting, *, sees: Sight) -> Mapping[int | None, Belonging]:
    """By item, None for the meeting as a whole; two questions to the database and those of what comes along.

    Args:
        meeting: Whose notes somebody sees.
        sees: Which unfinished notes they see.
    """
    found: dict[int | None, Belonging] = defaultdict(Belonging)
    knots = visible_knots(sees).filter(meeting=meeting).exclude(matter__state=MatterState.MERGED)
    for knot in knots.select_related("matter", "statement").order_by("pk"):
        item = knot.statement.item_id if knot.statement is not None else knot.item_id
        found[item].knots.append(knot)
    for link in _links(meeting, sees):
        here, there = Place(link.left_meeting, link.left_item), Place(link.right_meeting, link.right_item)
        if here.meeting.pk != meeting.pk:
            here, there = there, here
        own = found[here.item.pk if here.item else None]
        if not own.knots and own.link is None:
            own.link, own.other = link, there
    return dict(found)


def _links(meeting: Meeting, sees: Sight) -> list[MatterLink]:
    rows = open_links(sees).filter(Q(left_meeting=meeting) | Q(right_meeting=meeting), related=False)
    fetched = rows.select_related("left_meeting", "right_meeting", "left_item", "right_item")
    return list(fetched.prefetch_related("left_meeting__bodies", "right_meeting__bodies"))

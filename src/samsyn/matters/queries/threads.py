"""Proposed threads: items of no matter that are joined by strong proposals, as what may become a matter."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from samsyn.matters.models import Knot, KnotState, LinkState, MatterLink, Strength
from samsyn.matters.places import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from samsyn.register.sight import Sight

    Key = tuple[int, int | None]  # meeting and item

MOST_LINKS = 20_000  # the surest; what is left out comes when some of these are answered


@dataclass(frozen=True, slots=True)
class Thread:
    """Items that may be one matter.

    Attributes:
        places: In the order in which they were up.
        links: The proposals that join them, the surest first.
    """

    places: Sequence[Place]
    links: Sequence[MatterLink]

    @property
    def name(self) -> str:
        """The heading that has most words in common with the others; the later where it is even."""
        headings = [place.heading for place in self.places]
        return max(reversed(headings), key=lambda one: _shared(one, headings), default="")

    @property
    def key(self) -> int:
        """What its form is known by: its surest proposal."""
        return self.links[0].pk


def any_links(sees: Sight) -> QuerySet[MatterLink]:
    """Proposals, answered or not, between notes that somebody sees, the surest first."""
    rows = MatterLink.objects.filter(sees.seen("left_meeting"), sees.seen("right_meeting"))
    return rows.order_by("-score", "pk")


def open_links(sees: Sight) -> QuerySet[MatterLink]:
    """Those that nobody has answered."""
    return any_links(sees).filter(state=LinkState.OPEN)


def proposed_threads(*, sees: Sight, most: int) -> tuple[list[Thread], int]:
    """Threads that may become matters, the surest first.

    Args:
        sees: Which unfinished notes somebody sees.
        most: So many are given.

    Returns:
        The threads, and how many there are in all. Three questions to the database, and those of what
        comes with the links.
    """
    groups = _groups(sees)
    return read_threads(groups[:most]), len(groups)


def read_threads(groups: Sequence[Sequence[int]]) -> list[Thread]:
    """Threads by the ids of their links."""
    wanted = [pk for group in groups for pk in group]
    links = (
        MatterLink.objects.select_related("left_meeting", "right_meeting", "left_item", "right_item")
        .prefetch_related("left_meeting__bodies", "right_meeting__bodies")
        .in_bulk(wanted)
    )
    return [_thread([links[pk] for pk in group]) for group in groups]


def thread_of(link: int, *, sees: Sight) -> Thread | None:
    """The thread that a proposal joins now; None where it is answered or tied already."""
    groups = _groups(sees)
    own = next((group for group in groups if link in group), None)
    return read_threads([own])[0] if own else None


def is_tied(side: str) -> Q:
    """Whether the item of a proposal's left or right side belongs to a matter."""
    tied = Knot.objects.filter(
        state=KnotState.TAKEN, statement=None, lost=False, meeting=OuterRef(f"{side}_meeting")
    )
    by_item = Q(Exists(tied.filter(item=OuterRef(f"{side}_item"))))
    return by_item | Q(Exists(tied.filter(item=None)), **{f"{side}_item": None})


def _groups(sees: Sight) -> list[list[int]]:
    rows = open_links(sees).filter(strength=Strength.STRONG, related=False)
    loose = rows.exclude(is_tied("left")).exclude(is_tied("right"))
    ends = loose.values_list("pk", "left_meeting", "left_item", "right_meeting", "right_item")
    return _join((pk, (lm, li), (rm, ri)) for pk, lm, li, rm, ri in ends[:MOST_LINKS])


def _join(links: Iterable[tuple[int, Key, Key]]) -> list[list[int]]:
    """Ids of links in groups that hang together, in the order of the links."""
    head: dict[Key, Key] = {}

    def find(key: Key) -> Key:
        while head.setdefault(key, key) != key:
            head[key] = key = head[head[key]]
        return key

    rows = list(links)
    for _, left, right in rows:
        head[find(left)] = find(right)
    groups: dict[Key, list[int]] = defaultdict(list)
    for pk, left, _ in rows:
        groups[find(left)].append(pk)
    return list(groups.values())


def _thread(links: Sequence[MatterLink]) -> Thread:
    places = [
        place
        for link in links
        for place in (Place(link.left_meeting, link.left_item), Place(link.right_meeting, link.right_item))
    ]
    return Thread(sorted(dict.fromkeys(places), key=_in_order), links)


def _in_order(place: Place) -> tuple[bool, int, int, int]:
    on = place.meeting.start_on
    position = place.item.position if place.item else 0
    return on is None, on.toordinal() if on else 0, place.meeting.pk, position


def _shared(heading: str, headings: Sequence[str]) -> float:
    own = set(heading.casefold().split())
    if not own:
        return 0
    others = [set(one.casefold().split()) for one in headings]
    return sum(len(own & other) / len(own | other) for other in others)

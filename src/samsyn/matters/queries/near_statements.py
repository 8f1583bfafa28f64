"""The statements that may tell what became of something: those of the same matter, or proposed for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.matters.models import Knot, KnotState, LinkState, Matter, MatterLink, Strength
from samsyn.register.models import AgendaItem, Statement
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

STEPS = 2  # links followed from item to item; further ones lead astray
LEVELS = 2  # of items below the one that is meant
MOST = 400


@dataclass(slots=True)
class Places:
    """Where to look.

    Attributes:
        items: Ids of items; what stands below them counts too.
        meetings: Ids of meetings whose notes have no items.
        statements: Ids of single statements.
    """

    items: set[int] = field(default_factory=set)
    meetings: set[int] = field(default_factory=set)
    statements: set[int] = field(default_factory=set)

    def condition(self) -> Q:
        """What stands there, as a condition on statements; only what is there is asked for."""
        found = Q(item__in=self._with_below())
        if self.meetings:
            found |= Q(item=None, meeting__in=self.meetings)
        return found | Q(pk__in=self.statements) if self.statements else found

    def _with_below(self) -> set[int]:
        """The items, and those below them."""
        found = set(self.items)
        for _level in range(LEVELS):
            found |= set(AgendaItem.objects.filter(parent__in=found).order_by().values_list("pk", flat=True))
        return found


def near_statements(subject: Statement | Matter, *, sees: Sight = FINISHED) -> QuerySet[Statement]:
    """The statements of the same matter, from the decision's own meeting on, oldest first.

    What is surely proposed for it counts too: what is told from it is proposed with its source.
    """
    places = places_of_matters([subject.pk]) if isinstance(subject, Matter) else _places_of(subject)
    rows = Statement.objects.filter(places.condition(), sees.seen(), removed=False)
    if isinstance(subject, Statement) and subject.meeting.start_on:
        rows = rows.filter(meeting__start_on__gte=subject.meeting.start_on)
    rows = rows.select_related("meeting", "item").prefetch_related("meeting__bodies")
    return rows.order_by("meeting__start_on", "meeting_id", "position")[:MOST]


def places_of_matters(matters: Iterable[int]) -> Places:
    """What belongs to some matters."""
    found = Places()
    knots = Knot.objects.filter(state=KnotState.TAKEN, matter__in=list(matters), lost=False)
    for item, meeting, statement in knots.values_list("item", "meeting", "statement"):
        if statement:
            found.statements.add(statement)
        elif item:
            found.items.add(item)
        elif meeting:
            found.meetings.add(meeting)
    return found


def _places_of(said: Statement) -> Places:
    own = _with_parents(said)
    places = Places(items=set(own), meetings=set() if own else {said.meeting_id})
    _add_links(places)
    knots = Knot.objects.filter(
        Q(item__in=places.items, statement=None)
        | Q(statement=said)
        | Q(item=None, statement=None, meeting__in=places.meetings)
    )
    more = places_of_matters(knots.filter(state=KnotState.TAKEN).values_list("matter", flat=True))
    places.items |= more.items
    places.meetings |= more.meetings
    places.statements |= more.statements
    return places


def _with_parents(said: Statement) -> list[int]:
    """The item that a statement stands under, and those above it."""
    found = []
    item = said.item
    while item is not None:
        found.append(item.pk)
        item = item.parent
    return found


def _add_links(places: Places) -> None:
    """Follow what is taken, or surely proposed, to be of one matter, a fixed number of steps."""
    sure = Q(state=LinkState.TAKEN) | Q(state=LinkState.OPEN, strength=Strength.STRONG)
    links = MatterLink.objects.filter(sure, related=False)
    columns = ("left_item", "left_meeting", "right_item", "right_meeting")
    for _step in range(STEPS):
        near = links.filter(
            Q(left_item__in=places.items)
            | Q(right_item__in=places.items)
            | Q(left_item=None, left_meeting__in=places.meetings)
            | Q(right_item=None, right_meeting__in=places.meetings)
        )
        before = len(places.items) + len(places.meetings)
        for left_item, left_meeting, right_item, right_meeting in near.values_list(*columns):
            for item, meeting in ((left_item, left_meeting), (right_item, right_meeting)):
                (places.items if item else places.meetings).add(item or meeting)
        if len(places.items) + len(places.meetings) == before:
            return

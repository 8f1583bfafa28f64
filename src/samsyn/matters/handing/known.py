"""What the rules ask of the same meetings for one hand-over after another: read once while a run lasts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeVar

from samsyn.matters.handing.words import found
from samsyn.matters.models import Knot, KnotState, LinkState, MatterLink
from samsyn.register.models import Meeting, Reference, Statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet

    from samsyn.matters.models import HandOver

T = TypeVar("T")
Place = tuple[int | None, str]  # an item's id, and words in it
MOST = 2_000  # answers that are kept: those about some hundred meetings


class Known:
    """What has been read of meetings; notes, links and knots do not change while it is in use."""

    def __init__(self) -> None:
        """Nothing has been read."""
        self._kept: dict[tuple[object, ...], Any] = {}

    def receiving(self, hand_over: HandOver, rows: QuerySet[Meeting], most: int) -> list[Meeting]:
        """The first meetings of `rows`, those that may take up a hand-over, with bodies and items."""
        bodies = tuple(row.body_id for row in hand_over.recipients.all())
        key = ("receiving", hand_over.meeting_id, hand_over.organisation_id, bodies)
        return self._meetings(rows, self._once(key, lambda: list(rows.values_list("pk", flat=True)[:most])))

    def _meetings(self, rows: QuerySet[Meeting], ids: list[int]) -> list[Meeting]:
        read = {pk: row for pk in ids if (row := self._kept.get(("meeting", pk))) is not None}
        unknown = [pk for pk in ids if pk not in read]
        for row in rows.filter(pk__in=unknown) if unknown else ():
            read[row.pk] = self._keep(("meeting", row.pk), row)
        return [read[pk] for pk in ids]

    def linked(self, meeting: int) -> frozenset[int]:
        """Ids of the meetings that any of a meeting's items is linked with."""
        return self._once(("linked", meeting), lambda: _linked(meeting))

    def tied(self, meeting: int) -> frozenset[int]:
        """Ids of the meetings at which a matter was up that people say was up at a meeting."""
        return self._once(("tied", meeting), lambda: _tied(meeting))

    def pointing(self, meeting: int) -> dict[int, list[Place]]:
        """Where a meeting's notes point to another meeting, and in what words, by that meeting's id."""
        return self._once(("pointing", meeting), lambda: _pointing(meeting))

    def coming_from(self, meeting: int) -> list[Place]:
        """What a meeting's notes say of where a question comes from."""
        return self._once(("coming from", meeting), lambda: _coming_from(meeting))

    def _once(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        known: T = self._kept[key] if key in self._kept else self._keep(key, make())
        return known

    def _keep(self, key: tuple[object, ...], value: T) -> T:
        if len(self._kept) >= MOST:
            self._kept.clear()
        self._kept[key] = value
        return value


def _linked(meeting: int) -> frozenset[int]:
    links = MatterLink.objects.filter(related=False).exclude(state__in=(LinkState.REFUSED, LinkState.RELATED))
    forward = links.filter(left_meeting=meeting).order_by().values_list("right_meeting", flat=True)
    back = links.filter(right_meeting=meeting).order_by().values_list("left_meeting", flat=True)
    return frozenset((*forward, *back))


def _tied(meeting: int) -> frozenset[int]:
    knots = Knot.objects.filter(state=KnotState.TAKEN, lost=False).order_by()
    same = knots.filter(matter__in=knots.filter(meeting=meeting).values("matter"))
    return frozenset(same.values_list("meeting", flat=True))


def _pointing(meeting: int) -> dict[int, list[Place]]:
    rows = Reference.objects.filter(meeting=meeting, removed=False, statement__removed=False)
    places: dict[int, list[Place]] = defaultdict(list)
    for target, item, words in rows.exclude(target_meeting=None).values_list(
        "target_meeting", "statement__item", "words"
    ):
        places[target].append((item, words))
    return dict(places)


def _coming_from(meeting: int) -> list[Place]:
    said = Statement.objects.filter(meeting=meeting, removed=False, merged_into=None)
    rows = said.values_list("item_id", "text")
    return [(item, text) for item, text in rows if found("came_from", "rows", text.lower())]

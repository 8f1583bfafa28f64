"""Questions to the log: which events, newest first, paged by where the last page ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.utils.timezone import make_aware

from samsyn.history.models import Event

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from samsyn.history.models import EventQuerySet


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events; a field left out does not narrow them.

    Attributes:
        by: Id of the user who made the change.
        by_machine: Only what the machine did by itself.
        what: The event's name.
        start: First day, in local time.
        end: First day after.
    """

    by: int | None = None
    by_machine: bool = False
    what: str = ""
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class EventPage:
    """Some events, newest first, and the id to go on after; None where there are no more."""

    events: Sequence[Event]
    goes_on_after: int | None


def find_events(wanted: EventFilter) -> EventQuerySet:
    """The events of a filter."""
    condition = Q()
    if wanted.by is not None:
        condition &= Q(by=wanted.by)
    if wanted.by_machine:
        condition &= Q(by=None)
    if wanted.what:
        condition &= Q(what=wanted.what)
    if wanted.start:
        condition &= Q(at__gte=_midnight(wanted.start))
    if wanted.end:
        condition &= Q(at__lt=_midnight(wanted.end))
    return Event.objects.filter(condition)


def events_about(subjects: Mapping[str, Collection[int]]) -> EventQuerySet:
    """The events about some things, given as ids by model name in lower case."""
    condition = Q(pk__in=())
    for subject_type, ids in subjects.items():
        if ids:
            condition |= Q(subject_type=subject_type, subject_id__in=ids)
    return Event.objects.filter(condition)


def page_of(rows: EventQuerySet, *, after: int | None = None, size: int) -> EventPage:
    """The newest events, or those that come after one of them; the same time for page 1 and page 1 000.

    Args:
        rows: As `find_events` and `events_about` give them.
        after: `goes_on_after` of the page before; an id that is unknown begins from the newest.
        size: How many.
    """
    last = Event.objects.filter(pk=after).only("at").first() if after is not None else None
    if last is not None:
        # As a bound and an exception: "or" would keep the databases from using the index.
        rows = rows.filter(at__lte=last.at).exclude(at=last.at, pk__gte=last.pk)
    events = list(rows.select_related("by").order_by("-at", "-pk")[: size + 1])
    return EventPage(events[:size], events[size - 1].pk if len(events) > size else None)


def count_up_to(rows: EventQuerySet, most: int) -> int:
    """How many events there are; `most` + 1 where there are more."""
    return rows.order_by()[: most + 1].count()


def kinds_of(rows: EventQuerySet) -> dict[str, int]:
    """How many events there are of each name."""
    counted = rows.order_by().values("what").annotate(n=Count("pk"))
    return {row["what"]: row["n"] for row in counted}


def _midnight(on: date) -> datetime:
    return make_aware(datetime.combine(on, time.min))

"""What has happened lately to the notes, told by kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Max

from samsyn.history.models import Event
from samsyn.register.models import Meeting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from django.db.models import QuerySet

    from samsyn.register.sight import Sight

KINDS = ("notes.finalised", "notes.corrected", "notes.published", "meeting.imported", "meeting.revised")
NAMED = 3
_MEETINGS = Count("subject_id", distinct=True)


@dataclass(frozen=True, slots=True)
class News:
    """One kind of thing that has happened.

    Attributes:
        what: The kind of event.
        count: To how many meetings' notes.
        meetings: Those it happened to last, at most three.
    """

    what: str
    count: int
    meetings: Sequence[Meeting]


def see_news(*, since: datetime, sees: Sight) -> list[News]:
    """What has happened to notes since a moment, what has gone furthest first.

    Args:
        since: From when.
        sees: Which unfinished notes somebody sees; of the others nothing is told.

    Returns:
        A row for each kind that there is something of. The number of questions to the database does not
        grow with what has happened.
    """
    seen = Meeting.objects.filter(sees.seen("pk")).order_by().values("pk")
    events = Event.objects.filter(
        what__in=KINDS, at__gte=since, subject_type="meeting", subject_id__in=seen
    ).order_by()
    counts = {row["what"]: row["n"] for row in events.values("what").annotate(n=_MEETINGS)}
    last = {kind: _last(events.filter(what=kind)) for kind in KINDS if kind in counts}
    found = Meeting.objects.prefetch_related("bodies").in_bulk(
        {pk for several in last.values() for pk in several}
    )
    return [News(kind, counts[kind], [found[pk] for pk in several]) for kind, several in last.items()]


def _last(events: QuerySet[Event]) -> list[int]:
    rows = events.values("subject_id").annotate(last=Max("id")).order_by("-last")
    return [row["subject_id"] for row in rows[:NAMED]]

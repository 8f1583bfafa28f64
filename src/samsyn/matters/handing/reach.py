"""Which waiting hand-overs new notes can still decide: not those that have waited through meetings enough."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Max, Min

from samsyn.matters.models import HandOverBody
from samsyn.register.models import Meeting, MeetingState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from django.db.models import QuerySet

    from samsyn.matters.handing.county import County
    from samsyn.matters.models import HandOver


def within_reach(
    waiting: QuerySet[HandOver], meetings: Sequence[int], county: County, most: int
) -> list[int]:
    """Ids of the hand-overs that the notes of some meetings may still decide; a question per receiver.

    Args:
        waiting: Hand-overs to bodies that nobody is known to have taken up.
        meetings: Ids.
        county: Who there is.
        most: How many meetings after a hand-over are looked through.
    """
    days = Meeting.objects.filter(pk__in=meetings).aggregate(first=Min("start_on"), last=Max("start_on"))
    earliest, latest = days["first"], days["last"]
    cuts: dict[tuple[int, ...], date | None] = {}
    near = []
    for pk, (sent_on, bodies) in _by_hand_over(waiting).items():
        if bodies not in cuts:
            cuts[bodies] = _cut(bodies, earliest, county, most + len(meetings)) if earliest else None
        cut = cuts[bodies]
        if sent_on is None or latest is None or (cut or sent_on) <= sent_on < latest:
            near.append(pk)
    return near


def _by_hand_over(rows: QuerySet[HandOver]) -> dict[int, tuple[date | None, tuple[int, ...]]]:
    """When each was sent, and to which bodies."""
    bodies: dict[int, set[int]] = defaultdict(set)
    sent: dict[int, date | None] = {}
    ids = rows.order_by().values("pk")
    of = HandOverBody.objects.filter(hand_over__in=ids).order_by()
    for pk, day, body in of.values_list("hand_over", "hand_over__meeting__start_on", "body"):
        bodies[pk].add(body)
        sent[pk] = day
    return {pk: (sent[pk], tuple(sorted(some))) for pk, some in bodies.items()}


def _cut(bodies: Iterable[int], before: date, county: County, most: int) -> date | None:
    """The day from which bodies have met so many times before a day; None where they have not."""
    rows = Meeting.objects.filter(start_on__lt=before).exclude(state=MeetingState.PLANNED)
    for body in bodies:
        rows = rows.filter(bodies__in=county.same(body))
    days = rows.distinct().order_by("-start_on", "-pk").values_list("start_on", flat=True)
    return next(iter(days[most - 1 : most]), None)

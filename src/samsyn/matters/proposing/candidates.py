"""Which meetings may have something to do with a meeting: few enough to be compared with item by item."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.matters.proposing.counting import read_spans
from samsyn.register.models import IndexedMeeting, Meeting, Reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.matters.linking.profiles import Profile
    from samsyn.matters.proposing.counting import Counted

RAREST = 12  # words of a topic that meetings are looked for by
OFTEN = 2_000  # texts; a word in more of them leads nowhere
OF_EACH = 10  # meetings for each topic
LATEST = 4  # meetings of each body
MOST = 80


def candidates(meeting: Meeting, profiles: Sequence[Profile], counted: Counted) -> list[int]:
    """Ids of meetings with notes that are worth comparing.

    Those that either points to, the latest of the same bodies, those whose texts hold the rarest words of a
    topic, and those that the index has not taken in yet.
    """
    found = dict.fromkeys([*_pointed(meeting), *_neighbours(meeting)])
    spans = read_spans()
    firsts, ids = [first for first, _ in spans], [pk for _, pk in spans]
    for one in profiles:
        found |= dict.fromkeys(_by_words(one, counted, firsts, ids))
    found |= dict.fromkeys(IndexedMeeting.objects.filter(first=None).values_list("meeting_id", flat=True))
    found.pop(meeting.pk, None)
    return list(found)[:MOST]


def _pointed(meeting: Meeting) -> Iterable[int]:
    either = Q(meeting=meeting, target_meeting__isnull=False) | Q(target_meeting=meeting)
    for pair in Reference.objects.filter(either, removed=False).values_list(
        "meeting_id", "target_meeting_id"
    ):
        yield from (pk for pk in pair if pk is not None)


def _neighbours(meeting: Meeting) -> Iterable[int]:
    """The meetings of the same bodies that were held last before it, and first after."""
    for body in meeting.bodies.all():
        held = body.meetings.exclude(pk=meeting.pk).filter(versions__isnull=False).distinct()
        if meeting.start_on is None:
            yield from held.order_by("-start_on", "-pk").values_list("pk", flat=True)[:LATEST]
            continue
        before = held.filter(start_on__lte=meeting.start_on).order_by("-start_on", "-pk")
        after = held.filter(start_on__gt=meeting.start_on).order_by("start_on", "pk")
        for some in (before, after):
            yield from some.values_list("pk", flat=True)[:LATEST]


def _by_words(one: Profile, counted: Counted, firsts: Sequence[int], ids: Sequence[int]) -> list[int]:
    """The meetings whose texts hold most of a topic's rarest words, weighed by how rare they are."""
    scores: dict[int, float] = defaultdict(float)
    rare = [root for root in one.weights if 0 < len(counted.numbers.get(root, ())) <= OFTEN]
    rare.sort(key=lambda root: (root not in one.heading, len(counted.numbers[root]), root))
    for root in rare[:RAREST]:
        told = one.told[root] * (2 if root in one.heading else 1)
        held = {bisect_right(firsts, number) - 1 for number in counted.numbers[root]}
        for at in held:
            if at >= 0:
                scores[ids[at]] += told
    return nlargest(OF_EACH, scores, key=lambda pk: (scores[pk], pk))

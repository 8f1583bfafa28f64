"""Compare a meeting's items with those of others, and keep what may belong together as proposals."""

from __future__ import annotations

from heapq import nlargest
from itertools import combinations
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from samsyn.history.models import Event
from samsyn.matters.handing.keeping import catch_up_hand_overs
from samsyn.matters.handing.later import follow_later
from samsyn.matters.handing.marking import mark_unfollowed
from samsyn.matters.linking.bridging import compare_with_all
from samsyn.matters.linking.frequencies import Frequencies
from samsyn.matters.linking.naming import names
from samsyn.matters.linking.profiles import profile
from samsyn.matters.linking.reasons import Reason, is_strong, reasons_of
from samsyn.matters.linking.scoring import fingerprint, fitted
from samsyn.matters.linking.terms import TermList
from samsyn.matters.models import LinkState, MatterLink, ProposedMeeting, Strength
from samsyn.matters.proposing.candidates import candidates
from samsyn.matters.proposing.counting import count
from samsyn.matters.proposing.topics import read_topics
from samsyn.matters.queries.terms import term_groups
from samsyn.register.models import IndexedMeeting, Meeting, SourceVersion
from samsyn.register.search.words import roots_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samsyn.matters.linking.scoring import Compared
    from samsyn.matters.linking.topics import Topic
    from samsyn.matters.proposing.counting import Counted

AT_ONCE = 50
FEW = 5  # as many as somebody can wait for
OF_EACH = 12  # links of one topic, the surest
Ends = tuple[int, int | None, int, int | None]


def waiting(*, at_most: int | None = None) -> list[int]:
    """Ids of meetings whose notes have come or changed since links were proposed for them, oldest first."""
    known = dict(ProposedMeeting.objects.values_list("meeting_id", "stamp"))
    rows = SourceVersion.objects.filter(is_current=True).order_by("meeting__start_on", "meeting_id")
    stamps = rows.values_list("meeting_id", "pk", "reader_version")
    found = [meeting for meeting, pk, reader in stamps if known.get(meeting) != _stamp(pk, reader)]
    return found if at_most is None else found[:at_most]


def catch_up(*, at_most: int = AT_ONCE) -> int:
    """Propose links for meetings that wait for it, and read what was left unread; how many are left."""
    catch_up_hand_overs(at_most=at_most)
    left = waiting()
    for meeting in left[:at_most]:
        propose_links(meeting)
    follow_later(left[:at_most])
    return max(0, len(left) - at_most)


@transaction.atomic
def propose_links(meeting_id: int) -> list[MatterLink]:
    """Compare a meeting's items with those of other meetings, and keep what may belong together.

    Proposals that nobody has decided about are made anew; what a person has said stands and is not asked
    again.

    Args:
        meeting_id: Of a meeting with notes.

    Returns:
        The open proposals, the surest first.
    """
    meeting = Meeting.objects.get(pk=meeting_id)
    own = read_topics([meeting_id])[meeting_id]
    links = sorted(_links(meeting, own), key=lambda link: (-link.score, link.left_heading))
    touching = Q(left_meeting=meeting) | Q(right_meeting=meeting)
    MatterLink.objects.filter(touching, state=LinkState.OPEN).delete()
    decided = {_ends(link) for link in MatterLink.objects.filter(touching)}
    made = MatterLink.objects.bulk_create([link for link in links if _ends(link) not in decided])
    version = SourceVersion.objects.filter(meeting=meeting, is_current=True).first()
    stamp = _stamp(version.pk, version.reader_version) if version else ""
    ProposedMeeting.objects.update_or_create(meeting=meeting, defaults={"stamp": stamp})
    mark_unfollowed([meeting_id])
    Event.objects.create(
        what="links.proposed", subject_type="meeting", subject_id=meeting_id, after={"n_links": len(made)}
    )
    return made


def _stamp(version: int, reader: str) -> str:
    return f"{version}:{reader}:{fingerprint()}"


def _links(meeting: Meeting, own: Sequence[Topic]) -> Iterator[MatterLink]:
    if not own:
        return
    terms = TermList(term_groups())
    known = count(_roots(own))
    n_meetings = IndexedMeeting.objects.count()
    first = Frequencies(known.counts(), n_meetings)
    near = candidates(meeting, [profile(topic, first, terms) for topic in own], known)
    others = read_topics(near)
    frequencies = _frequencies(known, [topic for some in others.values() for topic in some], n_meetings)
    profiles = [profile(topic, frequencies, terms) for topic in own]
    beside = [[profile(topic, frequencies, terms) for topic in some] for some in others.values()]
    found = compare_with_all(profiles, beside)
    rows = [row for row in found if row.probability >= fitted().possible]
    for one in profiles:
        yield from map(_link, nlargest(OF_EACH, (row for row in rows if row.one is one), key=_surety))
    yield from _neighbours(own)


def _surety(row: Compared) -> float:
    return row.probability


def _roots(topics: Iterable[Topic]) -> set[str]:
    return {root for topic in topics for root in roots_of(words_of(f"{topic.heading}\n{topic.text}"))}


def _frequencies(known: Counted, others: Sequence[Topic], n_meetings: int) -> Frequencies:
    """Of all words of the topics that are compared."""
    new = count(_roots(others) - known.numbers.keys())
    return Frequencies(known.counts() | new.counts(), n_meetings)


def _link(row: Compared) -> MatterLink:
    left, right = sorted((row.one.topic, row.other.topic), key=_order)
    link = _between(left, right)
    link.strength = Strength.STRONG if is_strong(row) else Strength.POSSIBLE
    link.score, link.reasons = round(row.probability, 3), list(reasons_of(row))
    return link


def _neighbours(own: Sequence[Topic]) -> Iterator[MatterLink]:
    """Items of the meeting itself of which one speaks of another."""
    for one, other in combinations(own, 2):
        named = other if names(one, other) else one if names(other, one) else None
        if named is not None:
            link = _between(one, other)
            link.related, link.reasons = True, [Reason(code="named", words=[named.heading])]
            yield link


def _between(left: Topic, right: Topic) -> MatterLink:
    """A link as weak as one can be, without reasons."""
    return MatterLink(
        left_meeting_id=int(left.meeting.key),
        left_item_id=left.key,
        right_meeting_id=int(right.meeting.key),
        right_item_id=right.key,
        left_heading=left.heading,
        right_heading=right.heading,
        strength=Strength.POSSIBLE,
        score=fitted().possible,
    )


def _order(topic: Topic) -> tuple[bool, str, str]:
    day = topic.meeting.day
    return day is None, day.isoformat() if day else "", str(topic.meeting.key)


def _ends(link: MatterLink) -> Ends:
    return link.left_meeting_id, link.left_item_id, link.right_meeting_id, link.right_item_id

"""The register's meetings as topics to be compared."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from samsyn.matters.linking.topics import Heading, Pointer, Topic, topics_of
from samsyn.matters.linking.topics import Meeting as Held
from samsyn.minutes import Target
from samsyn.register.models import AgendaItem, Attendance, Meeting, Reference, SourceVersion
from samsyn.register.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_topics(meetings: Iterable[int]) -> dict[int, list[Topic]]:
    """The topics of some meetings by meeting; in a fixed number of questions.

    Args:
        meetings: Ids.
    """
    wanted = list(meetings)
    texts = dict(
        SourceVersion.objects.filter(meeting__in=wanted, is_current=True).values_list("meeting_id", "text")
    )
    headings = _headings(wanted)
    pointers = _pointers(wanted)
    return {
        pk: topics_of(meeting, headings[pk], texts.get(pk, ""), pointers[pk])
        for pk, meeting in _meetings(wanted)
    }


def _meetings(wanted: list[int]) -> Iterable[tuple[int, Held]]:
    hidden: dict[int, set[str]] = defaultdict(set)
    for meeting, name in Attendance.objects.filter(meeting__in=wanted).values_list("meeting_id", "name"):
        hidden[meeting].update(words_of(name))
    for row in Meeting.objects.filter(pk__in=wanted).prefetch_related("bodies"):
        bodies = tuple(body.name for body in row.named_bodies)
        yield row.pk, Held(row.pk, row.start_on, bodies, frozenset(hidden[row.pk]))


def _headings(wanted: list[int]) -> dict[int, list[Heading]]:
    """The items in order; a parent is told by its place among them."""
    found: dict[int, list[Heading]] = defaultdict(list)
    places: dict[int, int] = {}
    rows = AgendaItem.objects.filter(meeting__in=wanted).order_by("meeting", "position", "pk")
    for row in rows:
        above = places.get(row.parent_id) if row.parent_id else None
        places[row.pk] = len(found[row.meeting_id])
        found[row.meeting_id].append(Heading(row.pk, row.heading, row.number, above, row.start, row.end))
    return found


def _pointers(wanted: list[int]) -> dict[int, list[Pointer]]:
    found: dict[int, list[Pointer]] = defaultdict(list)
    rows = Reference.objects.filter(meeting__in=wanted, removed=False).exclude(target=Target.DOCUMENT)
    for row in rows.order_by("pk"):
        found[row.meeting_id].append(
            Pointer(row.words, row.start_on, tuple(row.names), row.target_meeting_id, row.start or 0)
        )
    return found

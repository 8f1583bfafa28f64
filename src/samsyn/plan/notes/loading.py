"""Notes out of the register, as they are read for plans."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.plan.reading.records import Notes, Said, Section
from samsyn.register.models import AgendaItem, Meeting, MeetingState, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.register.sight import Sight

MOST = 300  # meetings, the newest, that a plan is looked for in
IN_HEADINGS = ("plan", "implementering", "införande", "genomförande")
IN_WORDS = ("steg ", "stegen", "milstolp")


def meetings_about_plans(sees: Sight) -> list[int]:
    """Ids of meetings whose notes may speak of a plan: its words stand in headings, or steps are named."""
    headings = [Q(heading__icontains=word) for word in IN_HEADINGS]
    words = [Q(search_text__contains=word) for word in IN_WORDS]
    items = AgendaItem.objects.filter(_any(headings)).order_by().values("meeting")
    said = Statement.objects.filter(_any(words), removed=False).order_by().values("meeting")
    rows = Meeting.objects.filter(sees.seen("pk"), Q(pk__in=items) | Q(pk__in=said), state=MeetingState.HELD)
    return list(rows.order_by("-start_on", "-pk").values_list("pk", flat=True)[:MOST])


def _any(conditions: Iterable[Q]) -> Q:
    whole = Q()
    for one in conditions:
        whole |= one
    return whole


def load_notes(meetings: Sequence[int]) -> list[Notes]:
    """The notes of some meetings, in order of time; three questions.

    Args:
        meetings: Ids; one without statements gives notes without sections.
    """
    rows = Meeting.objects.filter(pk__in=meetings).order_by("start_on", "pk")
    days = dict(rows.values_list("pk", "start_on"))
    items: dict[int, list[AgendaItem]] = defaultdict(list)
    for item in AgendaItem.objects.filter(meeting__in=meetings).order_by("position", "pk"):
        items[item.meeting_id].append(item)
    said: dict[int, dict[int | None, list[Said]]] = defaultdict(lambda: defaultdict(list))
    lines = Statement.objects.filter(meeting__in=meetings, removed=False, merged_into=None)
    rows_said = lines.order_by("position", "pk").values_list("pk", "meeting", "item", "kind", "text")
    for pk, meeting, below, kind, text in rows_said:
        said[meeting][below].append(Said(pk, text, kind))
    return [Notes(pk, _sections(items[pk], said[pk]), day) for pk, day in days.items()]


def _sections(items: Sequence[AgendaItem], said: dict[int | None, list[Said]]) -> tuple[Section, ...]:
    at = {item.pk: position for position, item in enumerate(items)}
    found = [
        Section(item.pk, item.heading, tuple(said[item.pk]), at.get(item.parent_id or 0)) for item in items
    ]
    if said[None]:
        found.append(Section(None, "", tuple(said[None])))
    return tuple(found)

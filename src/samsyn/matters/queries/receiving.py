"""At which meeting, and under which item, a hand-over may have been taken up: for a person to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Prefetch, Q

from samsyn.register.models import AgendaItem, Meeting, MeetingState, SourceVersion
from samsyn.register.sight import UNFINISHED

if TYPE_CHECKING:
    from samsyn.matters.models import HandOver
    from samsyn.register.sight import Sight

MOST = 12  # meetings


def meetings_to_choose(hand_over: HandOver, *, sees: Sight) -> list[Meeting]:
    """The meetings with finished notes after it, those of its receivers first; each with its items."""
    items = Prefetch("items", AgendaItem.objects.filter(parent=None).order_by("position"))
    kept = SourceVersion.objects.filter(meeting=OuterRef("pk"), is_current=True)
    rows = Meeting.objects.filter(sees.seen("pk"), Exists(kept), state=MeetingState.HELD)
    rows = rows.exclude(notes_state__in=UNFINISHED).exclude(pk=hand_over.meeting_id)
    if hand_over.meeting.start_on:
        rows = rows.filter(Q(start_on__gt=hand_over.meeting.start_on))
    rows = rows.prefetch_related("bodies", items).order_by("start_on", "pk")
    bodies = [row.body_id for row in hand_over.recipients.all()]
    own = list(rows.filter(bodies__in=bodies).distinct()[:MOST]) if bodies else []
    known = {meeting.pk for meeting in own}
    others = rows.exclude(pk__in=known)[: MOST - len(own)] if len(own) < MOST else ()
    return [*own, *others]

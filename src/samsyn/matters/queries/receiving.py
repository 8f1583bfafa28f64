"""At which meeting a hand-over may have been taken up, for a person to choose, and at which it can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Prefetch, Q

from samsyn.matters.queries.hand_overs import OPEN, to_take_up
from samsyn.register.models import AgendaItem, Meeting, MeetingState, SourceVersion
from samsyn.register.queries.attention import coming_meetings
from samsyn.register.sight import UNFINISHED

if TYPE_CHECKING:
    from datetime import date

    from samsyn.matters.models import HandOver
    from samsyn.register.sight import Sight

MOST = 12  # meetings
NEXT = 3  # coming meetings that are looked at


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


def next_to_take_up(hand_over: HandOver, *, on: date, sees: Sight) -> Meeting | None:
    """The first coming meeting that has it to take up; None where none has, or it is taken up already."""
    if hand_over.state not in OPEN or hand_over.is_recurring:
        return None
    bodies = [row.body_id for row in hand_over.recipients.all()]
    ahead = coming_meetings(on=on).filter(sees.seen("pk"), bodies__in=bodies).distinct()[:NEXT]
    waits = (one for one in ahead if to_take_up(one, sees=sees).filter(pk=hand_over.pk).exists())
    return next(waits, None)

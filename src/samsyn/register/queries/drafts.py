"""Questions about notes that are being written, and what they can be begun from."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Body, BodyTemplate, Meeting, MeetingState, NotesDraft, NotesState
from samsyn.register.models.states import LOCKED
from samsyn.register.roles import bodies_written

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from samsyn.accounts.models import User

BACK, AHEAD, MOST = timedelta(days=14), timedelta(days=60), 12


def bodies_to_write_for(user: User) -> QuerySet[Body]:
    """The bodies whose notes somebody writes."""
    own = bodies_written(user)
    return alphabetical(Body.objects.all() if own is None else Body.objects.filter(pk__in=own))


def drafts_of(user: User, *, discarded: bool = False) -> QuerySet[NotesDraft]:
    """What is being written for the bodies that somebody writes for, without what is finished.

    Args:
        user: Who writes.
        discarded: Those that were taken away, instead of the others.
    """
    own = bodies_written(user)
    found = NotesDraft.objects.select_related("body", "saved_by")
    found = found.exclude(meeting__notes_state__in=LOCKED).filter(discarded_at__isnull=not discarded)
    if own is not None:
        found = (found.filter(body__in=own) | found.filter(meeting__bodies__in=own)).distinct()
    return found


def meetings_to_write(user: User, *, on: date) -> list[Meeting]:
    """Meetings without notes, just held or soon to come, of the bodies that somebody writes for."""
    own = bodies_written(user)
    begun = NotesDraft.objects.filter(discarded_at=None, meeting__isnull=False)
    known = Meeting.objects.exclude(pk__in=begun.values("meeting")).filter(
        state__in=(MeetingState.PLANNED, MeetingState.REFERENCED), notes_state=NotesState.NONE,
        start_on__gte=on - BACK, start_on__lt=on + AHEAD, bodies__isnull=False,
    )  # fmt: skip
    if own is not None:
        known = known.filter(bodies__in=own)
    return list(known.distinct().order_by("start_on", "pk").prefetch_related("bodies")[:MOST])


def find_awaited(body: Body, on: date) -> Meeting | None:
    """The meeting of a body on a day that there are no notes of yet."""
    known = Meeting.objects.filter(bodies=body, start_on=on, notes_state=NotesState.NONE)
    return known.order_by("pk").first()


def draft_of(meeting: Meeting) -> NotesDraft | None:
    """What is being written of a meeting."""
    return NotesDraft.objects.filter(meeting=meeting, discarded_at=None).defer("content").first()


def template_of(body: Body) -> BodyTemplate | None:
    """The body's own Word template; None where it has the one that comes with Samsyn."""
    return BodyTemplate.objects.filter(body=body).order_by("at", "id").last()

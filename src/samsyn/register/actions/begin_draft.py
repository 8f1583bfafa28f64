"""Begin to write the notes of a meeting here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.reading import find_identity_numbers
from samsyn.register.errors import DraftUnusable
from samsyn.register.models import Body, Meeting, NotesDraft, NotesState
from samsyn.register.queries.drafts import find_awaited
from samsyn.register.writing.beginning import first_content
from samsyn.register.writing.content import content_from_json, content_to_json, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.register.writing.beginning import Point


def begin_draft(body: Body, *, on: date | None, agenda: Sequence[str | Point], by: User) -> NotesDraft:
    """Begin the notes of a meeting that the register need not know.

    One that is planned on the day, of the same body and without notes, is meant.

    Args:
        body: Whose meeting it is.
        on: The meeting's day.
        agenda: Headings, or points of which more is known; maybe none.
        by: Who writes.

    Raises:
        PermissionDenied: They may not write for the body.
        DraftUnusable: An identity number stands in the agenda, or it is too long.
    """
    require(by, "register.write_draft", body)
    meeting = find_awaited(body, on) if on else None
    if meeting is not None:
        return begin_draft_of(meeting, agenda=agenda, by=by)
    return _begin([body], None, on=on, agenda=agenda, by=by)


@transaction.atomic
def begin_draft_of(meeting: Meeting, *, agenda: Sequence[str | Point], by: User) -> NotesDraft:
    """Begin the notes of a meeting that the register knows, or go on with those that are begun.

    Raises:
        PermissionDenied: They may not write for the body.
        DraftUnusable: The meeting has notes already, or the agenda cannot be used.
    """
    require(by, "register.write_draft", meeting)
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    begun = NotesDraft.objects.filter(meeting=meeting, discarded_at=None).first()
    if begun is not None:
        return begun
    bodies = meeting.named_bodies
    if meeting.notes_state != NotesState.NONE or not bodies:
        raise DraftUnusable("Mötet har redan anteckningar: öppna dem i stället.")
    return _begin(bodies, meeting, on=meeting.start_on, agenda=agenda, by=by)


@transaction.atomic
def _begin(
    bodies: list[Body], meeting: Meeting | None, *, on: date | None, agenda: Sequence[str | Point], by: User
) -> NotesDraft:
    first = first_content(bodies, on=on, meeting=meeting, agenda=agenda)
    if find_identity_numbers("\n".join(words_of(replace(first, people=())).values())):
        raise DraftUnusable("Dagordningen innehåller något som ser ut som ett personnummer: ta bort det.")
    content = content_to_json(first)
    draft = NotesDraft.objects.create(
        body=bodies[0],
        meeting=meeting,
        content=content_to_json(content_from_json(content)),
        begun_by=by,
        saved_by=by,
    )
    Event.objects.create(
        by=by, what="draft.begun", subject_type="notesdraft", subject_id=draft.pk,
        after={"body": draft.body_id, "meeting": draft.meeting_id, "day": content["day"]},
    )  # fmt: skip
    return draft

"""Publish finished notes on an open page, and take them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.reading import find_identity_numbers
from samsyn.register.actions.finalise_notes import lock_version
from samsyn.register.errors import NotesNotReady
from samsyn.register.models import Meeting, NotesState, Publication
from samsyn.register.models.publications import new_code

if TYPE_CHECKING:
    from samsyn.accounts.models import User

PUBLISHABLE = (NotesState.FINALISED, NotesState.FINALISED_ELSEWHERE)


@transaction.atomic
def publish_notes(meeting: Meeting, *, seen: int, by: User) -> Publication:
    """Let all read the notes, without contact data and what is protected, at an address of their own.

    Args:
        meeting: Whose notes.
        seen: Number of the version that the person has looked at.
        by: Who publishes.

    Raises:
        PermissionDenied: They may not.
        ChangedMeanwhile: Somebody else has corrected the notes since.
        NotesNotReady: They are not finished, or published already.
    """
    require(by, "register.publish_notes", meeting)
    version = lock_version(meeting, seen=seen)
    was = Meeting.objects.get(pk=meeting.pk).notes_state
    if was == NotesState.PUBLISHED:
        raise NotesNotReady("Anteckningarna är redan publicerade: ladda om sidan.")
    if was not in PUBLISHABLE:
        raise NotesNotReady("Anteckningarna måste färdigställas innan de publiceras.")
    Meeting.objects.filter(pk=meeting.pk).update(notes_state=NotesState.PUBLISHED)
    open_now = {"at": timezone.now(), "by": by, "withdrawn_at": None, "withdrawn_by": None, "reason": ""}
    found, _ = Publication.objects.update_or_create(
        meeting=meeting, defaults=open_now, create_defaults={**open_now, "code": new_code()}
    )
    Event.objects.create(
        by=by, what="notes.published", subject_type="meeting", subject_id=meeting.pk,
        before={"notes_state": was},
        after={"notes_state": str(NotesState.PUBLISHED), "version": version.number},
    )  # fmt: skip
    return found


@transaction.atomic
def withdraw_notes(meeting: Meeting, *, reason: str, by: User) -> None:
    """Close the open page; whoever comes there is told so.

    Raises:
        PermissionDenied: They may not.
        NotesNotReady: The notes are not published, no reason is given, or an identity number stands in it.
    """
    require(by, "register.withdraw_notes", meeting)
    why = reason.strip()
    if not why:
        raise NotesNotReady("Skriv varför anteckningarna tas tillbaka.")
    if find_identity_numbers(why):
        raise NotesNotReady("Orsaken innehåller något som ser ut som ett personnummer: ta bort det.")
    kept = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if kept.notes_state != NotesState.PUBLISHED:
        raise NotesNotReady("Anteckningarna är inte publicerade: ladda om sidan.")
    becomes = _state_before(kept)
    Meeting.objects.filter(pk=meeting.pk).update(notes_state=becomes)
    Publication.objects.filter(meeting=meeting).update(
        withdrawn_at=timezone.now(), withdrawn_by=by, reason=why
    )
    Event.objects.create(
        by=by, what="notes.withdrawn", subject_type="meeting", subject_id=meeting.pk,
        before={"notes_state": kept.notes_state}, after={"notes_state": str(becomes)}, why=why,
    )  # fmt: skip


def _state_before(meeting: Meeting) -> NotesState:
    """Finalised here, or elsewhere."""
    here = meeting.finalisations.exists()
    return NotesState.FINALISED if here else NotesState.FINALISED_ELSEWHERE

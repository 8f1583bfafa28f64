"""Take away what was being written, and have it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.save_draft import lock_draft
from samsyn.register.errors import DraftUnusable
from samsyn.register.models import NotesDraft

if TYPE_CHECKING:
    from samsyn.accounts.models import User


@transaction.atomic
def discard_draft(draft: NotesDraft, *, seen: int, by: User) -> None:
    """Take away a draft; it is kept aside, and notes that it has become stay.

    Its meeting can be written of anew. The history, which all may read, does not tell what stood in it.

    Args:
        draft: Which.
        seen: The number of the version that the person has looked at.
        by: Who takes it away.

    Raises:
        PermissionDenied: They may not write for the body.
        DraftChanged: Somebody else has written in it meanwhile.
    """
    require(by, "register.write_draft", draft.written_for)
    kept = lock_draft(draft, by=by, seen=seen)
    kept.discarded_at = timezone.now()
    kept.save(update_fields=["discarded_at"])
    _record("draft.discarded", kept, by=by)


@transaction.atomic
def restore_draft(draft: NotesDraft, *, by: User) -> None:
    """Have back a draft that was taken away.

    Raises:
        PermissionDenied: They may not write for the body.
        DraftUnusable: The same meeting's notes have been begun anew.
    """
    require(by, "register.write_draft", draft.written_for)
    kept = lock_draft(draft, by=by)
    if kept.meeting_id and NotesDraft.objects.filter(meeting=kept.meeting_id, discarded_at=None).exists():
        raise DraftUnusable("Mötets anteckningar är påbörjade på nytt: ta bort dem först.")
    kept.discarded_at = None
    kept.save(update_fields=["discarded_at"])
    _record("draft.restored", kept, by=by)


def _record(what: str, draft: NotesDraft, *, by: User) -> None:
    Event.objects.create(
        by=by, what=what, subject_type="notesdraft", subject_id=draft.pk,
        after={"body": draft.body_id, "meeting": draft.meeting_id, "version": draft.version},
    )  # fmt: skip
